/*
 * The main of every test program: runs the file's tests in the order they are written, prints TAP, and adds a line for each to the file
 * named by JIEBANG_RESULTS ("test<TAB>file<TAB>name<TAB>clauses<TAB>ok") for the rulebook.
 */
#include "test.h"

#define TESTS_MOST 500

static int arena_begin(void **state)
{
	*state = arena_new((size_t)256 << 20);
	return 0;
}

static int arena_end(void **state)
{
	arena_free(*state);
	return 0;
}

static int by_line(const void *x, const void *y)
{
	const struct test_entry *const *a = x, *const *b = y;
	return (*a)->line - (*b)->line;
}

static void result(const char *file, const struct test_entry *e, bool ok)
{
	const char *path = getenv("JIEBANG_RESULTS");
	FILE *f = path ? fopen(path, "a") : NULL;
	if (!f)
		return;
	fprintf(f, "test\t%s\t%s\t%s\t%s\n", file, e->name, e->clauses, ok ? "ok" : "not ok");
	fclose(f);
}

int test_main(const char *file, const struct test_entry *first, const struct test_entry *end, int argc, char **argv)
{
	const struct test_entry *list[TESTS_MOST];
	size_t n = 0;
	int failed = 0;
	for (const struct test_entry *e = first; e < end; e++)
		if (argc < 2 || strcmp(argv[1], e->name) == 0)
			list[n++] = e;
	qsort(list, n, sizeof *list, by_line);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (size_t i = 0; i < n; i++) {
		const struct CMUnitTest one = { .name = list[i]->name, .test_func = list[i]->run,
						.setup_func = arena_begin, .teardown_func = arena_end };
		int bad = _cmocka_run_group_tests(file, &one, 1, NULL, NULL);
		result(file, list[i], bad == 0);
		failed += bad != 0;
	}
	return failed != 0;
}
