# Parts of make test that need more than one command (read by test/run.sh).
# The sanitizers' build is clang's: its address sanitizer finds overruns inside arenas as well (base/arena.c poisons them).
unit_san() {
	make -s -j"$1" CC=clang B=build-clang SAN=1 tests all &&
		TEST_SECONDS=600 test/unit.sh $(find test -name '*_test.c' | LC_ALL=C sort | sed "s|^\(.*\)\.c$|build-clang-san/\1|")
}
story_san() {
	dir=$(mktemp -d) || return 1
	build-clang-san/jiebang story $(find test/story -name '*.story' -not -path '*/fixtures/*' | LC_ALL=C sort) &&
		build-clang-san/jiebang demo "$dir/demo" --now 2026-03-02 && build-clang-san/jiebang verify --data "$dir/demo" &&
		build-clang-san/jiebang policy check dazu-2023 && build-clang-san/jiebang backup "$dir/demo" "$dir/copy" &&
		build-clang-san/jiebang restore "$dir/copy" "$dir/back"
	rc=$?
	rm -rf "$dir"
	return $rc
}
