#!/bin/sh
# tools/coverage.sh: branch and MC/DC coverage of the policy's code (src/rule and every *_rules.c) by the unit tests and stories.
# Needs clang 19 (Debian: clang-19 llvm-19 libclang-rt-19-dev; installed when missing).  The table ends with what is not covered; details: build-cov/rules.txt
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
