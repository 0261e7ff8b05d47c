#!/bin/sh
# Make sure that there are a redis-server and an nginx for the tests with several processes.
set -eu

PATH=$PATH:/usr/sbin:/sbin

missing=
for name in redis-server nginx openssl; do
    command -v "$name" >/dev/null || missing="$missing $name"
done
# shellcheck disable=SC2086 - a list of packages, named like their programs
if [ -z "$missing" ] || "$(dirname "$0")/apt.sh" $missing; then
    exit 0
fi
for name in $missing; do
    echo "$name: not found, and it cannot be installed here: install the package $name" >&2
done
exit 1
