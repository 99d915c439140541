# shellcheck shell=bash disable=SC2034 # the lists are for those who source this
# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh and test.sh share: packages, configuring, building. Sourced, never run.
# Needs nothing but bash and what every Debian 12 has; all else is installed here.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# The window needs no more than these to build and to run, recommended packages left out:
# the compiler and the build; Qt (its Linguist tools are in qt6-tools-dev); plots; graph layout; large integers; PyTorch's vector library; TOML; animations; Markdown; fonts of mathematics; Qt's own phrases in Chinese.
BUILD_PACKAGES=(g++ cmake ninja-build pkg-config ccache
    qt6-base-dev qt6-svg-dev qt6-tools-dev libqcustomplot-dev libgraphviz-dev libgmp-dev libsleef-dev libtomlplusplus-dev libgif-dev libwebp-dev libmd4c-dev libmd4c-html0-dev
    fonts-dejavu-core fonts-dejavu-extra fonts-stix qt6-translations-l10n)
# The fonts that tests/fonts.conf pins beyond those; readers of what is exported. pdflatex, dot and chromium are used where they are.
TEST_PACKAGES=(fonts-noto-cjk librsvg2-bin poppler-utils)
LINT_PACKAGES=(clang-format-14 clang-tidy-14)
FUZZ_PACKAGES=(clang-14 libclang-rt-14-dev)
COVERAGE_PACKAGES=(gcovr)
# Measuring; python3-torch and libtorch-dev are peers to measure against, large, and taken where they are installed already.
BENCH_PACKAGES=(libbenchmark-dev valgrind python3)

say() { printf '%s\n' "==> $*"; }
fail() {
    printf '%s\n' "error: $*" >&2
    exit 1
}

# missing_packages PACKAGE…: those not installed, one a line.
missing_packages() {
    local installed
    # dpkg-query fails when it does not know a package; that one is missing all the same.
    # shellcheck disable=SC2016 # the fields are dpkg's, not the shell's
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null) || true
    local package
    for package in "$@"; do
        grep -qxF "$package installed" <<<"$installed" || printf '%s\n' "$package"
    done
}

# install_packages WHY PACKAGE…: what is missing of them, by apt, as root or through sudo.
install_packages() {
    local why=$1
    shift
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This is not Debian: going on with what is here. On Debian 12 the packages $why are: $*"
        return 0
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "packages are missing $why, and neither root nor sudo is here. As root, run:
    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
        as_root=(sudo)
        [[ -t 0 ]] || as_root=(sudo -n) # nobody is there to type a password
    fi
    say "Installing ${#missing[@]} Debian package(s) $why${as_root[0]:+, through sudo}: ${missing[*]}"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    if ! "${apt[@]}" update || ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; then
        fail "the packages could not be installed. As root, run:
    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    fi </dev/null
}

# As many compilers at a time as there are cores, but one for each GB of free memory at most.
jobs_at_a_time() {
    local cores kilobytes
    cores=$(nproc)
    kilobytes=$(sed -n 's/^MemAvailable: *\([0-9]*\).*/\1/p' /proc/meminfo)
    local room=$((${kilobytes:-1000000} / 1000000))
    ((room >= 1)) || room=1
    printf '%s\n' "$((room < cores ? room : cores))"
}

# configure PRESET: only when there is no build yet, the presets changed, or the folder was moved;
# a changed CMakeLists.txt or a new file is Ninja's to notice.
configure() {
    local preset=$1 build=$ROOT/build/$1
    local cache=$build/CMakeCache.txt fresh=()
    if [[ -f $cache ]]; then
        if ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$cache" || [[ $ROOT/CMakePresets.json -nt $cache ]]; then
            fresh=(--fresh)
        elif [[ -f $build/build.ninja ]]; then
            return 0
        fi
    fi
    say "Configuring build/$preset"
    (cd "$ROOT" && cmake --preset "$preset" "${fresh[@]}" --log-level=NOTICE) ||
        fail "the build could not be configured; what is missing is said above"
}

# build PRESET [TARGET…]: compiles what changed, and says how far it is.
build() {
    local preset=$1 started=$SECONDS
    shift
    configure "$preset"
    [[ -x $ROOT/build/$preset/bin/backstep ]] ||
        say "Building Backstep. The first time takes some minutes; the next time only what has changed"
    NINJA_STATUS='[%f of %t, %es] ' cmake --build "$ROOT/build/$preset" --parallel "$(jobs_at_a_time)" \
        ${1:+--target "$@"} || fail "the build failed; the first error above says why"
    local took=$((SECONDS - started))
    ((took < 10)) || say "Built in $((took / 60)) min $((took % 60)) s"
}
