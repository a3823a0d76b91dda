/* Every function of store/db.h, the same body on both engines. */
#include "engine.h"

#include <libpq-fe.h>
#include <sqlite3.h>

static bool insert(struct db *db, int64_t id, const char *number, const char *title)
{
	struct challenge_row row = thing(id, number, title);

	return db_run(db, "thing_insert", &row) == 1;
}

static int64_t count(struct db *db, struct arena *a)
{
	struct count_row row;

	return db_one(db, a, "things_count", NULL, &row) ? row.n : -1;
}

static bool take_two(void *ctx, const void *row)
{
	const struct challenge_row *r = row;
	int64_t *sum = ctx;

	*sum += r->id;
	return *sum < 3;
}

TEST_BOTH(rows_come_and_go)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row row;
	int64_t sum = 0;
	struct rows all;

	assert_true(db_begin(db));
	assert_true(insert(db, 1, "A", "一 <b>\"quoted\" 'text'\n\\"));
	assert_true(insert(db, 2, "B", ""));
	assert_true(insert(db, 9007199254740991, "C", "third"));
	assert_true(db_commit(db));
	all = db_all(db, a, "things", NULL);
	assert_int_equal(all.n, 3);
	assert_str(((struct challenge_row *)all.v)[0].title, "一 <b>\"quoted\" 'text'\n\\");
	assert_int_equal(((struct challenge_row *)all.v)[2].id, 9007199254740991);
	assert_true(db_one(db, a, "thing_read", &(struct id_key){ 2 }, &row));
	assert_str(row.number, "B");
	assert_str(row.title, "");
	assert_int_equal(row.deadline, 0);
	assert_false(db_one(db, a, "thing_read", &(struct id_key){ 5 }, &row));
	assert_int_equal(row.id, 0);
	assert_true(db_each(db, "things", NULL, take_two, &sum));
	assert_int_equal(sum, 3);
	assert_int_equal(db_fault(db), FAULT_NONE);
	db_close(db);
}

TEST_BOTH(a_rehearsal_leaves_nothing)
{
	struct db *db = engine_open(a, url, DB_WRITE);

	assert_true(db_begin(db) && insert(db, 1, "A", "kept") && db_commit(db));
	assert_true(db_rehearse(db));
	assert_true(db_begin(db) && insert(db, 2, "B", "rehearsed") && db_commit(db));
	assert_int_equal(count(db, a), 2);
	assert_true(db_begin(db) && insert(db, 3, "C", "taken back"));
	db_rollback(db);
	assert_int_equal(count(db, a), 2);
	assert_true(db_begin(db));
	assert_false(insert(db, 2, "B", "twice"));
	assert_false(db_commit(db));
	db_fault_clear(db);
	assert_true(db_rehearse(db));
	assert_true(db_begin(db) && insert(db, 4, "D", "a scene") && db_commit(db));
	assert_int_equal(count(db, a), 3);
	db_rehearse_end(db);
	assert_int_equal(count(db, a), 2);
	assert_true(db_begin(db) && insert(db, 3, "C", "again") && db_commit(db));
	assert_int_equal(count(db, a), 3);
	db_rehearse_end(db);
	assert_int_equal(count(db, a), 1);
	assert_true(db_begin(db) && insert(db, 2, "B", "kept") && db_commit(db));
	assert_int_equal(count(db, a), 2);
	assert_int_equal(db_fault(db), FAULT_NONE);
	db_close(db);
}

TEST_BOTH(writes_say_how_many_rows)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row row = thing(1, "A", "new title");
	struct count_row n;

	assert_int_equal(db_run(db, "thing_insert_once", &row), 1);
	assert_int_equal(db_run(db, "thing_insert_once", &row), 0);
	assert_int_equal(db_run(db, "thing_title", &row), 1);
	row.id = 7;
	assert_int_equal(db_run(db, "thing_title", &row), 0);
	assert_true(db_one(db, a, "thing_count_up", &(struct id_key){ 1 }, &row));
	assert_int_equal(row.act, 2);
	assert_false(db_one(db, a, "thing_count_up", &(struct id_key){ 7 }, &row));
	assert_true(db_one(db, a, "things_sum", NULL, &n));
	assert_int_equal(n.n, 55);
	assert_int_equal(db_run(db, "thing_delete", &(struct id_key){ 1 }), 1);
	assert_int_equal(count(db, a), 0);
	db_close(db);
}

