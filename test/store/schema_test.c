/* The schema: applied once, compared ever after; unsafe settings are refused. */
#include "engine.h"

#include <sqlite3.h>

static const struct asset later = { "src/store/schema/0002-00-later.sql",
	STR("alter table thing add column size bigint not null default 0;\ncreate table more (id bigint primary key);\n") };

static struct str open_files(struct arena *a, const char *url, enum db_mode mode, bool create, struct asset *v, size_t n)
{
	struct str error = STR("");

	db_close(db_open_from(a, url, mode, create, (struct store_files){ v, n }, &error));
	return error;
}

static void has(struct str error, const char *part)
{
	if (!error.n || !strstr(error.p, part))
		print_error("found %.*s\n", STR_ARG(error));
	assert_true(error.n);
	assert_non_null(strstr(error.p, part));
}

TEST_BOTH(a_later_file_is_applied_once)
{
	struct asset v[ENGINE_ASSETS + 1];

	memcpy(v, engine_assets, sizeof engine_assets);
	v[ENGINE_ASSETS] = later;
	assert_int_equal(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS).n, 0);
	has(open_files(a, url, DB_WRITE, false, v, ENGINE_ASSETS + 1), "the store lacks 0002-00-later");
	has(open_files(a, url, DB_READ, true, v, ENGINE_ASSETS + 1), "the store lacks 0002-00-later");
	assert_str(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS + 1), "");
	assert_str(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS + 1), "");
	assert_str(open_files(a, url, DB_READ, false, v, ENGINE_ASSETS + 1), "");
	has(open_files(a, url, DB_WRITE, false, v, ENGINE_ASSETS), "does not know");
}

TEST_BOTH(a_store_of_an_older_program_is_upgraded)
{
	struct asset *older = NEW_ARRAY(a, assets_n, struct asset);
	struct str error = STR("");
	size_t n = 0;

	for (size_t i = 0; i < assets_n; i++)   /* without the statements and the last room's tables */
		if (strstr(assets[i].name, "/schema/0001-0") || strstr(assets[i].name, "/schema/0001-1"))
			older[n++] = assets[i];
	assert_true(n > 1);
	if (url[0] == '/')
		assert_false(db_upgrade(a, url, &error));
	assert_str(open_files(a, url, DB_WRITE, true, older, n), "");
	assert_null(db_open(a, url, DB_READ, false, &error));
	has(error, "the store lacks 0001-");
	assert_true(db_upgrade(a, url, &error));
	struct db *db = db_open(a, url, DB_READ, false, &error);
	assert_non_null(db);
	db_close(db);
}

TEST_BOTH(a_changed_file_is_refused)
{
	struct asset v[ENGINE_ASSETS];

	memcpy(v, engine_assets, sizeof engine_assets);
	assert_int_equal(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS).n, 0);
	v[0].text = str_fmt(a, "%s-- changed\n", engine_schema);
	has(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS), "0001-00-test was applied with another text");
}

TEST_BOTH(a_store_without_its_triggers_is_refused)
{
	struct asset v[ENGINE_ASSETS];
	struct db *db;

	memcpy(v, engine_assets, sizeof engine_assets);
	db = engine_open(a, url, DB_WRITE);
	assert_true(db->driver->exec(db, db_is_sqlite(db) ? "drop trigger fact_no_update" : "drop trigger fact_no_update on fact"));
	db_close(db);
	has(open_files(a, url, DB_WRITE, false, v, ENGINE_ASSETS), "fact");
}

TEST_BOTH(a_wrong_file_leaves_nothing)
{
	struct asset v[ENGINE_ASSETS + 1];

	memcpy(v, engine_assets, sizeof engine_assets);
	v[ENGINE_ASSETS] = later;
	v[ENGINE_ASSETS].text = STR("create table more (id bigint primary key);\ncreate table more (id bigint);\n");
	has(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS + 1), "more");
	assert_str(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS), "");
}

TEST_BOTH(an_empty_store_is_not_read)
{
	struct asset v[ENGINE_ASSETS];

	memcpy(v, engine_assets, sizeof engine_assets);
	assert_true(open_files(a, url, DB_READ, false, v, ENGINE_ASSETS).n > 0);
}

TEST(a_mark_without_its_table_is_found, "")
{
	struct asset v[1] = { { "src/store/schema/0001-x.sql", STR("create table a (id bigint primary key);\n-- book: b\n") } };

	has(open_files(a, ":memory:", DB_WRITE, true, v, 1), "no file makes table b");
}

TEST(tables_are_strict_on_sqlite, "")
{
	struct schema_file f = { STR("x"), STR("create table a (id bigint primary key, t text not null);\ncreate index b on a (t);\n"), { 0 } };

	assert_str(schema_sql(a, &f, true), "create table a (id integer primary key, t text not null) strict;\ncreate index b on a (t);\n\n");
	assert_str(schema_sql(a, &f, false),
		"create table a (id bigint primary key, t text not null);\ncreate index b on a (t);\n\n");
}

TEST(a_server_that_may_lose_commits_is_refused, "")
{
	const char *url = engine_pg(a, "unsafe");
	struct asset v[ENGINE_ASSETS];

	if (!url)
		skip();
	memcpy(v, engine_assets, sizeof engine_assets);
	has(open_files(a, str_fmt(a, "%s%%20-csynchronous_commit%%3Doff", url).p, DB_WRITE, true, v, ENGINE_ASSETS),
		"synchronous_commit is off");
	has(open_files(a, "postgresql://nobody@/none?host=/nowhere", DB_WRITE, true, v, ENGINE_ASSETS), "nowhere");
}

TEST(a_file_that_cannot_hold_is_refused, "")
{
	const char *folder = engine_folder(a), *url = str_fmt(a, "%s/t.db", folder).p;
	struct asset v[ENGINE_ASSETS];
	sqlite3 *other;

	memcpy(v, engine_assets, sizeof engine_assets);
	assert_int_equal(sqlite3_open(url, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "pragma encoding = 'UTF-16le'; create table x (y)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	has(open_files(a, url, DB_WRITE, true, v, ENGINE_ASSETS), "encoding is UTF-16le, not UTF-8");
	has(open_files(a, "/nowhere/t.db", DB_READ, false, v, ENGINE_ASSETS), "/nowhere/t.db");
	has(open_files(a, "/nowhere/t.db", DB_WRITE, true, v, ENGINE_ASSETS), "/nowhere/t.db.lock");
	engine_folder_end(a, folder);
}

TEST_MAIN
