#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Backstep, and opens it:
#     ./run.sh                      on the first example
#     ./run.sh 'x^2 + sin(x)'       on a formula
#     ./run.sh FILE                 on a file
# Without a display it writes the graph and the plot as pictures into build/out instead.
set -euo pipefail
# shellcheck source=resources/scripts/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/resources/scripts/setup.sh"

BINARY=$ROOT/build/release/bin/backstep
EXAMPLE=('f(x) = log(x^2) * sin(x) + 1/x' --at x=2)

# export_pictures ARGUMENT…: what the window would show, as files.
export_pictures() {
    local out=$ROOT/build/out what status=0
    mkdir -p "$out"
    export QT_QPA_PLATFORM=offscreen
    say "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): writing pictures of $1"
    for what in graph plot; do
        rm -f "$out/$what.svg" "$out/$what.png"
        if "$BINARY" export "$@" --what "$what" -o "$out/$what.svg" -o "$out/$what.png"; then
            printf '    %s\n' "$out/$what.svg" "$out/$what.png"
        else
            status=$?
        fi
    done
    return "$status"
}

case ${1-} in
    -h | --help)
        sed -n 's/^# \{0,1\}//; 3,7p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
esac

packages=("${BUILD_PACKAGES[@]}")
if [[ -z ${DISPLAY-} && -n ${WAYLAND_DISPLAY-} ]]; then
    packages+=(qt6-wayland) # Qt brings the X11 platform by itself, Wayland's not
fi
install_packages "to build and run Backstep" "${packages[@]}"
build release backstep backstep-layout

if [[ -n ${DISPLAY-}${WAYLAND_DISPLAY-} ]]; then
    say "Opening Backstep"
    exec "$BINARY" "$@"
fi
(($#)) || set -- "${EXAMPLE[@]}"
export_pictures "$@"
