/*
 * The PostgreSQL driver: connecting.  A server that would lose commits (fsync, synchronous_commit, full_page_writes
 * off) or that keeps text in another encoding is refused.  A connection that was lost is made again at the next
 * transaction; statements are then prepared again as they are used (struct db: generation).
 */
#include "store/db_pg.h"

#include <string.h>

static void quiet(void *ctx, const char *message)
{
	(void)ctx, (void)message;
}

static bool setting(struct db *db, const char *name, const char *must, const char *never)
{
	struct rows got = db_cells(db, db->scratch, str_fmt(db->scratch, "select current_setting('%s')", name).p);
	struct str now = got.n ? *(struct str *)got.v : STR("?");

	if (db->fault)
		return false;
	if ((must && !str_is(now, must)) || (never && str_is(now, never)))
		return db_fail(db, FAULT_WRONG, "postgresql: %s is %.*s", name, STR_ARG(now));
	return true;
}

/* Text is ordered by its bytes, as SQLite does: the same lists on both engines. */
static bool ordered(struct db *db)
{
	struct rows got = db_cells(db, db->scratch, "select case when datlocprovider = 'i' then 'icu' else datcollate end "
		"from pg_database where datname = current_database()");
	struct str now = got.n ? *(struct str *)got.v : STR("?");

	if (db->fault || str_is(now, "C") || str_is(now, "POSIX") || str_starts(now, "C."))
		return !db->fault;
	return db_fail(db, FAULT_WRONG, "postgresql: the database orders text by %.*s; make it with "
		"createdb -T template0 --locale=C --encoding=UTF8", STR_ARG(now));
}

static bool settings(struct db *db)
{
	if (PQserverVersion(db->conn) < 150000)
		return db_fail(db, FAULT_WRONG, "postgresql: the server is older than 15");
	return pg_do(db, "set client_min_messages = error") &&
		pg_do(db, "set client_encoding = 'UTF8'") &&
		pg_do(db, "set lock_timeout = '10s'") &&
		pg_do(db, "set idle_in_transaction_session_timeout = '5min'") &&
		(db->mode == DB_WRITE || pg_do(db, "set default_transaction_read_only = on")) &&
		setting(db, "fsync", "on", NULL) &&
		setting(db, "full_page_writes", "on", NULL) &&
		setting(db, "synchronous_commit", NULL, "off") &&
		setting(db, "standard_conforming_strings", "on", NULL) &&
		setting(db, "server_encoding", "UTF8", NULL) &&
		ordered(db);
}

static bool simple_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] == '_' || (s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9')))
			return false;
	return s.n > 0;
}

/* A search_path in the URL names the schema; it is made with the store. */
static bool make_schema(struct db *db)
{
	struct rows got = db_cells(db, db->scratch, "select current_setting('search_path')");
	struct str path = got.n ? *(struct str *)got.v : STR("");
	struct str first = str_trim(str_cut(&path, ','));

	if (!simple_name(first))
		return !db->fault;
	return pg_do(db, str_fmt(db->scratch, "create schema if not exists %.*s", STR_ARG(first)).p);
}

bool pg_open(struct db *db)
{
	db->conn = PQconnectdb(db->url);
	db->generation = 1;
	if (PQstatus(db->conn) != CONNECTION_OK)
		return pg_failed(db, "postgresql", NULL);
	PQsetNoticeProcessor(db->conn, quiet, NULL);
	return settings(db) && (!db->create || db->mode != DB_WRITE || make_schema(db));
}

bool pg_ready(struct db *db)
{
	if (db->in_write || db->in_snapshot || PQstatus(db->conn) == CONNECTION_OK)
		return true;
	PQreset(db->conn);
	if (PQstatus(db->conn) != CONNECTION_OK)
		return pg_failed(db, "postgresql", NULL);
	db->generation++;
	return settings(db);
}

static void put_names(struct db *db, struct buf *out, bool insert_only)
{
	size_t n = 0;

	for (size_t i = 0; i < db->schema->tables_n; i++)
		if (!insert_only || db->schema->tables[i].insert_only)
			buf_fmt(out, "%s('%.*s')", n++ ? ", " : "", STR_ARG(db->schema->tables[i].name));
	if (!n)
		buf_puts(out, "('schema_version')");
}

static bool none(struct db *db, struct buf *sql, const char *what)
{
	struct rows got;

	buf_putc(sql, 0);
	got = db_cells(db, db->scratch, sql->p);
	if (!db->fault && got.n)
		db_fail(db, FAULT_WRONG, "schema: %s: %.*s", what, STR_ARG(*(struct str *)got.v));
	return !db->fault;
}

/* Columns are checked by preparing every statement; here tables and their insert-only triggers. */
bool pg_tables(struct db *db)
{
	struct buf sql = { .arena = db->scratch };

	buf_puts(&sql, "select t from (values ");
	put_names(db, &sql, false);
	buf_puts(&sql, ") as v (t) where to_regclass(t) is null");
	if (!none(db, &sql, "a table is missing"))
		return false;
	sql.n = 0;
	buf_puts(&sql, "select t from (values ");
	put_names(db, &sql, true);
	buf_puts(&sql, ") as v (t) where t <> 'schema_version' and 3 > (select count(*) from pg_trigger where "
		"tgrelid = to_regclass(t) and tgenabled in ('O', 'A') and "
		"tgname::text in (t || '_no_update', t || '_no_delete', t || '_no_truncate'))");
	return none(db, &sql, "the insert-only triggers are missing on");
}
