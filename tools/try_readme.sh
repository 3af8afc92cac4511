#!/usr/bin/env bash
# Run the README's two commands as a newcomer would: a clean clone, an empty home, a new virtual environment.
# The reader has no terminal here, so it prints its plain report; the pseudo-terminal tests open it for real.
set -euo pipefail
root=$(git -C "$(dirname "$0")/.." rev-parse --show-toplevel)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
git clone -q "$root" "$place/variorum"
cd "$place/variorum"
mapfile -t commands < <(grep '^python3 -m venv' README.md | head -2)
[ "${#commands[@]}" = 2 ] || { echo "the README does not begin with two commands"; exit 1; }
for command in "${commands[@]}"; do
    echo "== $command"
    rm -rf .venv
    HOME="$place/home" VARIORUM_HOME='' bash -c "$command" </dev/null
done
