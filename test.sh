#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything, and runs every test without a display.
#     ./test.sh                     all tests, as released
#     ./test.sh --sanitize          the same under the address and undefined-behaviour sanitizers; what has threads under the thread sanitizer
#     ./test.sh --asan, --tsan      one half of it, or the other
#     ./test.sh --lint              clang-format and clang-tidy on the files changed since the main branch
#     ./test.sh --lint-all          … on every file
#     ./test.sh --coverage          how much of the engine the tests run, line by line
#     ./test.sh --fuzz [SECONDS [NAME…]]  every reader of a stranger's text against random bytes, a minute each unless said
#     ./test.sh --bench             speed: ratios to peers and limits that run beside it, against their targets
# Further arguments go to ctest:    ./test.sh -R tst_layers -V
set -euo pipefail
# shellcheck source=resources/scripts/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/resources/scripts/setup.sh"
# shellcheck source=resources/scripts/lint.sh
source "$ROOT/resources/scripts/lint.sh"

# fuzz SECONDS [NAME…]: each program of tests/fuzz for so long, beginning with the texts of tests/data and tests/fuzz/corpus.
# What goes new ways is kept in build/fuzz/corpus, from where the next time begins.
fuzz() {
    local seconds=$1 name kept seeds found failed=0 names
    shift
    names=("$@")
    ((${#names[@]})) || names=(carrier exercise formula interpreter program repair session)
    build fuzz "${names[@]/#/fuzz_}"
    for name in "${names[@]}"; do
        seeds=$ROOT/build/fuzz/seeds/$name kept=$ROOT/build/fuzz/corpus/$name found=$ROOT/build/fuzz/found/$name-
        rm -rf "$seeds"
        mkdir -p "$seeds" "$kept" "${found%/*}"
        case $name in
            formula) cp "$ROOT"/tests/data/hostile/func_*.txt "$seeds" ;;
            exercise) cp "$ROOT"/resources/exercises/*.md "$seeds" ;;
            session) cp "$ROOT"/tests/data/hostile_sessions/*.txt "$seeds" ;;
            carrier) cp "$ROOT"/resources/pictures/*.png "$ROOT"/tests/data/hostile_sessions/*.txt "$seeds" ;;
            *) cp "$ROOT"/tests/data/hostile_programs/*.txt "$ROOT"/resources/examples/*.py "$seeds" ;;
        esac
        say "fuzz_$name for $seconds seconds"
        local options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 -artifact_prefix="$found")
        [[ ! -f $ROOT/tests/fuzz/$name.dict ]] || options+=(-dict="$ROOT/tests/fuzz/$name.dict")
        # The words of programs are the same for all who read programs.
        [[ ! $name =~ ^(program|repair)$ ]] || options+=(-dict="$ROOT/tests/fuzz/interpreter.dict")
        "$ROOT/build/fuzz/tests/fuzz/fuzz_$name" "${options[@]}" "$kept" "$seeds" "$ROOT/tests/fuzz/corpus/$name" \
            >"$ROOT/build/fuzz/$name.log" 2>&1 || {
            failed=1
            grep -vE '^#[0-9]+\s' "$ROOT/build/fuzz/$name.log" | tail -n 60
        }
        grep -E '^stat::(number_of_executed_units|peak_rss_mb)' "$ROOT/build/fuzz/$name.log" || true
    done
    ((failed == 0)) || fail "something was found: the inputs are in build/fuzz/found"
}

preset=release
linting=
benching=
fuzzing=
sanitizing=
while (($#)); do
    case $1 in
        --asan) preset=asan ;;
        --tsan) preset=tsan ;;
        --sanitize) sanitizing=yes ;;
        --coverage) preset=coverage ;;
        --lint) linting=changed ;;
        --lint-all) linting=all ;;
        --bench) benching=yes ;;
        --fuzz)
            fuzzing=60
            if [[ ${2:-} =~ ^[0-9]+$ ]]; then
                fuzzing=$2
                shift
            fi
            shift
            break # what follows are names
            ;;
        -h | --help)
            sed -n 's/^# \{0,1\}//; 3,12p' "${BASH_SOURCE[0]}"
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

if [[ -n $fuzzing ]]; then
    install_packages "to fuzz" "${FUZZ_PACKAGES[@]}"
    fuzz "$fuzzing" "$@"
    exit
fi

if [[ -n $benching ]]; then
    install_packages "to measure" "${BENCH_PACKAGES[@]}"
    configure release
    cmake "$ROOT/build/release" >/dev/null # finds what was just installed
    exec cmake --build "$ROOT/build/release" --target bench
fi

# What has threads: the evaluator, what works beside it, and the helper that lays out.
THREADED=(tst_exercisewindow tst_layout tst_limits tst_programwindow tst_wayswindow tst_window)

# run_tests PRESET [ARGUMENT OF CTEST…]
run_tests() {
    local preset=$1
    shift
    if [[ $preset == asan ]]; then
        # What is leaked by Graphviz and by fontconfig is theirs, and known.
        export LSAN_OPTIONS="suppressions='$ROOT/tests/lsan.supp':print_suppressions=0"
        export UBSAN_OPTIONS=print_stacktrace=1
    elif [[ $preset == tsan ]]; then
        export TSAN_OPTIONS="suppressions='$ROOT/tests/tsan.supp' halt_on_error=1 second_deadlock_stack=1 die_after_fork=0"
        local names
        names=$(IFS='|' && printf '%s' "${THREADED[*]}")
        set -- -R "^($names)\$" "$@"
    fi
    # What the tests write outside the build goes nowhere near the home of who runs them.
    export XDG_CACHE_HOME=$ROOT/build/$preset/runtime/cache XDG_DATA_HOME=$ROOT/build/$preset/runtime/data
    mkdir -p "$XDG_CACHE_HOME" "$XDG_DATA_HOME"
    chmod 0700 "$ROOT/build/$preset/runtime"
    unset DISPLAY WAYLAND_DISPLAY
    say "Running the tests"
    ctest --test-dir "$ROOT/build/$preset" --output-on-failure --no-tests=error --parallel "$(nproc)" "$@" </dev/null
}

# How many of the engine's lines the tests run; what is never run, file by file, is in build/coverage/engine.txt.
coverage() {
    local report=$ROOT/build/coverage/engine.txt
    gcovr --root "$ROOT" --filter "$ROOT/engine/" --exclude "$ROOT/engine/graphviz/" --object-directory "$ROOT/build/coverage" \
        -j "$(jobs_at_a_time)" --output "$report" --fail-under-line 95 "$ROOT/build/coverage/engine" "$ROOT/build/coverage/tests" || {
        tail -n 3 "$report"
        fail "fewer than 95 of 100 lines of the engine are run by a test; see $report"
    }
    tail -n 3 "$report"
}

if [[ -n $sanitizing ]]; then
    build asan
    run_tests asan "$@"
    build tsan "${THREADED[@]}"
    run_tests tsan "$@"
elif [[ $preset == coverage ]]; then
    install_packages "to measure coverage" "${COVERAGE_PACKAGES[@]}"
    build coverage
    find "$ROOT/build/coverage" -name '*.gcda' -delete
    # Two tests are about what is handed out: how fast the optimised engine is, and what is in the package.
    run_tests coverage -E '^(tst_instructions|tst_package)$' "$@"
    coverage
elif [[ $preset == tsan ]]; then
    build tsan "${THREADED[@]}"
    run_tests tsan "$@"
else
    build "$preset"
    # ctest has the last word: its summary, its exit status.
    run_tests "$preset" "$@"
fi
