#!/bin/sh
# Make sure that there is a Chromium for the tests in a browser: a whole one, which shows a PDF and is
# what visitors have, and the one without windows, which takes half of the processor's time.
set -eu

has_whole() {
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null; then
            return 0
        fi
    done
    return 1
}

has_bare() {
    command -v chromium-headless-shell >/dev/null
}

if has_whole && has_bare; then
    exit 0
fi

if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        as_root=none
    fi
    if [ "$as_root" != none ]; then
        install="env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends"
        $as_root apt-get update -q
        has_whole || $as_root $install chromium fonts-liberation
        $as_root $install chromium-headless-shell ||
            echo "chromium-headless-shell: not to be had: tests in a browser will take longer" >&2
        exit 0
    fi
fi

if has_whole; then
    echo "chromium-headless-shell: not found: tests in a browser will take longer" >&2
    exit 0
fi
echo "chromium: not found, and no right to install it: install the package chromium" >&2
exit 1
