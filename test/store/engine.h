/* Both engines for the store's tests: the same body runs on a new SQLite file and on a new schema of the test server (JIEBANG_TEST_PG). */
#ifndef TEST_STORE_ENGINE_H
#define TEST_STORE_ENGINE_H

#include "test.h"

#include <unistd.h>

#include "store/db_in.h"
#include "tables/tables.h"

static const char engine_schema[] =
	"create table thing (\n"
	"	id bigint primary key,\n"
	"	act bigint not null,\n"
	"	number text not null,           -- a bigint in a comment\n"
	"	title text not null,\n"
	"	programme bigint not null,\n"
	"	note_secret text not null,\n"
	"	unique (programme, number),\n"
	"	constraint thing_programme_positive check (programme >= 0)\n"
	");\n"
	"-- book: thing\n"
	"create table fact (\n"
	"	id bigint primary key,\n"
	"	act bigint not null,\n"
	"	thing bigint not null references thing (id),\n"
	"	title text not null\n"
	");\n"
	"-- insert-only: fact\n"
	"-- book: fact\n"
	"create index fact_thing on fact (thing);\n";

static const char engine_sql[] =
	"-- What the tests say; a line with: no arrow is a remark.\n"
	"-- thing_insert: challenge_row -> -\n"
	"insert into thing (id, act, number, title, programme, note_secret)\n"
	"values (:id, :act, :number, :title, :programme, 'hidden');\n"
	"-- thing_insert_once: challenge_row -> -\n"
	"insert into thing (id, act, number, title, programme, note_secret)\n"
	"values (:id, :act, :number, :title, :programme, '') on conflict (id) do nothing;\n"
	"-- thing_title: challenge_row -> -\n"
	"update thing set title = :title, act = :act where id = :id;\n"
	"-- thing_count_up: id_key -> challenge_row\n"
	"update thing set act = act + 1 where id = :id returning id, act;\n"
	"-- thing_delete: id_key -> -\n"
	"delete from thing where id = :id;\n"
	"-- thing_read: id_key -> challenge_row\n"
	"select id, act, number, title, programme from thing where id = :id;\n"
	"-- things: - -> challenge_row\n"
	"select id, title from thing order by id;\n"
	"-- things_by_title: - -> challenge_row\n"
	"select id, title from thing order by title, id;\n"
	"-- things_count: - -> count_row\n"
	"select count(*) as n from thing;\n"
	"-- things_found: viewer_key -> challenge_row\n"
	"select id, title from thing where :q = '' or strpos(lower(title), lower(:q)) > 0 or title like '%:q%'\n"
	"order by id limit :limit offset :offset;\n"
	"-- things_sum: - -> count_row\n"
	"with recursive up (n) as (select cast(1 as bigint) union all select n + 1 from up where n < 10)\n"
	"select cast(coalesce(sum(n), 0) as bigint) as n from up;\n"
	"-- fact_insert: challenge_row -> -\n"
	"insert into fact (id, act, thing, title) values (:id, :act, :programme, :title);\n"
	"-- fact_change: challenge_row -> -\n"
	"update fact set title = :title where id = :id;\n"
	"-- fact_upsert: challenge_row -> -\n"
	"insert into fact (id, act, thing, title) values (:id, :act, :programme, :title)\n"
	"on conflict (id) do update set title = excluded.title;\n"
	"-- fact_remove: id_key -> -\n"
	"delete from fact where id = :id;\n";

static const char engine_invariants[] =
	"-- thing_titled: every thing has a title\n"
	"select 'thing ' || id as what from thing where title = '' order by id;\n"
	"-- fact_titled: every fact has a title\n"
	"select 'fact ' || id as what from fact where title = '';\n";

#define ENGINE_ASSET(NAME, TEXT) { NAME, { TEXT, sizeof TEXT - 1 } }
static const struct asset engine_assets[] = {
	ENGINE_ASSET("src/store/schema/0001-00-test.sql", engine_schema),
	ENGINE_ASSET("src/store/schema/invariants.sql", engine_invariants),
	ENGINE_ASSET("src/test/engine.sql", engine_sql),
};
#define ENGINE_ASSETS (sizeof engine_assets / sizeof *engine_assets)

/* A new folder, removed by engine_end(). */
static inline const char *engine_folder(struct arena *a)
{
	struct str s = str_fmt(a, "%s/jiebang-store.XXXXXX", access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");

	return mkdtemp((char *)s.p);
}

static inline void engine_folder_end(struct arena *a, const char *folder)
{
	static const char *const names[] = { "t.db", "t.db-wal", "t.db-shm", "t.db.lock", "copy.db", "copy.db-wal",
		"copy.db-shm", "copy.db.lock" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(str_fmt(a, "%s/%s", folder, names[i]).p);
	rmdir(folder);
}

/* The test server with a schema of its own for this call; NULL when there is none. */
static inline const char *engine_pg(struct arena *a, const char *name)
{
	const char *server = getenv("JIEBANG_TEST_PG");

	if (!server)
		return NULL;
	return str_fmt(a, "%s%coptions=-csearch_path%%3Dt%d_%s", server, strchr(server, '?') ? '&' : '?', (int)getpid(), name).p;
}

typedef void (*engine_body)(struct arena *a, const char *url);

static inline void engine_both(struct arena *a, const char *name, engine_body body)
{
	const char *folder = engine_folder(a), *pg = engine_pg(a, name);

	assert_non_null(folder);
	body(a, str_fmt(a, "%s/t.db", folder).p);
	engine_folder_end(a, folder);
	if (pg)
		body(a, pg);
}

/* TEST_BOTH(name) { … uses a and url … } */
#define TEST_BOTH(NAME) \
	static void NAME##_body(struct arena *a, const char *url); \
	TEST(NAME, "") { engine_both(a, #NAME, NAME##_body); } \
	static void NAME##_body(__attribute__((unused)) struct arena *a, const char *url)

static inline struct db *engine_open(struct arena *a, const char *url, enum db_mode mode)
{
	struct str error = { 0 };
	struct db *db = db_open_from(a, url, mode, mode == DB_WRITE, (struct store_files){ engine_assets, ENGINE_ASSETS }, &error);

	if (!db)
		print_error("%s: %.*s\n", url, STR_ARG(error));
	assert_non_null(db);
	return db;
}

static inline struct challenge_row thing(int64_t id, const char *number, const char *title)
{
	return (struct challenge_row){ .id = id, .act = 1, .number = str_of(number), .title = str_of(title), .programme = 1 };
}

#endif
