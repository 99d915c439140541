# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-format and clang-tidy, for test.sh. Sourced after setup.sh, never run.
# All files take hours of a processor: what was found clean is remembered in build/lint until something that it reads changes,
# so that a run that was stopped goes on where it was.

# Our C++ files, one a line, relative to the root: all, or those changed since the main branch.
files_to_lint() {
    # PyTorch's own headers are not for clang 14.
    local patterns=('app/*.cpp' 'app/*.h' 'engine/*.cpp' 'engine/*.h' 'tests/*.cpp' 'tests/*.h' 'widgets/*.cpp' 'widgets/*.h'
        ':!tests/bench/libtorch/*')
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

# not_known_clean SOURCE…: those of which something was changed since they were found clean, one a line. What a source
# includes is what the build's compiler noted; a source that the build does not know is never known to be clean.
not_known_clean() {
    local -A clean=()
    local source file
    for source; do
        [[ ! $ROOT/build/lint/$source -nt $ROOT/.clang-tidy ]] || clean[$source]=unknown
    done
    while IFS=$'\t' read -r source file; do
        if [[ ! ${clean[$source]:-} || $file -nt $ROOT/build/lint/$source ]]; then
            unset "clean[$source]"
        else
            clean[$source]=yes
        fi
    done < <(ninja -C "$ROOT/build/release" -t deps | awk -v root="$ROOT/" '
        /: #deps/ { source = "" }
        index($0, "    " root) == 1 {
            file = substr($0, 5)
            if (source == "") source = substr(file, length(root) + 1)
            print source "\t" file
        }')
    for source; do
        [[ ${clean[$source]:-} == yes ]] || printf '%s\n' "$source"
    done
}

# lint_one SOURCE: what is clean is remembered from before it was read, so that a change made meanwhile counts.
lint_one() {
    local mark=$ROOT/build/lint/$1
    mkdir -p "${mark%/*}"
    rm -f "$mark"
    touch "$mark.begun"
    # The build speaks GCC; what clang does not know of its flags is no fault of the code.
    clang-tidy-14 -p "$ROOT/build/release" --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Qunused-arguments "$1" || return 1
    mv "$mark.begun" "$mark"
}

# lint all|changed
lint() {
    cd "$ROOT" || return
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
        local known=${#sources[@]}
        mapfile -t sources < <(not_known_clean "${sources[@]}")
        say "clang-tidy on ${#sources[@]} file(s); $((known - ${#sources[@]})) unchanged since they were found clean"
    fi
    if ((${#sources[@]})); then
        export ROOT
        export -f lint_one
        # shellcheck disable=SC2016 # bash -c expands it
        printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P "$(jobs_at_a_time)" bash -c 'lint_one "$0"' || status=1
    fi
    ((status == 0)) || fail "the lint found faults, said above"
    say "No faults"
}
