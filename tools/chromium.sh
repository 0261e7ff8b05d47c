#!/bin/sh
# Make sure that there is a Chromium for the tests in a browser: a whole one, which shows a PDF and is
# what visitors have, and the one without windows, which takes half of the processor's time.
set -eu

has_one_of() {
    for name; do
        if command -v "$name" >/dev/null; then
            return 0
        fi
    done
    return 1
}

here=$(dirname "$0")
if ! has_one_of chromium chromium-browser google-chrome &&
    ! "$here/apt.sh" chromium fonts-liberation; then
    echo "chromium: not found, and it cannot be installed here: install the package chromium" >&2
    exit 1
fi
# Where it is not to be had, the whole one does its work.
has_one_of chromium-headless-shell || "$here/apt.sh" chromium-headless-shell || true