TEST_BOTH(text_is_found_and_ordered_alike)
{
	static const char *const titles[] = { "b", "A", "天青石", "a", "B_", "锶%" };
	struct db *db = engine_open(a, url, DB_WRITE);
	struct viewer_key key = { .limit = 10 };
	struct buf order = { .arena = a };
	struct rows all;

	for (int64_t i = 0; i < 6; i++)
		assert_true(insert(db, i + 1, titles[i], titles[i]));
	all = db_all(db, a, "things_by_title", NULL);
	for (size_t i = 0; i < all.n; i++)
		buf_put(&order, ((struct challenge_row *)all.v)[i].title), buf_putc(&order, ' ');
	assert_str(buf_str(&order), "A B_ a b 天青石 锶% ");
	assert_int_equal(db_all(db, a, "things_found", &key).n, 6);
	key.limit = 2, key.offset = 5;
	assert_int_equal(db_all(db, a, "things_found", &key).n, 1);
	key.offset = 0, key.q = STR("B");
	assert_int_equal(db_all(db, a, "things_found", &key).n, 2);
	key.q = STR("%");
	assert_int_equal(db_all(db, a, "things_found", &key).n, 1);
	key.q = STR("青石");
	assert_int_equal(db_all(db, a, "things_found", &key).n, 1);
	db_close(db);
}

TEST_BOTH(a_transaction_is_kept_whole_or_not_at_all)
{
	struct db *db = engine_open(a, url, DB_WRITE), *other = engine_open(a, url, DB_READ);

	assert_true(db_begin(db));
	insert(db, 1, "A", "a");
	assert_int_equal(count(db, a), 1);
	assert_int_equal(count(other, a), 0);
	db_rollback(db);
	assert_int_equal(count(db, a), 0);
	assert_true(db_begin(db));
	insert(db, 1, "A", "a");
	assert_true(db_commit(db));
	assert_int_equal(count(other, a), 1);
	assert_false(db_commit(db));
	db_close(other);
	db_close(db);
}

TEST_BOTH(a_snapshot_stands_still)
{
	struct db *db = engine_open(a, url, DB_WRITE), *page = engine_open(a, url, DB_READ);

	assert_true(db_snapshot(page));
	assert_int_equal(count(page, a), 0);
	assert_true(insert(db, 1, "A", "a"));
	assert_int_equal(count(page, a), 0);
	db_snapshot_end(page);
	assert_int_equal(count(page, a), 1);
	assert_true(db_snapshot(db));
	assert_int_equal(db_run(db, "thing_delete", &(struct id_key){ 1 }), -1);
	assert_int_equal(db_fault(db), FAULT_WRONG);
	db_snapshot_end(db);
	db_close(page);
	db_close(db);
}

TEST_BOTH(a_reading_connection_cannot_write)
{
	struct db *db = engine_open(a, url, DB_WRITE), *page = engine_open(a, url, DB_READ);

	assert_true(insert(db, 1, "A", "a"));
	assert_int_equal(db_run(page, "thing_delete", &(struct id_key){ 1 }), -1);
	assert_int_equal(db_fault(page), FAULT_WRONG);
	db_fault_clear(page);
	assert_false(db_begin(page));
	db_fault_clear(page);
	/* even past the store's own check */
	assert_false(page->driver->exec(page, "delete from thing"));
	db_fault_clear(page);
	assert_int_equal(count(page, a), 1);
	db_close(page);
	db_close(db);
}

