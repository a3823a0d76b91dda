/*
 * tidy DIR: the style of this house as a test.  Reads DIR/src and prints "file:line: what" for everything that is not as it should be: who may
 * include whom, sizes, banned calls, floating point, Chinese and SQL in C, statements that no .sql file has, mutable globals.
 *
 * What is allowed stands in the tables at the top of each part (tidy_*.c).  This is a program of its own: it uses nothing of src and is no part of it.
 * Not for: formatting (people see to that), meaning (tests do).
 */
#include "tidy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void check_opening(const struct file *f)
{
	bool sql = ends(f->path, ".sql");
	if (f->n && !starts(f->text, sql ? "--" : "/*") && !ends(f->path, ".html"))
		fault(f, 1, "a file opens with a paragraph that says what it is for", "");
}

static void check_base_name(size_t at)
{
	const char *name = strrchr(house.files[at].path, '/') + 1;
	if (!ends(name, ".sql") && !ends(name, ".html"))
		return;
	for (size_t i = 0; i < at; i++)
		if (strcmp(strrchr(house.files[i].path, '/') + 1, name) == 0)
			fault(&house.files[at], 1, "another file has the same name", house.files[i].path);
}

static void read_statements(const struct file *f)
{
	for (const char *p = f->text; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
		char name[128];
		if (sscanf(p, "-- %127[a-z0-9_]: ", name) != 1 || !memmem(p, strcspn(p, "\n"), " -> ", 4))
			continue;
		if (statement_known(name))
			fault(f, line_of(f, (size_t)(p - f->text)), "the statement stands in two places", name);
		house.statements = more(house.statements, house.statements_n + 1, sizeof *house.statements);
		house.statements[house.statements_n++] = strdup(name);
	}
}

static void check(size_t at)
{
	struct file *f = &house.files[at];
	bool c = ends(f->path, ".c"), code = c || ends(f->path, ".h");
	house.file_faulty = false;
	check_base_name(at);
	check_opening(f);
	if (code) {
		check_lines(f);
		strip(f);
		check_includes(f);
		check_functions(f);
		check_words(f);
	}
	if (c) {
		check_chinese(f);
		check_literals(f);
		check_globals(f);
	}
	house.faulty += house.file_faulty;
}

int main(int argc, char **argv)
{
	if (argc != 2 || chdir(argv[1]) != 0)
		return fprintf(stderr, "usage: tidy DIR\n"), 2;
	read_house("src");
	for (size_t i = 0; i < house.files_n; i++)
		if (ends(house.files[i].path, ".sql"))
			read_statements(&house.files[i]);
	for (size_t i = 0; i < house.files_n; i++)
		check(i);
	printf("%zu passed, %d failed\n", house.files_n - (size_t)house.faulty, house.faults);
	return house.faults != 0;
}
