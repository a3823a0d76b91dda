#!/bin/sh
# tools/mutate.sh [FILE…]: each comparison, &&, ||, !, and constant of the rules is changed once; do the unit tests of the room notice?
# Called by make mutate [FILES=…], which builds the program and says CC, B, LIBS.  Without FILE: every *_rules.c.
#
# Each file of rules becomes a shared library, each test program of a room is linked once against all of them; a mutant is then one small
# library that stands before the true one.  Killed: a test fails, dies, takes longer than MUTANT_SECONDS, or it does not compile.
# Survivors are printed; those that doc/mutants.md explains are counted apart.  An unexplained survivor, or less than 99 % of all killed: status 1.
set -eu
cd "$(dirname "$0")/.."
B=${B:-build} CC=${CC:-gcc} LIBS=${LIBS:-}
W=$B/mutate
flags="-std=gnu17 -D_GNU_SOURCE -Isrc -I$B -O0 -w -fPIC -shared"

library() {             # library src/life/1-need/need_rules.c -> src-life-1-need-need_rules
	echo "${1%.c}" | tr / -
}

# One mutant: tools/mutate.sh --one FILE NUMBER TESTS
if [ "${1:-}" = --one ]; then
	d=$W/mutants/$(library "$2")-$3
	mkdir -p "$d"
	"$B/tools/mutants" "$2" "$3" > "$d/mutant.c"
	fate=survived
	# shellcheck disable=SC2086
	if $CC $flags -o "$d/lib$(library "$2").so" "$d/mutant.c" 2> /dev/null; then
		for t in $4; do
			LD_LIBRARY_PATH=$d:$W/true timeout "${MUTANT_SECONDS:-20}" "$W/$t" > /dev/null 2>&1 || { fate=killed; break; }
		done
	else
		fate=killed
	fi
	rm -r "$d"
	echo "$fate $3" >> "$W/$(library "$2").fates"
	exit 0
fi

all=$(find src -name '*_rules.c' | LC_ALL=C sort)
least=0
[ $# -gt 0 ] || { least=99; set -- $all; }
rm -rf "$W"
mkdir -p "$W/true"
for f in $all; do
	# shellcheck disable=SC2086
	$CC $flags -o "$W/true/lib$(library "$f").so" "$f"
done
find src -name '*.c' ! -name '*_rules.c' ! -path src/main.c | sed "s|^src/\(.*\)\.c$|$B/\1.o|" | LC_ALL=C sort > "$W/objects"
# shellcheck disable=SC2046
ar rcT "$W/rest.a" $(cat "$W/objects") "$B/assets.o"
libraries=$(for f in $all; do echo "-l$(library "$f")"; done)

# The test programs of a room, those about rules first; the one of the file's own name before them.
tests_of() {
	room=$(dirname "${1#src/}")
	own=test/$room/$(basename "${1%.c}")_test.c
	{
		[ ! -f "$own" ] || echo "$own"
		find "test/$room" -name '*_rules_test.c' 2> /dev/null | LC_ALL=C sort
		find "$(dirname "test/$room")" -maxdepth 1 -name "$(basename "$room")*_test.c" | LC_ALL=C sort
		find "test/$room" -name '*_test.c' 2> /dev/null | LC_ALL=C sort
	} | awk '!seen[$0]++'
}

link_test() {
	[ ! -x "$W/${1%.c}" ] || return 0
	mkdir -p "$W/$(dirname "$1")"
	make -s B="$B" CC="$MAKE_CC" "$B/${1%.c}.o" "$B/test/test.o"
	# shellcheck disable=SC2086
	$CC -pie -o "$W/${1%.c}" "$B/${1%.c}.o" "$B/test/test.o" -L"$W/true" -Wl,--no-as-needed $libraries -Wl,--as-needed -Wl,--whole-archive "$W/rest.a" -Wl,--no-whole-archive $LIBS -lpthread -lcmocka
	LD_LIBRARY_PATH=$W/true "$W/${1%.c}" > "$W/${1%.c}.log" 2>&1 || { echo "mutate: $1 fails without any mutant" >&2; exit 1; }
}

explained() {           # a line of doc/mutants.md that names file and change, and quotes the line
	cut -f2- | sed 's/:[0-9]*: /\t/' | while IFS="$(printf '\t')" read -r file change code; do
		grep -F "$file" doc/mutants.md 2> /dev/null | grep -F -e "\`$change\`" | grep -qF -e "$code" && echo yes || echo no
	done
}

# The mutants whose numbers come in, against these tests; who survives stands in $W/$name.fates.
against() {
	for t in "$@"; do link_test "$t"; done
	: > "$W/$name.fates"
	xargs -P "$(nproc)" -I{} "$0" --one "$f" {} "$(for t in "$@"; do echo "${t%.c}"; done)"
}
export B CC LIBS

total=0 dead=0 known=0 left=0
for f in "$@"; do
	name=$(library "$f")
	"$B/tools/mutants" "$f" > "$W/$name.list"
	first=$(tests_of "$f" | grep '_rules_test\.c$' || true)
	rest=$(tests_of "$f" | grep -v '_rules_test\.c$' || true)
	cut -f1 "$W/$name.list" > "$W/$name.live"
	for tests in "$first" "$rest"; do       # what the tables kill need not be tried on the longer tests
		if [ -n "$tests" ] && [ -s "$W/$name.live" ]; then
			# shellcheck disable=SC2086
			against $tests < "$W/$name.live"
			sed -n 's/^survived //p' "$W/$name.fates" | sort -n > "$W/$name.live"
		fi
	done
	n=$(wc -l < "$W/$name.list") k=$(($(wc -l < "$W/$name.list") - $(wc -l < "$W/$name.live")))
	while read -r i; do
		line=$(sed -n "${i}p" "$W/$name.list")
		if [ "$(echo "$line" | explained)" = yes ]; then known=$((known + 1)); else
			left=$((left + 1))
			echo "survived: $line" | sed 's/\t[0-9]*\t/ /;s/^survived: [0-9]*\t/survived: /'
		fi
	done < "$W/$name.live"
	echo "$f: $n mutants, $k killed"
	total=$((total + n)) dead=$((dead + k))
done
echo "$total mutants, $dead killed ($((dead * 1000 / (total ? total : 1)))‰), $known survivors explained in doc/mutants.md, $left not explained"
[ "$left" -eq 0 ] && [ $((dead * 100)) -ge $((total * least)) ]