TEST_BOTH(a_fault_sticks_until_it_is_cleared)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row row;

	assert_true(db_begin(db));
	assert_true(insert(db, 1, "A", "a"));
	assert_false(insert(db, 2, "A", "same number"));
	assert_int_equal(db_fault(db), FAULT_CONSTRAINT);
	assert_non_null(strstr(db_fault_text(db).p, "thing"));
	assert_non_null(strstr(db_fault_text(db).p, "number"));
	assert_null(strstr(db_fault_text(db).p, "same"));
	assert_int_equal(db_run(db, "thing_delete", &(struct id_key){ 1 }), -1);
	assert_int_equal(db_all(db, a, "things", NULL).n, 0);
	assert_false(db_one(db, a, "thing_read", &(struct id_key){ 1 }, &row));
	assert_int_equal(db_row_text(db, a, STR("thing"), 1).n, 0);
	assert_false(db_commit(db));
	assert_int_equal(db_fault(db), FAULT_CONSTRAINT);
	assert_false(db_begin(db));
	db_fault_clear(db);
	assert_int_equal(db_fault_text(db).n, 0);
	assert_int_equal(count(db, a), 0);
	assert_true(db_begin(db));
	assert_true(insert(db, 1, "A", "a"));
	assert_true(db_commit(db));
	db_close(db);
}

static void refused(struct db *db, const char *statement, const void *in, const char *named)
{
	assert_int_equal(db_run(db, statement, in), -1);
	assert_int_equal(db_fault(db), FAULT_CONSTRAINT);
	if (!strstr(db_fault_text(db).p, named))
		print_error("%s\n", db_fault_text(db).p);
	assert_non_null(strstr(db_fault_text(db).p, named));
	db_fault_clear(db);
}

TEST_BOTH(constraints_are_named)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row row = thing(1, "A", "a"), fact = { .id = 3, .act = 1, .programme = 99, .title = STR("x") };

	row.programme = -1;
	refused(db, "thing_insert", &row, "thing_programme_positive");
	refused(db, "fact_insert", &fact, db_is_sqlite(db) ? "FOREIGN KEY" : "foreign key");
	db_close(db);
}

TEST_BOTH(facts_are_never_changed)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row fact = { .id = 3, .act = 1, .programme = 1, .title = STR("x") };

	assert_true(insert(db, 1, "A", "a"));
	assert_int_equal(db_run(db, "fact_insert", &fact), 1);
	fact.title = STR("y");
	refused(db, "fact_change", &fact, "fact is insert-only");
	refused(db, "fact_upsert", &fact, "fact is insert-only");
	refused(db, "fact_remove", &(struct id_key){ 3 }, "fact is insert-only");
	assert_false(db->driver->exec(db, db_is_sqlite(db) ? "replace into fact select * from fact" : "truncate fact"));
	db_fault_clear(db);
	assert_str(db_row_text(db, a, STR("fact"), 3), "act=1\nid=3\nthing=1\ntitle=x\n");
	db_close(db);
}

TEST_BOTH(a_row_has_one_text)
{
	struct db *db = engine_open(a, url, DB_WRITE);

	assert_true(insert(db, -5, "A=1\nid=7", "back\\slash 天"));
	assert_str(db_row_text(db, a, STR("thing"), -5),
		"act=1\nid=-5\nnumber=A=1\\nid=7\nprogramme=1\ntitle=back\\\\slash 天\n");
	assert_int_equal(db_row_text(db, a, STR("thing"), 6).n, 0);
	assert_int_equal(db_fault(db), FAULT_NONE);
	assert_int_equal(db_row_text(db, a, STR("nothing"), 6).n, 0);
	assert_int_equal(db_fault(db), FAULT_WRONG);
	db_close(db);
}

static bool join_id(void *ctx, int64_t id)
{
	buf_fmt(ctx, "%lld ", (long long)id);
	return id < 30;
}

TEST_BOTH(every_id_is_walked)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct buf ids = { .arena = a };

	insert(db, 30, "C", "c"), insert(db, 1, "A", "a"), insert(db, 20, "B", "b"), insert(db, 40, "D", "d");
	assert_true(db_each_id(db, STR("thing"), join_id, &ids));
	assert_str(buf_str(&ids), "1 20 30 ");
	db_close(db);
}

TEST_BOTH(broken_invariants_are_said)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct rows broken;

	assert_int_equal(db_invariants(db, a).n, 0);
	insert(db, 4, "A", "");
	insert(db, 5, "B", "b");
	broken = db_invariants(db, a);
	assert_int_equal(broken.n, 1);
	assert_str(((struct db_broken *)broken.v)->name, "thing_titled");
	assert_str(((struct db_broken *)broken.v)->what, "thing 4");
	db_close(db);
}

