#!/bin/sh
# The style checker itself: a clean house passes; each fault planted in it, one at a time, is found and named at its line.
cd "$(dirname "$0")/../.." || exit 1
make -s build/tools/tidy || exit 1
tidy=$PWD/build/tools/tidy
dir=$(mktemp -d) results=$(mktemp) || exit 1
trap 'rm -rf "$dir" "$results"' EXIT

clean() {
	rm -rf "$dir/src"
	mkdir -p "$dir/src/base" "$dir/src/rule" "$dir/src/store" "$dir/src/act" "$dir/src/across/panel" "$dir/src/life/3-bid" "$dir/src/life/4-review" "$dir/src/web"
	printf '/* Bids. */\n#include "life/3-bid/bid.h"\n\n#include "act/act.h"\n\nstatic const struct name {\n\tconst char *p;\n} names[] = {\n\t{ "one" },\n};\n\nint bid_read(struct db *db)\n{\n\treturn db_one(db, a, "bid_one", 0, 0);\n}\n' > "$dir/src/life/3-bid/bid_act.c"
	printf '/* Bids. */\nint bid_read(struct db *db);\n' > "$dir/src/life/3-bid/bid.h"
	printf -- '-- Bids.\n\n-- bid_one: id_key -> bid_row\nselect id from bid where id = :id;\n' > "$dir/src/life/3-bid/bid.sql"
	printf '/* Rules. */\n#include "life/3-bid/bid_facts.h"\n\n#include "rule/policy.h"\n#include "base/day.h"\n' > "$dir/src/life/3-bid/bid_rules.c"
	printf '/* Facts. */\n#include "rule/verdict.h"\n' > "$dir/src/life/3-bid/bid_facts.h"
}
count() {
	if [ "$1" = 0 ]; then echo ok >> "$results"; else echo bad >> "$results"; echo "not ok: $2"; [ -z "$3" ] || echo "$3"; fi
}
# plant PATH LINE WHAT: standard input is put behind what PATH holds; tidy must say "PATH:LINE: …WHAT…" and nothing else
plant() {
	clean
	mkdir -p "$(dirname "$dir/$1")"
	[ -e "$dir/$1" ] || printf '/* A file. */\n' > "$dir/$1"
	cat >> "$dir/$1"
	found=$("$tidy" "$dir" | grep -v ' passed, ')
	echo "$found" | head -1 | grep -q -F "$1:$2: " && echo "$found" | grep -q -F "$3" && [ "$(echo "$found" | wc -l)" = 1 ]
	count $? "planted \"$3\" in $1:$2" "$found"
}
repeat() { i=0; while [ $i -lt "$1" ]; do echo "$2"; i=$((i + 1)); done; }

clean
"$tidy" "$dir" > "$dir/out"
count $? "the clean house" "$(cat "$dir/out")"

