/* What does not fit is found when the store opens, with file and line; the same on both engines. */
#include "engine.h"

#include <sqlite3.h>

static struct str open_with(struct arena *a, const char *url, const char *sql)
{
	struct asset files[ENGINE_ASSETS + 1];
	struct str error = STR("");
	struct db *db;

	memcpy(files, engine_assets, sizeof engine_assets);
	files[ENGINE_ASSETS] = (struct asset){ "src/x/x.sql", str_of(sql) };
	db = db_open_from(a, url, DB_WRITE, true, (struct store_files){ files, ENGINE_ASSETS + 1 }, &error);
	db_close(db);
	return error;
}

static void expect(struct arena *a, const char *url, const char *sql, const char *found)
{
	struct str error = open_with(a, url, sql);

	if (*found ? !strstr(error.p, found) : error.n) {
		print_error("%s\nfound  %.*s\nwanted %s\n", sql, STR_ARG(error), found);
		fail();
	}
}

TEST_BOTH(what_does_not_fit_is_found)
{
	static const char *const cases[][2] = {
		{ "", "" },
		{ "-- only a remark\n", "" },
		{ "-- x_a: id_key -> challenge_row\nselect id from thing where id = :id;\n", "" },
		{ "-- x_a: id_key -> challenge_row\nselect id -- :no parameter\nfrom thing where title = ':none' and id = :id;", "" },
		{ "\n-- x_a: id_key -> challenge_row\nselect id\nfrom thing where id = :idd;\n",
			"src/x/x.sql:4: x_a: id_key has no field for idd" },
		{ "-- x_a: - -> challenge_row\nselect id from thing where id = :id;\n", "src/x/x.sql:2: x_a: - has no field for id" },
		{ "-- x_a: id_key -> challenge_row\nselect id, act as akt from thing;\n",
			"src/x/x.sql:1: x_a: challenge_row has no field for column akt" },
		{ "-- x_a: id_key -> -\nselect id from thing;\n", "src/x/x.sql:1: x_a: - has no field for column id" },
		{ "-- x_a: id_key -> challenge_row\nselect id,\n  titel as title from thing;\n", "src/x/x.sql:3: x_a: " },
		{ "-- x_a: id_key -> challenge_row\nselect id from thinng where id = :id;\n", "src/x/x.sql:2: x_a: " },
		{ "-- x_a: idd_key -> challenge_row\nselect id from thing;\n", "src/x/x.sql:1: no field table is called idd_key" },
		{ "-- x_a: id_key -> row\nselect id from thing;\n", "src/x/x.sql:1: no field table is called row" },
		{ "-- x_a: id_key -> challenge_row\nselect id from thing\n", "src/x/x.sql:1: no ';' ends the statement x_a" },
		{ "-- x_a: id_key -> challenge_row\nselect id from thing;\nselect id from fact;",
			"src/x/x.sql:3: more than one statement under the header x_a" },
		{ "select id from thing;\n", "src/x/x.sql:1: a statement without a header line" },
		{ "-- thing_read: id_key -> challenge_row\nselect id from thing;\n", "also stands in src/" },
		{ "-- x_a: id_key -> challenge_row\nselect title as id from thing;\n",
			"src/x/x.sql:1: x_a: column id is not bigint, as field challenge_row.id is (cast it)" },
		{ "-- x_a: id_key -> challenge_row\nselect id as title from thing;\n",
			"src/x/x.sql:1: x_a: column title is not text" },
		{ "-- x_a: id_key -> challenge_row\nselect id, id from thing;\n", "src/x/x.sql:1: x_a: column id stands twice" },
		{ "-- x_a: id_key -> challenge_row\nselec id from thing;\n",
			"src/x/x.sql:2: only select, insert, update and delete may stand here: x_a" },
		{ "-- x_a: - -> -\ndrop table thing;\n", "src/x/x.sql:" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect(a, url, cases[i][0], cases[i][1]);
}

TEST_BOTH(every_misfit_is_said_at_once)
{
	struct str error = open_with(a, url,
		"-- x_a: id_key -> challenge_row\nselect id, act as one from thing;\n"
		"-- x_b: id_key -> challenge_row\nselect id, act as two from thing;\n");

	assert_non_null(strstr(error.p, "x_a: challenge_row has no field for column one\n"));
	assert_non_null(strstr(error.p, "x_b: challenge_row has no field for column two"));
}

TEST(parameters_are_numbered_by_name, "")
{
	static const struct asset file = { "src/x/x.sql", STR("-- x_a: viewer_key -> -\n"
		"select 1 where :q = ':q' and :limit > 0 and :q <> \"a:b\" -- :person\n and :person = cast(:limit as bigint);") };
	struct buf errors = { .arena = a };
	struct statements s = statements_read(a, &file, 1, &errors);

	assert_int_equal(errors.n, 0);
	assert_int_equal(s.v->params_n, 3);
	assert_str(statement_numbered(a, s.v), "select 1 where $1::text = ':q' and $2::bigint > 0 and $1::text <> \"a:b\" -- :person\n"
		" and $3::bigint = cast($2::bigint as bigint)");
}

TEST(what_a_statement_writes, "")
{
	static const char *const cases[][2] = {
		{ "insert into bid (id) values (1)", "bid" },
		{ "  -- remark: update x\n insert into bid (id) select id from thing", "bid" },
		{ "update bid set id = 1 where id in (select id from thing)", "bid" },
		{ "delete from bid", "bid" },
		{ "with a as (select 1) insert into bid select * from a", "bid" },
		{ "with a as (select 'insert into x') select * from a", "" },
		{ "select id from bid where title = 'update bid set'", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(statement_make(a, "x", str_of(cases[i][0]), NULL)->writes, cases[i][1]);
}

/* The program's own statements and schema, as they are embedded. */
TEST_BOTH(every_statement_of_the_program_fits)
{
	struct str error = { 0 };
	struct db *db = db_open(a, url, DB_WRITE, true, &error), *page;

	if (!db)
		print_error("%.*s\n", STR_ARG(error));
	assert_non_null(db);
	assert_int_equal(db_invariants(db, a).n, 0);
	assert_int_equal(db_fault(db), FAULT_NONE);
	page = db_open(a, url, DB_READ, false, &error);
	assert_non_null(page);
	db_close(page);
	db_close(db);
}

/* Statements that read a whole table and mean to: small tables, verify, clearing up. */
static const char *const walks[] = { "affiliation_walk", "demo_inbox_read", "journal_items_all", "journal_items_loose", "pack_files_all", "panel_candidates",
	"panel_candidates_seen", "party_experts", "party_experts_count", "programmes_all", "sign_log_count", "sign_log_lines",
	"sign_sessions_forget" };

static bool may_walk(const char *name)
{
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++)
		if (!strcmp(walks[i], name))
			return true;
	return false;
}

static int walks_of(struct db *db, struct arena *a, const struct statement *s)
{
	const char *sql = str_fmt(a, "explain query plan %.*s", STR_ARG(s->sql)).p;
	sqlite3_stmt *plan = NULL;
	int found = 0;

	assert_int_equal(sqlite3_prepare_v2(db->conn, sql, -1, &plan, NULL), SQLITE_OK);
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(plan, 3);

		if (strncmp(step, "SCAN ", 5) || strstr(step, "CONSTANT"))
			continue;
		print_error("%s:%d: %s walks a whole table: %s\n", s->file, s->line, s->name, step);
		found++;
	}
	sqlite3_finalize(plan);
	return found;
}

TEST(no_statement_walks_a_growing_table, "")
{
	struct str error = { 0 };
	struct db *db = db_open(a, ":memory:", DB_WRITE, true, &error);
	int found = 0;

	assert_non_null(db);
	for (size_t i = 0; i < db->statements.n; i++)
		if (!may_walk(db->statements.v[i].name))
			found += walks_of(db, a, &db->statements.v[i]);
	assert_int_equal(found, 0);
	db_close(db);
}

static bool no_row(void *ctx, int64_t id)
{
	(void)ctx, (void)id;
	return false;
}

TEST_BOTH(every_table_of_the_book_has_id_and_act)
{
	struct str error = { 0 };
	struct db *db = db_open(a, url, DB_WRITE, true, &error);
	struct rows tables = db_book_tables(a);

	assert_non_null(db);
	assert_true(tables.n > 1);
	for (size_t i = 0; i < tables.n; i++) {
		struct str name = ((struct str *)tables.v)[i];

		assert_true(db_each_id(db, name, no_row, NULL));
		assert_int_equal(db_row_text(db, a, name, 1).n, 0);
		db_cells(db, a, str_fmt(a, "select act from %.*s where id = 0", STR_ARG(name)).p);
		if (db_fault(db))
			print_error("%.*s: %.*s\n", STR_ARG(name), STR_ARG(db_fault_text(db)));
		assert_int_equal(db_fault(db), FAULT_NONE);
	}
	db_close(db);
}

TEST_MAIN
