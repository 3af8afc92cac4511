#!/bin/sh
# usage: tools/audit.sh
# Licences of everything that variorum runs with, and what is publicly known to be wrong with it.
set -u
python=${PYTHON:-python3}
echo "Licences"
"$python" -m variorum doctor --licences || exit 1
echo
echo "Known vulnerabilities"
if ! "$python" -m pip_audit --version >/dev/null 2>&1; then
    echo "not looked up: pip-audit is not installed (pip install pip-audit)"
    exit 0
fi
found=$(mktemp)
trap 'rm -f "$found"' EXIT
"$python" -m pip_audit --skip-editable --progress-spinner off --timeout 10 >"$found" 2>&1
status=$?
if grep -qE 'ConnectionError|ServiceError|Max retries|ConnectTimeout|Name or service|ProxyError' "$found"; then
    echo "not looked up: pip-audit cannot reach its database"
    tail -n 1 "$found"
    exit 0
fi
unknown=$(grep -c 'could not be audited' "$found")
if [ "$unknown" -gt 0 ]; then  # pip-audit would still say that nothing was found
    grep -v -e 'could not be audited' -e 'No known vulnerabilities' -e 'Skip Reason' -e '^[- ]*$' "$found"
    echo "not looked up: $unknown packages that the database asked does not know; nothing is known of those"
    exit "$status"
fi
cat "$found"
exit "$status"
