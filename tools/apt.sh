#!/bin/sh
# Install packages of the system: apt.sh PACKAGE...
# It fails where there is no apt-get, or no right to use it: the caller says what is missing.
set -eu

command -v apt-get >/dev/null
if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root=sudo
else
    exit 1
fi
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
