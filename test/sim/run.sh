#!/bin/sh
# random histories against the auditor; the same seed on both engines
# test/sim/run.sh [SEED [RUNS]].  SIM_LEAST=N: every act, rule and step of the road must have come about N times (the full run).
cd "$(dirname "$0")/../.." || exit 1
[ -n "${MAKELEVEL:-}" ] || make -s -j"$(nproc)" CC=gcc build/test/sim/sim || exit 1
# A check must say the same of the same tree: without a seed it is always the same one.  Others are tried by hand: make sim SEED=7 RUNS=100000
seed=${1:-20261123} runs=${2:-10000}
[ $# -gt 0 ] || SIM_SCRIPTS=${SIM_SCRIPTS:-40}      # make test: some of the scripts
stories=$(find test/story -name '*.story' -not -path '*/fixtures/*' -not -path '*/places/*' | LC_ALL=C sort)
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
# shellcheck disable=SC2086
build/test/sim/sim --seed "$seed" --runs "$runs" --scenes $((runs / 150 + 1)) ${SIM_SCRIPTS:+--scripts $SIM_SCRIPTS} ${SIM_LEAST:+--least "$SIM_LEAST"} $stories > "$out/all"
rc=$?
grep -v ' passed, ' "$out/all"
small="--seed $seed --runs 100 --scenes 4"
# shellcheck disable=SC2086
build/test/sim/sim $small test/story/main.story test/story/payment_*.story > "$out/sqlite"
# shellcheck disable=SC2016,SC2086
test/pg.sh sh -c 'build/test/sim/sim '"$small"' --database "$JIEBANG_TEST_PG&options=-csearch_path%3Dsim%d" test/story/main.story test/story/payment_*.story' > "$out/pg"
# Two nodes: not compared between engines, who comes first is chance.
nodes="--seed $seed --scenes 4 --nodes"
# shellcheck disable=SC2086
build/test/sim/sim $nodes test/story/main.story test/story/payment_*.story > "$out/nodes" || { rc=1; cat "$out/nodes"; }
# shellcheck disable=SC2016,SC2086
test/pg.sh sh -c 'build/test/sim/sim '"$nodes"' --database "$JIEBANG_TEST_PG&options=-csearch_path%3Dnodes%d" test/story/main.story test/story/payment_*.story' \
	> "$out/nodes-pg" || { rc=1; cat "$out/nodes-pg"; }
grep -h '^two nodes' "$out/nodes" "$out/nodes-pg"
same=1
cmp -s "$out/sqlite" "$out/pg" || { same=0; echo "SQLite and PostgreSQL differ:"; diff "$out/sqlite" "$out/pg"; }
last=$(tail -1 "$out/all")
p=${last%% passed*} f=${last##*passed, }
f=${f%% failed}
case $p in '' | *[!0-9]*) p=0 f=1 ;; esac
[ $rc -eq 0 ] || [ "$f" -gt 0 ] || f=1
echo "$((p + same)) passed, $((f + 1 - same)) failed"
[ "$f" -eq 0 ] && [ $same -eq 1 ]
