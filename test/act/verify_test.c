/* The book: what jiebang verify finds when somebody edits the store behind the acts' back, and that it holds when nobody did. */
#include "world.h"

#include <sqlite3.h>

#include "act/verify.h"

static struct world w;

static void edit(const char *sql)
{
	sqlite3 *raw;
	char *error = NULL;
	assert_int_equal(sqlite3_open(w.path, &raw), SQLITE_OK);
	if (sqlite3_exec(raw, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
	sqlite3_close(raw);
}

static void drop_triggers(void)
{
	sqlite3 *raw;
	sqlite3_stmt *s;
	assert_int_equal(sqlite3_open(w.path, &raw), SQLITE_OK);
	for (;;) {
		char sql[300] = "";
		sqlite3_prepare_v2(raw, "select name from sqlite_master where type = 'trigger' limit 1", -1, &s, NULL);
		if (sqlite3_step(s) == SQLITE_ROW)
			snprintf(sql, sizeof sql, "drop trigger \"%s\"", sqlite3_column_text(s, 0));
		sqlite3_finalize(s);
		if (!sql[0])
			break;
		assert_int_equal(sqlite3_exec(raw, sql, NULL, NULL, NULL), SQLITE_OK);
	}
	sqlite3_close(raw);
}

static void begin(struct arena *a)
{
	w = world_new(a);
	db_checkpoint(w.db);
	drop_triggers();
}

static size_t findings(struct arena *a, bool replay)
{
	struct verify v = { .a = a };
	verify_chain(&v, w.db, w.pg);
	verify_rows(&v, w.db);
	verify_invariants(&v, w.db);
	if (replay) {
		struct str error = { 0 };
		struct db *empty = db_open(a, str_fmt(a, "%s.replay", w.path).p, DB_WRITE, true, &error);
		assert_non_null(empty);
		assert_true(programme_copy(a, w.db, empty, 1));
		verify_replay(&v, w.db, empty, w.pg);
		db_close(empty);
	}
	for (size_t i = 0; i < v.findings.n; i++)
		print_message("  %.*s\n", STR_ARG(((struct str *)v.findings.v)[i]));
	return v.findings.n;
}

TEST(untouched_book_holds, "")
{
	begin(a);
	assert_int_equal(findings(a, true), 0);
	world_free(&w);
}

TEST(changed_row_is_found, "")
{
	begin(a);
	edit("update org set name = name || '!' where id = (select min(id) from org)");
	assert_true(findings(a, false) > 0);
	world_free(&w);
}

TEST(deleted_row_is_found, "")
{
	begin(a);
	edit("delete from person where id = (select max(id) from person)");
	assert_true(findings(a, false) > 0);
	world_free(&w);
}

TEST(row_that_no_act_wrote_is_found, "")
{
	begin(a);
	edit("insert into series (id, act, programme, name, last) values (77, 1, 1, 'forged 2026', 9)");
	assert_true(findings(a, false) > 0);
	world_free(&w);
}

TEST(reordered_lines_are_found, "")
{
	begin(a);
	edit("update journal set seq = 100000 where seq = 2; update journal set seq = 2 where seq = 3; update journal set seq = 3 where seq = 100000");
	assert_true(findings(a, false) > 0);
	world_free(&w);
}

TEST(truncated_book_is_found, "")
{
	begin(a);
	edit("delete from journal_row where journal = (select max(id) from journal); delete from act_seed where id = (select max(id) from journal);"
		"delete from journal where seq = (select max(seq) from journal)");
	assert_true(findings(a, false) > 0);
	world_free(&w);
}

TEST(changed_input_is_found, "")
{
	begin(a);
	edit("update journal set input = replace(input, 'office', 'other') where seq = 1");
	assert_true(findings(a, false) > 0);
	world_free(&w);
}

TEST(changed_secret_is_found_by_the_replay, "")
{
	begin(a);
	edit("update secret set value_secret = '12345' where id = (select min(id) from secret)");
	assert_int_equal(findings(a, false), 0);
	assert_true(findings(a, true) > 0);
	world_free(&w);
}

TEST_MAIN
