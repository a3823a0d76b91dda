/*
 * What a test file includes.  A test file is one program: all of src except main.c is linked to it.
 *
 *	#include "test.h"
 *
 *	TEST(day_knows_leap_years, "")
 *	{
 *		assert_int_equal(day_of(2023, 2, 29), 0);
 *		assert_str(day_text(a, 20260315), "2026-03-15");
 *	}
 *
 *	TEST_MAIN
 *
 * TEST(name, "8.4.c 5.2.b") says which clauses the test is about ("" for none): the rulebook reads them.  Inside a test `a` is an arena that
 * lives as long as the test; everything of cmocka can be used.  Run one file: make unit T=base/day_test, one test: build/test/base/day_test NAME.
 */
#ifndef TEST_TEST_H
#define TEST_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

struct test_entry {
	const char *name, *clauses;
	int line;
	CMUnitTestFunction run;
};

#define TEST(NAME, CLAUSES) \
	static void NAME(struct arena *a); \
	static void NAME##_run(void **state) \
	{ \
		struct arena *a = *state; \
		NAME(a); \
	} \
	__attribute__((section("test_entries"), used, aligned(8))) \
	static const struct test_entry NAME##_entry = { #NAME, CLAUSES, __LINE__, NAME##_run }; \
	static void NAME(__attribute__((unused)) struct arena *a)

static inline void test_str(struct str found, const char *wanted, const char *file, int line)
{
	if (str_is(found, wanted))
		return;
	print_error("found  \"%.*s\"\nwanted \"%s\"\n", STR_ARG(found), wanted);
	_fail(file, line);
}
#define assert_str(FOUND, WANTED) test_str((FOUND), (WANTED), __FILE__, __LINE__)

/* A seeded sequence for property tests: the same numbers in every run. */
static inline uint64_t test_random(uint64_t *seed)
{
	uint64_t z = (*seed += 0x9e3779b97f4a7c15u);
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

int test_main(const char *file, const struct test_entry *first, const struct test_entry *end, int argc, char **argv);

#define TEST_MAIN \
	extern const struct test_entry __start_test_entries[], __stop_test_entries[]; \
	int main(int argc, char **argv) \
	{ \
		return test_main(__FILE__, __start_test_entries, __stop_test_entries, argc, argv); \
	}

#endif
