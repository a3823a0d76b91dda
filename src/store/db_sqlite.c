/*
 * The SQLite driver.  Durable and strict by settings that are read back after they were set; one writer at a time by
 * the process's FIFO lock, which also covers every checkpoint (SQLite 3.40 can lose a commit when a commit and a WAL
 * reset of two connections overlap); one writing process by a lock file.
 */
#include "store/db_in.h"

#include <sqlite3.h>
#include <string.h>

#include "store/db_sqlite.h"
#include "store/lock.h"

#define CHECKPOINT_PAGES 1000           /* 4 MB of log: copied back, readers are not disturbed */
#define CHECKPOINT_FORCE 20000          /* 80 MB: readers kept the log from being reset; wait for them once */

static enum fault fault_of(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return FAULT_BUSY;
	case SQLITE_CONSTRAINT:
		return FAULT_CONSTRAINT;
	case SQLITE_IOERR:
	case SQLITE_FULL:
	case SQLITE_CANTOPEN:
		return FAULT_LOST;
	default:
		return FAULT_WRONG;
	}
}

bool sqlite_failed(struct db *db, const char *what)
{
	return db_fail(db, fault_of(sqlite3_extended_errcode(db->conn)), "%s: %s", what, sqlite3_errmsg(db->conn));
}

bool sqlite_do(struct db *db, const char *sql)
{
	return sqlite3_exec(db->conn, sql, NULL, NULL, NULL) == SQLITE_OK || sqlite_failed(db, "sqlite");
}

/* ---- transactions ---- */

static void give(struct db *db)
{
	if (db->locked)
		lock_give();
	db->locked = false;
}

static bool take(struct db *db)
{
	db->locked = lock_take();
	return db->locked || db_fail(db, FAULT_WRONG, "this thread writes another store at the moment");
}

static bool sqlite_begin(struct db *db)
{
	if (db->rehearsing)
		return sqlite_do(db, "savepoint act");
	if (!take(db))
		return false;
	if (sqlite_do(db, "begin immediate"))
		return true;
	give(db);
	return false;
}

static int count_pages(void *ctx, sqlite3 *conn, const char *name, int pages)
{
	struct db *db = ctx;

	(void)conn, (void)name;
	db->wal_pages = pages;
	return SQLITE_OK;
}