TEST_BOTH(the_door_learns_what_a_statement_writes)
{
	struct db *db = engine_open(a, url, DB_WRITE);

	assert_str(db_statement_writes(db, "thing_insert"), "thing");
	assert_str(db_statement_writes(db, "fact_change"), "fact");
	assert_str(db_statement_writes(db, "thing_delete"), "thing");
	assert_str(db_statement_writes(db, "things_sum"), "");
	assert_str(db_statement_writes(db, "nothing"), "");
	db_close(db);
}

TEST_BOTH(the_version_changes_with_every_commit)
{
	struct db *db = engine_open(a, url, DB_WRITE), *page = engine_open(a, url, DB_READ);
	struct str before = db_version(page, a), mine = db_version(db, a);

	assert_true(before.n > 0);
	assert_true(str_eq(db_version(page, a), before));
	assert_true(insert(db, 1, "A", "a"));
	assert_false(str_eq(db_version(page, a), before));
	assert_false(str_eq(db_version(db, a), mine));
	before = db_version(page, a);
	assert_true(str_eq(db_version(page, a), before));
	db_close(page);
	db_close(db);
}

TEST_BOTH(text_that_an_engine_would_spoil_is_refused)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row row = thing(1, "A", "a");

	row.title = (struct str){ "a\0b", 3 };
	assert_int_equal(db_run(db, "thing_insert", &row), -1);
	assert_non_null(strstr(db_fault_text(db).p, "title"));
	db_fault_clear(db);
	row.title = STR("\xff");
	assert_int_equal(db_run(db, "thing_insert", &row), -1);
	assert_int_equal(db_fault(db), FAULT_WRONG);
	db_fault_clear(db);
	row.title = (struct str){ 0 };
	assert_int_equal(db_run(db, "thing_insert", &row), 1);
	db_close(db);
}

TEST_BOTH(writes_that_nobody_waits_for_are_all_kept)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct db_ref refs[300];
	struct challenge_row row;

	assert_true(db_begin(db));
	for (int64_t i = 1; i <= 300; i++) {
		row = thing(i, str_fmt(a, "%lld", (long long)i).p, "many");
		db_put(db, "thing_insert", &row, 1);
		if (i == 130)
			assert_int_equal(count(db, a), 130);
		refs[i - 1] = (struct db_ref){ STR("thing"), 301 - i, { 0 } };
	}
	db_row_texts(db, a, refs, 300);
	for (int64_t i = 0; i < 300; i++)
		assert_true(str_eq(refs[i].text, db_row_text(db, a, STR("thing"), 300 - i)));
	assert_str(refs[299].text, "act=1\nid=1\nnumber=1\nprogramme=1\ntitle=many\n");
	row = thing(300, "x", "changed");
	db_put(db, "thing_title", &row, 1);
	assert_true(db_commit(db));
	assert_true(db_one(db, a, "thing_read", &(struct id_key){ 300 }, &row));
	assert_str(row.title, "changed");
	assert_int_equal(count(db, a), 300);
	db_close(db);
}

TEST_BOTH(a_write_that_nobody_waited_for_may_still_fail)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row one = thing(1, "A", "a"), same = thing(2, "A", "a"), none = thing(9, "Z", "z");

	assert_true(db_begin(db));
	db_put(db, "thing_insert", &one, 1);
	db_put(db, "thing_insert", &same, 1);
	db_put(db, "thing_title", &one, 1);
	assert_false(db_commit(db));
	assert_int_equal(db_fault(db), FAULT_CONSTRAINT);
	assert_non_null(strstr(db_fault_text(db).p, "thing"));
	db_fault_clear(db);
	assert_int_equal(count(db, a), 0);

	assert_true(db_begin(db));
	db_put(db, "thing_insert", &one, 1);
	db_put(db, "thing_title", &none, 1);
	assert_int_equal(count(db, a), -1);
	assert_int_equal(db_fault(db), FAULT_WRONG);
	assert_non_null(strstr(db_fault_text(db).p, "thing_title changed 0 rows, not 1"));
	db_rollback(db);
	db_fault_clear(db);
	assert_int_equal(count(db, a), 0);

	assert_true(db_begin(db));
	db_put(db, "thing_insert", &one, 1);
	db_put(db, "thing_insert", &same, 1);
	db_rollback(db);
	db_fault_clear(db);
	assert_true(insert(db, 1, "A", "a"));
	db_close(db);
}

