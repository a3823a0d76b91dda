#!/bin/sh
# test/story.sh sqlite|pg [FILES]: all stories of test/story (fixtures are only told by others), each in an empty store.  pg: under test/pg.sh; what is printed
# must be what SQLite printed, heads included: the same story makes the same book on either store.
set -u
kind=$1
shift
[ $# -gt 0 ] || set -- $(find test/story -name '*.story' -not -path '*/fixtures/*' 2>/dev/null | LC_ALL=C sort)
out=build/story-$kind.txt
if [ "$kind" = sqlite ]; then
	build/jiebang story --results build/results.tsv "$@" | tee "$out"
	tail -1 "$out" | grep -q ', 0 failed$'
	exit
fi
if [ -z "${JIEBANG_TEST_PG:-}" ]; then
	echo "no PostgreSQL here: stories were told on SQLite only"
	echo "0 passed, 0 failed"
	exit 0
fi
n=$(cat "$@" | grep -a -c '^[[:space:]]*故事')
i=1
while [ $i -le "$n" ]; do
	echo "create database story_$i;"
	i=$((i + 1))
done | "${JIEBANG_PG_BIN:-/usr/lib/postgresql/15/bin}/psql" -q -v ON_ERROR_STOP=1 "$JIEBANG_TEST_PG" || exit 1
url=$(echo "$JIEBANG_TEST_PG" | sed 's|/postgres?|/story_%d?|')
build/jiebang story --database "$url" "$@" | tee "$out"
if [ -f build/story-sqlite.txt ] && ! diff build/story-sqlite.txt "$out" > build/story-diff.txt; then
	grep '^[<>]' build/story-diff.txt | head -20
	echo "not ok: SQLite and PostgreSQL differ (< SQLite, > PostgreSQL)"
	exit 1
fi
tail -1 "$out" | grep -q ', 0 failed$'
