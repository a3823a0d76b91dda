#!/bin/sh
# test/story.sh sqlite|pg [FILES]: all stories of test/story (fixtures are only told by others), each in an empty store, on all cores.  pg: under test/pg.sh;
# what is printed must be what SQLite printed, heads included: the same story makes the same book on either store.
set -u
kind=$1
shift
[ $# -gt 0 ] || set -- $(find test/story -name '*.story' -not -path '*/fixtures/*' 2>/dev/null | LC_ALL=C sort)
out=build/story-$kind.txt
jobs=$(nproc)
[ "$jobs" -le 8 ] || jobs=8
if [ "$kind" = pg ] && [ -z "${JIEBANG_TEST_PG:-}" ]; then
	echo "no PostgreSQL here: stories were told on SQLite only"
	echo "0 passed, 0 failed"
	exit 0
fi
parts=$(mktemp -d) || exit 1
trap 'rm -rf "$parts"' EXIT
i=0
for f in "$@"; do
	echo "$f" >> "$parts/$((i % jobs)).list"
	i=$((i + 1))
done

# One store each: a database of its own for every story of this part.
databases() {
	n=$(xargs cat < "$1" | grep -a -c '^[[:space:]]*故事')
	i=1
	while [ $i -le "$n" ]; do
		echo "create database story_$2_$i template template0;"
		i=$((i + 1))
	done | "${JIEBANG_PG_BIN:-/usr/lib/postgresql/15/bin}/psql" -q -v ON_ERROR_STOP=1 "$JIEBANG_TEST_PG"
}
tell() {
	list=$parts/$1.list
	if [ "$kind" = sqlite ]; then
		xargs build/jiebang story --results build/results.tsv < "$list"
	else
		databases "$list" "$1" && xargs build/jiebang story --database "$(echo "$JIEBANG_TEST_PG" | sed "s|/postgres?|/story_$1_%d?|")" < "$list"
	fi > "$parts/$1.out" 2>&1
}
j=0
while [ $j -lt "$jobs" ] && [ -f "$parts/$j.list" ]; do
	tell $j &
	j=$((j + 1))
done
wait
cat "$parts"/*.out | grep -v -E '^[0-9]+ passed, [0-9]+ failed$' > "$out"
cat "$out"
counts=$(cat "$parts"/*.out | awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3; n++ } END { print p + 0, f + 0, n + 0 }')
set -- $counts
p=$1 f=$2
[ "$3" -eq "$j" ] || { echo "not ok: $((j - $3)) of $j runs of stories broke off"; f=$((f + 1)); }
if [ "$kind" = pg ] && [ -f build/story-sqlite.txt ] && ! diff build/story-sqlite.txt "$out" > build/story-diff.txt; then
	grep '^[<>]' build/story-diff.txt | head -20
	echo "not ok: SQLite and PostgreSQL differ (< SQLite, > PostgreSQL)"
	f=$((f + 1))
fi
echo "$p passed, $f failed"
[ "$f" -eq 0 ]
