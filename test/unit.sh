#!/bin/sh
# Runs the test programs named on the command line one by one, prints a line for each and what failed in full; last line "N passed, N failed".
# A program is judged by its TAP lines; one that dies before it has said "not ok" counts as one failure.
passed=0 failed=0
out=$(mktemp) || exit 1
trap 'rm -f "$out"' EXIT
for t in "$@"; do
	CMOCKA_MESSAGE_OUTPUT=TAP timeout "${TEST_SECONDS:-300}" "$t" >"$out" 2>&1
	rc=$?
	p=$(grep -c '^ok ' "$out") f=$(grep '^not ok ' "$out" | grep -v -c '# SKIP')
	[ "$rc" -ne 0 ] && [ "$f" -eq 0 ] && f=1
	[ "$rc" -eq 0 ] && [ "$f" -eq 0 ] && [ "$p" -eq 0 ] && { echo "$t: no tests ran"; f=1; }
	passed=$((passed + p)) failed=$((failed + f))
	if [ "$f" -ne 0 ]; then
		grep -v -e '^ok ' -e '^1\.\.' -e '^# ok ' -e '# SKIP' "$out" | tail -60
		echo "NOT OK $t: $p passed, $f failed (exit $rc)"
	else
		echo "ok $t: $p passed"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
