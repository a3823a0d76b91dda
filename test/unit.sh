#!/bin/sh
# Runs the test programs named on the command line on all cores, prints a line for each and what failed in full; last line "N passed, N failed".
# A program is judged by its TAP lines; one that dies before it has said "not ok" counts as one failure.
if [ "${1:-}" = --one ]; then
	t=$2 out=$3/$(echo "$2" | tr / _)
	CMOCKA_MESSAGE_OUTPUT=TAP timeout "${TEST_SECONDS:-300}" "$t" > "$out" 2>&1
	rc=$?
	p=$(grep -c '^ok ' "$out") f=$(grep '^not ok ' "$out" | grep -v -c '# SKIP')
	[ "$rc" -ne 0 ] && [ "$f" -eq 0 ] && f=1
	[ "$rc" -eq 0 ] && [ "$f" -eq 0 ] && [ "$p" -eq 0 ] && { echo "$t: no tests ran" >> "$out"; f=1; }
	{
		[ "$f" -eq 0 ] || grep -v -e '^ok ' -e '^1\.\.' -e '^# ok ' -e '# SKIP' "$out" | tail -60
		if [ "$f" -ne 0 ]; then echo "NOT OK $t: $p passed, $f failed (exit $rc)"; else echo "ok $t: $p passed"; fi
	} > "$out.said"
	cat "$out.said"
	echo "$p $f" > "$out.count"
	exit 0
fi
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
[ $# -eq 0 ] || printf '%s\n' "$@" | xargs -P "$(nproc)" -I '{}' "$0" --one '{}' "$dir"
set -- "$#" $(cat "$dir"/*.count 2>/dev/null | awk '{ p += $1; f += $2; n++ } END { print n + 0, p + 0, f + 0 }')
[ "$1" -eq "$2" ] || { echo "NOT OK: $(($1 - $2)) test programs gave no answer"; set -- "$1" "$2" "$3" $(($4 + 1)); }
echo "$3 passed, $4 failed"
[ "$4" -eq 0 ]
