/*
 * The SQLite driver: opening.  Every setting is set, then read back; one that does not hold stops the start.  The
 * tables are compared with what the schema files would make (when writing: the comparison takes as long as the rest).
 */
#include "store/db_sqlite.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "store/lock.h"

static bool is_memory(const struct db *db)
{
	return !strcmp(db->url, ":memory:");
}

const char *sqlite_lock_path(struct db *db)
{
	return str_fmt(db->arena, "%s.lock", db->url).p;
}

static bool config(struct db *db)
{
	static const struct {
		const char *name;
		int what, want;
	} list[] = {
		{ "defensive", SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ "trusted schema", SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ "foreign keys", SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ "triggers", SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
		{ "load extension", SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ "double quoted texts (schema)", SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ "double quoted texts", SQLITE_DBCONFIG_DQS_DML, 0 },
		{ "writable schema", SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
		{ "no checkpoint on close", SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};

	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		int now = -1;

		if (sqlite3_db_config(db->conn, list[i].what, list[i].want, &now) || now != list[i].want)
			return db_fail(db, FAULT_WRONG, "sqlite: setting does not hold: %s", list[i].name);
	}
	sqlite3_limit(db->conn, SQLITE_LIMIT_ATTACHED, 0);
	return true;
}

static bool pragma(struct db *db, const char *name, const char *set, const char *want)
{
	struct str now = STR("?");
	struct rows got;

	if (set && !sqlite_do(db, str_fmt(db->scratch, "pragma %s = %s", name, set).p))
		return false;
	got = db_cells(db, db->scratch, str_fmt(db->scratch, "pragma %s", name).p);
	if (db->fault)
		return false;
	if (got.n)
		now = *(struct str *)got.v;
	return str_is(now, want) || db_fail(db, FAULT_WRONG, "sqlite: %s is %.*s, not %s", name, STR_ARG(now), want);
}

static bool pragmas(struct db *db)
{
	const char *reads = db->mode == DB_READ ? "1" : "0";
	const char *journal = is_memory(db) ? "memory" : "wal";

	return pragma(db, "encoding", NULL, "UTF-8") &&
		pragma(db, "busy_timeout", "5000", "5000") &&
		pragma(db, "journal_mode", journal, journal) &&
		pragma(db, "synchronous", "full", "2") &&
		pragma(db, "foreign_keys", "on", "1") &&
		pragma(db, "recursive_triggers", "on", "1") &&
		pragma(db, "cell_size_check", "on", "1") &&
		pragma(db, "wal_autocheckpoint", "0", "0") &&
		pragma(db, "temp_store", "memory", "2") &&
		pragma(db, "trusted_schema", "off", "0") &&
		pragma(db, "query_only", reads, reads) &&
		sqlite_do(db, "pragma case_sensitive_like = on");       /* as PostgreSQL; cannot be read back */
}

/* strpos(text, part) as PostgreSQL has it: the character where `part` begins, 0 when nowhere. */
static void sql_strpos(sqlite3_context *c, int n, sqlite3_value **v)
{
	struct str s = { (const char *)sqlite3_value_text(v[0]), 0 }, part = { (const char *)sqlite3_value_text(v[1]), 0 };
	const char *at;

	(void)n;
	s.n = (size_t)sqlite3_value_bytes(v[0]);
	part.n = (size_t)sqlite3_value_bytes(v[1]);
	if (!s.p || !part.p) {
		sqlite3_result_null(c);
		return;
	}
	at = part.n ? memmem(s.p, s.n, part.p, part.n) : s.p;
	sqlite3_result_int64(c, at ? (int64_t)utf8_count((struct str){ s.p, (size_t)(at - s.p) }) + 1 : 0);
}

/* A new file is for its owner only (the log beside it takes over the mode). Not for a file that is there: closing it would drop locks. */
static void make_private(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd >= 0)
		close(fd);
}

bool sqlite_connect(struct db *db)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
	sqlite3 *conn = NULL;
	int code;

	if (db->mode == DB_WRITE && !is_memory(db)) {
		db->process_locked = lock_process(sqlite_lock_path(db));
		if (!db->process_locked)
			return db_fail(db, FAULT_BUSY, "%s: another process writes this store", sqlite_lock_path(db));
	}
	if (db->mode == DB_WRITE && db->create) {
		flags |= SQLITE_OPEN_CREATE;
		if (!is_memory(db))
			make_private(db->url);
	}
	code = sqlite3_open_v2(db->url, &conn, flags, NULL);
	db->conn = conn;
	if (code)
		return db_fail(db, FAULT_LOST, "%s: %s", db->url, conn ? sqlite3_errmsg(conn) : "no memory");
	sqlite3_create_function_v2(conn, "strpos", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
		sql_strpos, NULL, NULL, NULL);
	return config(db) && pragmas(db);
}

