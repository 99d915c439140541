#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything, and runs every test without a display.
#     ./test.sh                     all tests, as released
#     ./test.sh --asan              the same under the address and undefined-behaviour sanitizers
#     ./test.sh --lint              clang-format and clang-tidy on the files changed since the main branch
#     ./test.sh --lint-all          … on every file
#     ./test.sh --bench             speed: ratios to peers and limits that run beside it, against their targets
# Further arguments go to ctest:    ./test.sh -R tst_layers -V
set -euo pipefail
# shellcheck source=resources/scripts/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/resources/scripts/setup.sh"

# Our C++ files that --lint looks at, one a line, relative to the root.
files_to_lint() {
    local patterns=('app/*.cpp' 'app/*.h' 'engine/*.cpp' 'engine/*.h' 'tests/*.cpp' 'tests/*.h' 'widgets/*.cpp' 'widgets/*.h')
    if [[ $1 == all ]]; then
        git ls-files --cached --others --exclude-standard -- "${patterns[@]}"
        return
    fi
    local base reference
    for reference in origin/HEAD origin/main main HEAD; do
        base=$(git merge-base HEAD "$reference" 2>/dev/null) && break
    done
    # On the main branch itself: what the last commit and the working tree changed.
    [[ $base != $(git rev-parse HEAD) ]] || base=$(git rev-parse --verify -q HEAD~1 || git rev-parse HEAD)
    {
        git diff --name-only --diff-filter=d "$base" -- "${patterns[@]}"
        git ls-files --others --exclude-standard -- "${patterns[@]}"
    } | sort -u
}

lint() {
    cd "$ROOT"
    local files sources status=0
    mapfile -t files < <(files_to_lint "$1")
    ((${#files[@]})) || {
        say "No C++ file changed: nothing to lint"
        return 0
    }
    say "clang-format on ${#files[@]} file(s)"
    clang-format-14 --dry-run --Werror "${files[@]}" || status=1
    mapfile -t sources < <(printf '%s\n' "${files[@]}" | grep '\.cpp$' || true)
    if ((${#sources[@]})); then
        build release # clang-tidy reads the generated .moc files, too
        say "clang-tidy on ${#sources[@]} file(s)"
        # The build speaks GCC; what clang does not know of its flags is no fault of the code.
        printf '%s\0' "${sources[@]}" | xargs -0 -n 4 -P "$(jobs_at_a_time)" clang-tidy-14 -p build/release --quiet \
            --extra-arg=-Wno-unknown-warning-option --extra-arg=-Qunused-arguments || status=1
    fi
    ((status == 0)) || fail "the lint found faults, said above"
    say "No faults"
}

preset=release
linting=
benching=
while (($#)); do
    case $1 in
        --asan) preset=asan ;;
        --lint) linting=changed ;;
        --lint-all) linting=all ;;
        --bench) benching=yes ;;
        -h | --help)
            sed -n 's/^# \{0,1\}//; 3,9p' "${BASH_SOURCE[0]}"
            exit 0
            ;;
        *) break ;;
    esac
    shift
done

packages=("${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}")
[[ -z $linting ]] || packages+=("${LINT_PACKAGES[@]}")
install_packages "to build and test Backstep" "${packages[@]}"
if [[ -n $linting ]]; then
    lint "$linting"
    exit
fi

if [[ -n $benching ]]; then
    install_packages "to measure" "${BENCH_PACKAGES[@]}"
    configure release
    cmake "$ROOT/build/release" >/dev/null # finds what was just installed
    exec cmake --build "$ROOT/build/release" --target bench
fi

build "$preset"
if [[ $preset == asan ]]; then
    # What is leaked by Graphviz and by fontconfig is theirs, and known.
    export LSAN_OPTIONS="suppressions='$ROOT/tests/lsan.supp':print_suppressions=0"
    export UBSAN_OPTIONS=print_stacktrace=1
fi
# What the tests write outside the build goes nowhere near the home of who runs them.
export XDG_CACHE_HOME=$ROOT/build/$preset/runtime/cache XDG_DATA_HOME=$ROOT/build/$preset/runtime/data
mkdir -p "$XDG_CACHE_HOME" "$XDG_DATA_HOME"
chmod 0700 "$ROOT/build/$preset/runtime"
unset DISPLAY WAYLAND_DISPLAY
say "Running the tests"
# ctest has the last word: its summary, its exit status.
exec ctest --test-dir "$ROOT/build/$preset" --output-on-failure --no-tests=error --parallel "$(nproc)" "$@" </dev/null
