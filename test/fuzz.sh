#!/bin/sh
# test/fuzz.sh SECONDS [NAME…]: every fuzzer of test/fuzz for so long, from its corpus (test/fuzz/corpus/NAME and what the repository has of that kind).
# New inputs go to build-fuzz/corpus; an input that breaks something stays in build-fuzz/found and its path is printed.
cd "$(dirname "$0")/.." || exit 1
seconds=${1:-60}
[ $# -gt 0 ] && shift
unset CC MAKEFLAGS MAKELEVEL
make -s -j"$(nproc)" CC=clang B=build-fuzz FUZZ=1 fuzzers || exit 1
passed=0 failed=0
mkdir -p build-fuzz/found
[ $# -gt 0 ] || set -- $(ls test/fuzz/*_fuzz.c | sed 's|.*/||; s|_fuzz\.c$||')
for name in "$@"; do
	mkdir -p "build-fuzz/corpus/$name"
	seeds=test/fuzz/corpus/$name
	case $name in
	template)
		for f in $(find src -name "*.html"); do cp "$f" "build-fuzz/corpus/$name/"; done ;;
	policy)
		for f in policy/dazu-2023/*.yaml policy/calendar/2026.yaml; do
			{ basename "$f"; cat "$f"; } > "build-fuzz/corpus/$name/$(basename "$f")"
		done ;;
	esac
	log=build-fuzz/$name.log
	if UBSAN_OPTIONS=print_stacktrace=1 "build-fuzz/test/fuzz/${name}_fuzz" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -max_len=20000 \
		-artifact_prefix="build-fuzz/found/$name-" -print_final_stats=1 "build-fuzz/corpus/$name" $(ls -d $seeds 2>/dev/null) > "$log" 2>&1; then
		passed=$((passed + 1))
		echo "ok fuzz $name: $(grep -o 'number_of_executed_units: *[0-9]*' "$log" | grep -o '[0-9]*$') inputs in $seconds s"
	else
		failed=$((failed + 1))
		grep -E 'ERROR|SUMMARY|runtime error|arena:|Assertion|Test unit written|#[0-9]+ 0x.* in ' "$log" | head -20
		echo "not ok fuzz $name (see $log)"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