TEST_BOTH(an_unknown_statement_is_a_fault)
{
	struct db *db = engine_open(a, url, DB_WRITE);

	assert_int_equal(db_run(db, "thing_inzert", NULL), -1);
	assert_int_equal(db_fault(db), FAULT_WRONG);
	assert_non_null(strstr(db_fault_text(db).p, "thing_inzert"));
	db_close(db);
}

TEST_BOTH(a_copy_holds_everything)
{
	struct db *db = engine_open(a, url, DB_WRITE), *copy;
	struct str error = { 0 };
	const char *to;

	insert(db, 1, "A", "a");
	if (!db_is_sqlite(db)) {
		assert_false(db_backup(db, "/nowhere", &error));
		assert_non_null(strstr(error.p, "pg_dump"));
		db_close(db);
		return;
	}
	to = str_fmt(a, "%.*s/copy.db", (int)(strlen(url) - 5), url).p;
	assert_true(db_backup(db, to, &error));
	assert_false(db_backup(db, to, &error));
	db_checkpoint(db);
	assert_int_equal(db_fault(db), FAULT_NONE);
	copy = engine_open(a, to, DB_WRITE);
	assert_int_equal(count(copy, a), 1);
	db_close(copy);
	db_close(db);
}

TEST(a_store_in_memory_works, "")
{
	struct db *db = engine_open(a, ":memory:", DB_WRITE);

	assert_true(insert(db, 1, "A", "a"));
	assert_int_equal(count(db, a), 1);
	db_close(db);
}

TEST(a_lost_server_is_found_again, "")
{
	const char *url = engine_pg(a, "lost");
	struct db *db, *killer;

	if (!url)
		skip();
	db = engine_open(a, url, DB_WRITE);
	killer = engine_open(a, url, DB_WRITE);
	assert_true(db_begin(db));
	insert(db, 1, "A", "a");
	assert_true(killer->driver->exec(killer, str_fmt(a, "select pg_terminate_backend(%d)", PQbackendPID(db->conn)).p));
	usleep(50000);
	assert_false(insert(db, 2, "B", "b"));
	assert_int_equal(db_fault(db), FAULT_LOST);
	assert_false(db_commit(db));
	db_fault_clear(db);
	assert_true(db_begin(db));
	struct challenge_row row = thing(1, "A", "a");
	db_put(db, "thing_insert", &row, 1);
	db_put(db, "thing_title", &row, 1);
	assert_int_equal(count(db, a), 1);
	assert_true(db_commit(db));
	assert_int_equal(count(killer, a), 1);
	/* lost with writes on their way */
	assert_true(db_begin(db));
	db_put(db, "thing_title", &row, 1);
	assert_true(killer->driver->exec(killer, str_fmt(a, "select pg_terminate_backend(%d)", PQbackendPID(db->conn)).p));
	usleep(50000);
	db_put(db, "thing_title", &row, 1);
	assert_false(db_commit(db));
	assert_int_equal(db_fault(db), FAULT_LOST);
	db_fault_clear(db);
	assert_int_equal(count(db, a), 1);
	db_close(killer);
	db_close(db);
}

TEST(a_file_that_is_being_written_is_busy, "")
{
	const char *folder = engine_folder(a), *url = str_fmt(a, "%s/t.db", folder).p;
	struct db *db = engine_open(a, url, DB_WRITE);
	sqlite3 *stranger;

	assert_int_equal(sqlite3_open(url, &stranger), SQLITE_OK);
	assert_int_equal(sqlite3_exec(stranger, "begin immediate", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_busy_timeout(db->conn, 10);
	assert_false(db_begin(db));
	assert_int_equal(db_fault(db), FAULT_BUSY);
	db_fault_clear(db);
	sqlite3_exec(stranger, "rollback", NULL, NULL, NULL);
	sqlite3_close(stranger);
	assert_true(insert(db, 1, "A", "a"));
	db_close(db);
	engine_folder_end(a, folder);
}

TEST_MAIN
