#!/bin/sh
# tools/coverage.sh: branch and MC/DC coverage of the policy's code (src/rule and every *_rules.c) by the unit tests and stories.
# Needs clang 19 (Debian: clang-19 llvm-19 libclang-rt-19-dev; installed when missing).
# Behind the table: what is not covered, a line each; details: build-cov/rules.txt.  A gap in a *_rules.c: status 1.
set -eu
cd "$(dirname "$0")/.."
tools/deps.sh run test coverage
B=build-cov
export CCACHE_DISABLE=1
make -s -j"$(nproc)" CC=clang-19 B=$B COV=1 all tests
rm -rf $B/profiles
mkdir -p $B/profiles
LLVM_PROFILE_FILE=$PWD/$B/profiles/%m.profraw
export LLVM_PROFILE_FILE
unset JIEBANG_RESULTS
tests=$(find test/life test/across test/rule test/act test/commands -name '*_test.c' | LC_ALL=C sort | sed "s|^\(.*\)\.c$|$B/\1|")
# shellcheck disable=SC2086
test/unit.sh $tests > $B/unit.log || { tail -20 $B/unit.log; exit 1; }
# shellcheck disable=SC2046
$B/jiebang story --no-replay $(find test/story -name '*.story' -not -path '*/fixtures/*' | LC_ALL=C sort) > $B/story.log || { tail -20 $B/story.log; exit 1; }
for p in policy/*/pack.yaml; do
	$B/jiebang policy check "$(dirname "$p")" > /dev/null || true
done
llvm-profdata-19 merge -sparse $B/profiles/*.profraw -o $B/rules.profdata
files=$(find src/rule src/life src/across -name '*.c' | grep -E '^src/rule/|_rules\.c$' | LC_ALL=C sort)
# shellcheck disable=SC2086
llvm-cov-19 report $B/jiebang -instr-profile=$B/rules.profdata -show-branch-summary -show-mcdc-summary -show-region-summary=false \
	-show-instantiation-summary=false $files
# shellcheck disable=SC2086
llvm-cov-19 show $B/jiebang -instr-profile=$B/rules.profdata -show-branches=count -show-mcdc $files > $B/rules.txt
# Branches never taken (True: 0 or False: 0), conditions without a pair that shows their effect, lines never run.
awk -v here="$PWD/" '/^\/.*\.c:$/ { file = substr($0, 1, length($0) - 1); sub(here, "", file); next }
	/Branch \([0-9]+:[0-9]+\): \[.*: 0[],]/ { match($0, /\([0-9]+:/); print file ":" substr($0, RSTART + 1, RLENGTH - 1) " never " (/True: 0/ ? "true" : "false") }
	/MC\/DC Decision Region \([0-9]+:/ { match($0, /\([0-9]+:/); line = substr($0, RSTART + 1, RLENGTH - 1) }
	/C[0-9]+-Pair: not covered/ { match($0, /C[0-9]+/); print file ":" line " condition " substr($0, RSTART + 1, RLENGTH - 1) " without effect" }
	/^ *[0-9]+\| *0\|/ { print file ":" $1 + 0 ": never run" }' $B/rules.txt | tee $B/gaps.txt
n=$(grep -c '_rules\.c:' $B/gaps.txt || true)
echo "$n gaps in the rules, $(grep -vc '_rules\.c:' $B/gaps.txt || true) in src/rule"
[ "$n" -eq 0 ]
