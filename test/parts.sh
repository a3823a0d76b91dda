# Parts of make test that need more than one command (read by test/run.sh).
# The sanitizers' build is clang's: its address sanitizer finds overruns inside arenas as well (base/arena.c poisons them).
unit_san() {
	make -s -j"$1" CC=clang B=build-clang SAN=1 tests all &&
		TEST_SECONDS=600 test/unit.sh $(find test -name '*_test.c' | LC_ALL=C sort | sed "s|^\(.*\)\.c$|build-clang-san/\1|")
}
