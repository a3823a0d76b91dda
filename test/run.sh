#!/bin/sh
# make test: every part says what it does and ends in "N passed, N failed"; the last line is their sum.  From a clean checkout; 2 idle cores: about 15 minutes.
# PARTS="tidy unit" runs only those.  Logs: build/log/PART.log
cd "$(dirname "$0")/.." || exit 1
# make test SAN=1: units, every story and the demo's book under address, undefined and leak sanitizers.
[ "${SAN:-}" != 1 ] || PARTS="deps gcc san story-san"
unset CC MAKEFLAGS MAKELEVEL SAN
passed=0 failed=0 broken=
jobs=$(nproc)
mkdir -p build/log
[ -n "${PARTS:-}" ] || : > build/results.tsv   # a run of some parts adds to what is known
JIEBANG_RESULTS=$PWD/build/results.tsv
export JIEBANG_RESULTS

# part NAME "what it does" COMMAND…: a part without a count of its own counts as one.
part() {
	name=$1 what=$2
	shift 2
	if [ -n "${PARTS:-}" ]; then
		case " $PARTS " in *" $name "*) ;; *) return ;; esac
	fi
	log=build/log/$name.log
	begin=$(date +%s)
	echo
	echo "== $name: $what"
	"$@" > "$log" 2>&1
	rc=$?
	count=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1)
	p=${count%% passed*} f=${count##*passed, }
	f=${f%% failed}
	[ -n "$count" ] || { p=0; f=0; }
	[ "$p$f" != 00 ] || [ $rc -ne 0 ] || p=1
	[ $rc -eq 0 ] || [ "$f" -ne 0 ] || f=1
	if [ "$f" -ne 0 ]; then
		grep -v '^ok ' "$log" | tail -80
		broken="$broken $name"
	else
		grep -v -E '^(ok |make|ccache |gcc |clang )' "$log" | tail -4
	fi
	passed=$((passed + p)) failed=$((failed + f))
	echo "== $name: $p passed, $f failed ($(($(date +%s) - begin)) s)"
}

# $1: a build folder -> its test programs
unit_of() {
	find test -name '*_test.c' | LC_ALL=C sort | sed "s|^\(.*\)\.c$|$1/\1|"
}
unit_tests() {
	make -s -j"$jobs" B="$1" $2 tests && test/pg.sh test/unit.sh $(unit_of "$3")
}
packs() {
	n=0 bad=0
	for p in policy/*/pack.yaml; do
		if build/jiebang policy check "$(dirname "$p")"; then n=$((n + 1)); else bad=$((bad + 1)); fi
	done
	echo "$n passed, $bad failed"
	[ $bad -eq 0 ]
}

part deps     "packages that are missing are installed"                      make -s deps-test
part tidy     "layers, sizes, banned calls, names: the style as a test"      make -s tidy
part gcc      "build with gcc, warnings are errors: program and bench"       make -s -j"$jobs" CC=gcc all build/bench/bench
part clang    "build with clang, warnings are errors"                        make -s -j"$jobs" CC=clang B=build-clang all
part hardened "both programs carry the hardening they should"                test/hardened/run.sh build/jiebang build-clang/jiebang
part unit     "unit tests, on SQLite and PostgreSQL"                         unit_tests build CC=gcc build
part san      "unit tests under address, undefined and leak sanitizers"      env JIEBANG_RESULTS= sh -c ". test/parts.sh; unit_san $jobs"
[ "${PARTS:-}" = "${PARTS#*story-san}" ] ||
	part story-san "stories, the demo and its book under sanitizers" sh -c ". test/parts.sh; story_san"
part story    "stories, on SQLite"                                           test/story.sh sqlite
part story-pg "the same stories on PostgreSQL give the same heads"           test/pg.sh test/story.sh pg
part fuzz     "every fuzzer for ${FUZZ_SECONDS:-5} seconds"                  test/fuzz.sh "${FUZZ_SECONDS:-5}"
part policy   "policy packs are complete and sound"                          packs
part rulebook "every clause with its rules, tests and stories"               build/jiebang rulebook --results build/results.tsv dazu-2023
for r in test/*/run.sh; do
	n=$(basename "$(dirname "$r")")
	case $n in
	hardened) ;;
	tidy) part tidy-test "every fault planted in a clean house is found by tidy" "$r" ;;
	*) part "$n" "$(sed -n '2s/^# *//p' "$r" | cut -c1-100)" "$r" ;;
	esac
done

echo
[ -z "$broken" ] || echo "failed:$broken (see build/log)"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
