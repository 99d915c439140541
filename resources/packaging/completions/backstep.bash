# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of backstep's command line for bash.
_backstep() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'run eval steps plot export check exercise --help --version' -- "$current"; compgen -f -- "$current")
        return
    fi
    case $previous in
        --what) words='graph plot both worksheet key derivation' ;;
        --theme) words='light dark print' ;;
        --mode) words='reverse forward' ;;
        --direction) words='down right' ;;
        --lang) words='en zh_CN' ;;
        --blank) words='values adjoints partials' ;;
        --order) words='0 1 2' ;;
        -o) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --at | --step | --scale | --dpi | --range | --over | --samples | --seed | --call | --figure | --limits | --delay) return ;;
        exercise) words='list validate grade' ;;
        *)
            case $command in
                run) words='--at --json --repair --limits --help' ;;
                eval) words='--at --order --json --help' ;;
                steps) words='--at --mode --seed --json --help' ;;
                plot) words='--range --samples --order --over --at --call --csv --help' ;;
                export) words='-o --at --step --all-steps --what --blank --theme --scale --dpi --transparent --direction --constants --mode --seed --range --over --call --figure --order --delay --lang --help' ;;
                check) words='--at --call --help' ;;
            esac
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    [[ $current == -* || $previous == --* ]] || mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
}
complete -o filenames -F _backstep backstep
