#!/bin/sh
# Say in one line what is done and how long it took; show what it prints only if it fails.
# step.sh NAME COMMAND...
set -eu

name=$1
shift
printed=$(mktemp)
trap 'rm -f "$printed"' EXIT
begin=$(date +%s)
printf '%-28s' "$name"
if "$@" >"$printed" 2>&1; then
    echo "$(($(date +%s) - begin)) s"
else
    status=$?
    echo "failed"
    cat "$printed" >&2
    exit "$status"
fi
