#!/bin/sh
# Make sure that there are a redis-server and an nginx for the tests with several processes.
set -eu

PATH=$PATH:/usr/sbin:/sbin

missing=
for name in redis-server nginx openssl; do
    command -v "$name" >/dev/null || missing="$missing $name"
done
if [ -z "$missing" ]; then
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
        $as_root apt-get update -q
        # shellcheck disable=SC2086 - a list of packages, named like their programs
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends $missing
        exit 0
    fi
fi

for name in $missing; do
    echo "$name: not found, and no right to install it: install the package $name" >&2
done
exit 1