# layers
echo '#include "store/db.h"' | plant src/base/x.c 2 'may not include: store/db.h'
echo '#include "store/db.h"' | plant src/rule/x.c 2 'may not include: store/db.h'
echo '#include "store/db.h"' | plant src/life/3-bid/bid_rules.c 6 'may not include: store/db.h'
echo '#include "life/4-review/review_facts.h"' | plant src/life/3-bid/bid_rules.c 6 'may not include'
echo '#include <time.h>' | plant src/life/3-bid/bid_rules.c 6 'may not see: time.h'
echo '#include <stdio.h>' | plant src/life/3-bid/bid_rules.c 6 'may not see: stdio.h'
echo '#include "life/4-review/review.h"' | plant src/life/3-bid/x.c 2 'may not include: life/4-review/review.h'
echo '#include "life/3-bid/bid.h"' | plant src/across/panel/x.c 2 'may not include: life/3-bid/bid.h'
echo '#include "web/web.h"' | plant src/life/3-bid/x.c 2 'may not include: web/web.h'
echo '#include "life/3-bid/bid.h"' | plant src/act/x.c 2 'may not include: life/3-bid/bid.h'
echo '#include <libpq-fe.h>' | plant src/act/x.c 2 'may not see: libpq-fe.h'
# sizes
{ printf 'int f(void)\n{\n'; repeat 61 '	g();'; echo '}'; } | plant src/web/x.c 3 'more than 60 lines'
repeat 600 '/* */' | plant src/web/x.c 601 'more than 600 lines'
printf 'int f(int a, int b, int c, int d, int e, int g, int h)\n{\n}\n' | plant src/web/x.c 2 'more than 6 parameters'
printf 'int f(void)\n{\n\tif (a) {\n\t\tif (b) {\n\t\t\tif (c) {\n\t\t\t\tif (d) {\n\t\t\t\t\tif (e) {\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n}\n' | plant src/web/x.c 3 'nested too deep'
printf '/* %0170d */\n' 1 | plant src/web/x.c 2 'longer than 160'
# calls and types
for call in strcpy strcat sprintf gets strtok system popen gmtime localtime atoi rand; do
	printf 'int f(void)\n{\n\t%s(a);\n}\n' $call | plant src/web/x.c 4 "$call() is banned"
done
printf 'int f(void)\n{\n\treturn malloc(3);\n}\n' | plant src/life/3-bid/x.c 4 'malloc() is banned'
printf 'int f(void)\n{\n\treturn time(0);\n}\n' | plant src/act/x.c 4 'time() is banned'
printf 'int f(void)\n{\n\tact_write(r, "bid_one", 0);\n}\n' | plant src/life/3-bid/bid_view.c 4 'act_write() is banned'
printf 'int f(double x)\n{\n}\n' | plant src/web/x.c 2 'no floating point'
printf 'int f(void)\n{\n\treturn (int)(float)x;\n}\n' | plant src/web/x.c 4 'no floating point'
echo '// note' | plant src/web/x.c 2 'comments are'
# texts
printf 'static const char *const x = "中文";\n' | plant src/web/x.c 2 'Chinese in a .c file'
printf '/* 中文 */\n' | plant src/web/x.c 2 'Chinese in a .c file'
printf 'static const char *const x = "select id from bid";\n' | plant src/web/x.c 2 'SQL in a .c file'
printf 'static const char *const x = "update bid set id = 1";\n' | plant src/web/x.c 2 'SQL in a .c file'
printf 'static const char *const x = "8.4.c";\n' | plant src/web/x.c 2 'no clause numbers'
printf 'int f(void)\n{\n\tdb_all(db, a, "bid_two", 0);\n}\n' | plant src/life/3-bid/bid_view.c 4 'no .sql file has the statement: bid_two'
printf 'int f(void)\n{\n\tact_write(r, "bid_two", &row);\n}\n' | plant src/life/3-bid/x_act.c 4 'no .sql file has the statement: bid_two'
printf -- '-- bid_one: id_key -> bid_row\nselect 1;\n' | plant src/life/3-bid/bid.sql 5 'stands in two places: bid_one'
# globals
echo 'static int counter;' | plant src/web/x.c 2 'a global that can change'
echo 'int counter = 3;' | plant src/web/x.c 2 'a global that can change'
echo 'static struct x y[3];' | plant src/web/x.c 2 'a global that can change'
printf 'int f(void)\n{\n\tstatic int n;\n}\n' | plant src/web/x.c 4 'a static local that can change'
# files
clean; printf 'int x(void);\n' > "$dir/src/web/x.h"; "$tidy" "$dir" | grep -q 'src/web/x.h:1: a file opens with a paragraph'
count $? "a file without its paragraph" ""
clean; printf -- '-- Again.\n' > "$dir/src/web/bid.sql"; "$tidy" "$dir" | grep -q 'src/web/bid.sql:1: another file has the same name'
count $? "two files of one name" ""

failed=$(grep -c bad "$results")
echo "$(grep -c ok "$results") passed, $failed failed"
[ "$failed" -eq 0 ]