static const char master_sql[] = "select type || ' ' || name, coalesce(sql, '') from sqlite_master "
	"where name not like 'sqlite_%' and name <> 'schema_version' order by type, name";

/* What the schema files make, in an empty store in memory. */
static struct rows wanted_tables(struct db *db)
{
	struct db model = { .driver = &driver_sqlite, .arena = db->arena, .scratch = db->scratch, .url = ":memory:",
		.mode = DB_WRITE };
	struct rows cells = { 0 };
	sqlite3 *conn = NULL;
	sqlite3_stmt *s;

	if (!sqlite3_open_v2(model.url, &conn, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, NULL)) {
		model.conn = conn;
		for (size_t i = 0; i < db->schema->files_n && !model.fault; i++)
			sqlite_do(&model, schema_sql(db->scratch, &db->schema->files[i], true).p);
		cells = db_cells(&model, db->scratch, master_sql);
	}
	while (conn && (s = sqlite3_next_stmt(conn, NULL)))
		sqlite3_finalize(s);
	sqlite3_close(conn);
	return cells;
}

static bool same_tables(struct db *db)
{
	struct rows is = db_cells(db, db->scratch, master_sql), want = wanted_tables(db);
	const struct str *x = is.v, *y = want.v;

	if (db->fault)
		return false;
	for (size_t i = 0; i < is.n || i < want.n; i += 2) {
		int order = i >= is.n ? 1 : i >= want.n ? -1 : str_cmp(x[i], y[i]);

		if (order)
			return db_fail(db, FAULT_WRONG, "schema: the store %s %.*s", order < 0 ? "has a strange" : "lacks",
				STR_ARG(order < 0 ? x[i] : y[i]));
		if (!str_eq(x[i + 1], y[i + 1]))
			return db_fail(db, FAULT_WRONG, "schema: %.*s is not as the schema files make it", STR_ARG(x[i]));
	}
	return true;
}

/* Once in a process: while it holds the lock file nobody else changes the tables. Workers that start together wait for the first. */
bool sqlite_tables(struct db *db)
{
	bool mine = lock_take();
	bool good = (db->process_locked && lock_looked(sqlite_lock_path(db), false)) || same_tables(db);

	if (good && db->process_locked)
		lock_looked(sqlite_lock_path(db), true);
	if (mine)
		lock_give();
	return good;
}

static bool copy_pages(struct db *db, sqlite3 *to, struct str *error)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", db->conn, "main");
	int code = b ? sqlite3_backup_step(b, -1) : SQLITE_ERROR;

	if (b)
		sqlite3_backup_finish(b);
	if (code == SQLITE_DONE)
		code = sqlite3_exec(to, "pragma journal_mode = delete", NULL, NULL, NULL);
	if (code != SQLITE_OK)
		*error = str_fmt(db->arena, "copy: %s", sqlite3_errmsg(to));
	return code == SQLITE_OK;
}

static bool sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool good = fd >= 0 && !fsync(fd);

	if (fd >= 0)
		close(fd);
	return good;
}

bool sqlite_copy(struct db *db, const char *to, struct str *error)
{
	sqlite3 *conn = NULL;
	bool good = false;

	if (!access(to, F_OK)) {
		*error = str_fmt(db->arena, "%s exists", to);
		return false;
	}
	if (sqlite3_open_v2(to, &conn, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL))
		*error = str_fmt(db->arena, "%s: %s", to, conn ? sqlite3_errmsg(conn) : "no memory");
	else
		good = copy_pages(db, conn, error);
	sqlite3_close(conn);
	if (good && !sync_file(to)) {
		*error = str_fmt(db->arena, "%s: could not be synced", to);
		good = false;
	}
	return good;
}
