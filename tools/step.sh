#!/bin/sh
# Say in one line what is done and how long it took; show what it prints only if it fails.
# step.sh NAME COMMAND...
# With TOGETHER the name is said only in the end, as other steps run at the same time.
set -eu

name=$1
shift
printed=$(mktemp)
trap 'rm -f "$printed"' EXIT
begin=$(date +%s)
line=$(printf '%-28s' "$name")
if [ -z "${TOGETHER:-}" ]; then
    printf '%s' "$line"
    line=
fi
if "$@" >"$printed" 2>&1; then
    echo "$line$(($(date +%s) - begin)) s"
else
    status=$?
    echo "${line}failed"
    cat "$printed" >&2
    exit "$status"
fi