static bool sqlite_commit(struct db *db)
{
	if (db->rehearsing)
		return sqlite_do(db, "release act");
	if (!sqlite_do(db, "commit"))
		return false;
	if (db->wal_pages >= CHECKPOINT_PAGES)
		sqlite3_wal_checkpoint_v2(db->conn, NULL,
			db->wal_pages >= CHECKPOINT_FORCE ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	give(db);
	return true;
}

static void sqlite_rollback(struct db *db)
{
	if (db->rehearsing) {
		sqlite3_exec(db->conn, "rollback to act; release act", NULL, NULL, NULL);
		return;
	}
	if (db->conn && !sqlite3_get_autocommit(db->conn))
		sqlite3_exec(db->conn, "rollback", NULL, NULL, NULL);
	give(db);
}

static bool sqlite_snapshot(struct db *db)
{
	return sqlite_do(db, "begin");
}

static void sqlite_checkpoint(struct db *db)
{
	if (!take(db))
		return;
	sqlite3_wal_checkpoint_v2(db->conn, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	give(db);
}

/* ---- statements ---- */

static enum column_type type_of(const char *declared)
{
	if (!declared)
		return COLUMN_UNKNOWN;
	if (!sqlite3_stricmp(declared, "integer"))
		return COLUMN_INT;
	return sqlite3_stricmp(declared, "text") ? COLUMN_OTHER : COLUMN_TEXT;
}

static int line_of(const struct statement *st, int offset)
{
	int line = st->line + 1;

	for (int i = 0; i < offset && (size_t)i < st->sql.n; i++)
		line += st->sql.p[i] == '\n';
	return line;
}

static bool sqlite_prepare(struct db *db, struct prepared *p, int *line)
{
	const struct statement *st = p->st;
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v3(db->conn, st->sql.p, (int)st->sql.n, SQLITE_PREPARE_PERSISTENT, &s, NULL) || !s) {
		*line = line_of(st, sqlite3_error_offset(db->conn));
		return db_fail(db, FAULT_WRONG, "%s", sqlite3_errmsg(db->conn));
	}
	p->columns_n = (size_t)sqlite3_column_count(s);
	p->columns = NEW_ARRAY(db->arena, p->columns_n + 1, struct column);
	for (size_t i = 0; i < p->columns_n; i++) {
		p->columns[i].name = str_c(db->arena, str_of(sqlite3_column_name(s, (int)i)));
		p->columns[i].type = type_of(sqlite3_column_decltype(s, (int)i));
	}
	p->handle = s;
	return true;
}

static bool bind(struct db *db, struct prepared *p, size_t i, const void *in)
{
	const struct statement_param *q = &p->st->params[i];
	struct str s;

	if (!field_is_text(q->f->kind))
		return !sqlite3_bind_int64(p->handle, (int)i + 1, FIELD_INT(in, q->f)) || sqlite_failed(db, p->st->name);
	s = FIELD_STR(in, q->f);
	return db_text_good(db, q, s) &&
		(!sqlite3_bind_text(p->handle, (int)i + 1, s.n ? s.p : "", (int)s.n, SQLITE_STATIC) ||
		 sqlite_failed(db, p->st->name));
}

static bool sqlite_start(struct db *db, struct prepared *p, const void *in)
{
	sqlite3_reset(p->handle);
	for (size_t i = 0; i < p->st->params_n; i++)
		if (!bind(db, p, i, in))
			return false;
	return true;
}

static bool sqlite_next(struct db *db, struct prepared *p)
{
	int code = db->fault ? SQLITE_DONE : sqlite3_step(p->handle);

	if (code != SQLITE_ROW && code != SQLITE_DONE)
		sqlite_failed(db, p->st->name);
	return code == SQLITE_ROW;
}

static struct str sqlite_text(struct prepared *p, size_t column)
{
	const char *text = (const char *)sqlite3_column_text(p->handle, (int)column);

	return (struct str){ text ? text : "", (size_t)sqlite3_column_bytes(p->handle, (int)column) };
}

static bool sqlite_number(struct prepared *p, size_t column, int64_t *out)
{
	int type = sqlite3_column_type(p->handle, (int)column);

	*out = sqlite3_column_int64(p->handle, (int)column);
	return type == SQLITE_INTEGER || type == SQLITE_NULL;
}

static int64_t sqlite_finish(struct db *db, struct prepared *p)
{
	int64_t changed = sqlite3_changes64(db->conn);

	sqlite3_reset(p->handle);
	sqlite3_clear_bindings(p->handle);
	return changed;
}

static void sqlite_close(struct db *db)
{
	sqlite3_stmt *s;

	sqlite_rollback(db);
	if (db->conn && db->mode == DB_WRITE)
		sqlite_checkpoint(db);
	while (db->conn && (s = sqlite3_next_stmt(db->conn, NULL)))
		sqlite3_finalize(s);
	sqlite3_close(db->conn);
	if (db->process_locked)
		lock_process_end(sqlite_lock_path(db));
}

static bool sqlite_open(struct db *db)
{
	bool good;

	if (db->mode != DB_WRITE)
		return sqlite_connect(db);
	if (!take(db))
		return false;
	good = sqlite_connect(db);
	give(db);
	if (good)
		sqlite3_wal_hook(db->conn, count_pages, db);
	return good;
}

bool db_backup(struct db *db, const char *to, struct str *error)
{
	bool good;

	if (!db_is_sqlite(db)) {
		*error = STR("a PostgreSQL store is copied by pg_dump");
		return false;
	}
	if (!take(db)) {
		*error = db_fault_text(db);
		return false;
	}
	good = sqlite_copy(db, to, error);
	give(db);
	return good;
}

const struct driver driver_sqlite = {
	.open = sqlite_open,
	.close = sqlite_close,
	.exec = sqlite_do,
	.prepare = sqlite_prepare,
	.start = sqlite_start,
	.next = sqlite_next,
	.text = sqlite_text,
	.number = sqlite_number,
	.finish = sqlite_finish,
	.begin = sqlite_begin,
	.commit = sqlite_commit,
	.rollback = sqlite_rollback,
	.snapshot = sqlite_snapshot,
	.checkpoint = sqlite_checkpoint,
	.tables = sqlite_tables,
};
