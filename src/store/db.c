/*
 * The store's front: what both engines share.  Finding statements, transactions, sticky faults, filling structs.  How a store is
 * opened stands in db_open.c, generic questions in db_table.c, what an engine does its own way in its driver.
 */
#include "store/db_in.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"

#define DB_ROW_ARENA ((size_t)256 << 20)        /* one row of db_each(), attachments are not in rows */

enum fault db_fault(const struct db *db)
{
	return db->fault;
}

struct str db_fault_text(const struct db *db)
{
	return str_of(db->fault_text);
}

void db_fault_clear(struct db *db)
{
	assert(!db->in_write);
	db->fault = FAULT_NONE;
	db->fault_text[0] = 0;
}

bool db_fail(struct db *db, enum fault fault, const char *fmt, ...)
{
	va_list args;

	if (db->fault)
		return false;
	db->fault = fault;
	va_start(args, fmt);
	vsnprintf(db->fault_text, sizeof db->fault_text, fmt, args);
	va_end(args);
	if (db->opened && (fault == FAULT_LOST || fault == FAULT_WRONG))
		log_line(LOG_ERROR, "store", "fault", db->fault_text, NULL);
	return false;
}

bool db_is_sqlite(const struct db *db)
{
	return db->driver == &driver_sqlite;
}

bool db_text_good(struct db *db, const struct statement_param *p, struct str s)
{
	if (s.n && memchr(s.p, 0, s.n))
		return db_fail(db, FAULT_WRONG, "a text with a zero byte in %.*s", STR_ARG(p->name));
	if (!utf8_valid(s))
		return db_fail(db, FAULT_WRONG, "a text that is not UTF-8 in %.*s", STR_ARG(p->name));
	return true;
}

/* ---- transactions ---- */

bool db_begin(struct db *db)
{
	assert(!db->in_write && !db->in_snapshot);
	if (db->fault)
		return false;
	if (db->mode != DB_WRITE)
		return db_fail(db, FAULT_WRONG, "this connection only reads");
	db->in_write = db->driver->begin(db);
	return db->in_write;
}

bool db_commit(struct db *db)
{
	bool kept;

	if (db->fault || !db->in_write) {
		db_rollback(db);
		return false;
	}
	kept = db->driver->commit(db);
	if (!kept)
		db->driver->rollback(db);
	db->in_write = false;
	return kept;
}

void db_rollback(struct db *db)
{
	if (db->in_write)
		db->driver->rollback(db);
	db->in_write = false;
}

bool db_rehearse(struct db *db)
{
	assert(!db->in_write && !db->in_snapshot);
	if (db->fault || (db->rehearsing ? !db->driver->exec(db, "savepoint scene") : !db_begin(db)))
		return false;
	db->in_write = false;
	db->rehearsing++;
	return true;
}

void db_rehearse_end(struct db *db)
{
	assert(db->rehearsing && !db->in_write);
	if (--db->rehearsing)
		db->driver->exec(db, "rollback to scene; release scene");
	else
		db->driver->rollback(db);
}

bool db_snapshot(struct db *db)
{
	assert(!db->in_write && !db->in_snapshot && !db->rehearsing);
	if (db->fault)
		return false;
	db->in_snapshot = db->driver->snapshot(db);
	return db->in_snapshot;
}

void db_snapshot_end(struct db *db)
{
	if (db->in_snapshot)
		db->driver->rollback(db);
	db->in_snapshot = false;
}

/* ---- one statement's run ---- */

static struct prepared *find(struct db *db, const char *name)
{
	const struct statement *st = statement_find(&db->statements, name);
	struct prepared *p = st ? &db->prepared[st - db->statements.v] : NULL;

	if (db->fault)
		return NULL;
	if (!st)
		db_fail(db, FAULT_WRONG, "no statement is called %s", name);
	else if (!p->handle)
		db_fail(db, FAULT_WRONG, "%s writes, this connection only reads", name);
	return p && p->handle ? p : NULL;
}

/* A write outside a transaction is one of its own. */
static bool open_own(struct db *db, const struct prepared *p)
{
	db->own_write = false;
	if (!p->st->writes.n || db->in_write)
		return true;
	if (db->in_snapshot)
		return db_fail(db, FAULT_WRONG, "%s writes inside a snapshot", p->st->name);
	db->own_write = db_begin(db);
	return db->own_write;
}

static bool start(struct db *db, struct prepared *p, const void *in)
{
	if (!p || !open_own(db, p))
		return false;
	assert(!p->busy);               /* a statement that is still being walked */
	assert(in || !p->st->in || !p->st->params_n);
	p->busy = db->driver->start(db, p, in);
	if (!p->busy && db->own_write)
		db_rollback(db);
	return p->busy;
}

static int64_t finish(struct db *db, struct prepared *p)
{
	int64_t changed = db->driver->finish(db, p);

	p->busy = false;
	if (db->own_write && p->st->writes.n) {
		db->own_write = false;
		db_commit(db);
	}
	return db->fault ? -1 : p->st->writes.n ? changed : 0;
}

static void fill(struct db *db, struct arena *a, struct prepared *p, void *row)
{
	for (size_t i = 0; i < p->columns_n; i++) {
		const struct field *f = p->columns[i].f;

		if (field_is_text(f->kind))
			FIELD_STR(row, f) = str_copy(a, db->driver->text(p, i));
		else if (!db->driver->number(p, i, &FIELD_INT(row, f)))
			db_fail(db, FAULT_WRONG, "%s: column %s is not a whole number", p->st->name, f->name);
	}
}

int64_t db_run(struct db *db, const char *statement, const void *in)
{
	struct prepared *p = find(db, statement);

	if (!start(db, p, in))
		return -1;
	while (db->driver->next(db, p))
		;
	return finish(db, p);
}

void db_put(struct db *db, const char *statement, const void *in, int64_t rows)
{
	struct prepared *p = find(db, statement);
	int64_t changed;

	if (!p)
		return;
	assert(db->in_write && p->st->writes.n && !p->columns_n);
	if (db->driver->send) {
		db->driver->send(db, p, in, rows);
		return;
	}
	changed = db_run(db, statement, in);
	if (!db->fault && changed != rows)
		db_fail(db, FAULT_WRONG, "%s changed %lld rows, not %lld", statement, (long long)changed, (long long)rows);
}

static void *grow(struct arena *a, struct rows *rows, size_t *cap, size_t size)
{
	void *old = rows->v;

	if (rows->n == *cap) {
		*cap = *cap ? 2 * *cap : 16;
		rows->v = arena_array(a, *cap, size);
		if (rows->n)
			memcpy(rows->v, old, rows->n * size);
	}
	return (char *)rows->v + size * rows->n++;
}

struct rows db_all(struct db *db, struct arena *a, const char *statement, const void *in)
{
	struct prepared *p = find(db, statement);
	struct rows rows = { 0 };
	size_t cap = 0;

	if (!start(db, p, in))
		return rows;
	assert(p->st->out);
	while (db->driver->next(db, p))
		fill(db, a, p, grow(a, &rows, &cap, p->st->out->size));
	if (finish(db, p) < 0)
		rows = (struct rows){ 0 };
	return rows;
}

bool db_one(struct db *db, struct arena *a, const char *statement, const void *in, void *out)
{
	struct prepared *p = find(db, statement);
	bool found;

	if (p && p->st->out)
		memset(out, 0, p->st->out->size);
	if (!start(db, p, in))
		return false;
	assert(p->st->out);
	found = db->driver->next(db, p);
	if (found)
		fill(db, a, p, out);
	while (p->st->writes.n && db->driver->next(db, p))
		;
	if (finish(db, p) < 0 && found) {
		memset(out, 0, p->st->out->size);
		found = false;
	}
	return found;
}

bool db_each(struct db *db, const char *statement, const void *in, db_each_fn each, void *ctx)
{
	struct prepared *p = find(db, statement);
	struct arena *a;
	bool on = true;

	if (!start(db, p, in))
		return false;
	assert(p->st->out);
	a = arena_new(DB_ROW_ARENA);
	while (on && db->driver->next(db, p)) {
		void *row = arena_alloc(a, p->st->out->size);

		fill(db, a, p, row);
		on = !db->fault && each(ctx, row);
		arena_reset(a);
	}
	arena_free(a);
	return finish(db, p) >= 0;
}

const struct fields *db_statement_in(struct db *db, const char *statement)
{
	const struct statement *st = statement_find(&db->statements, statement);

	return st ? st->in : NULL;
}

struct str db_statement_writes(struct db *db, const char *statement)
{
	const struct statement *st = statement_find(&db->statements, statement);

	return st ? st->writes : (struct str){ 0 };
}

/* ---- the store's own questions ---- */

struct rows db_cells(struct db *db, struct arena *a, const char *sql)
{
	struct prepared p = { .st = statement_make(a, "cells", str_of(sql), NULL) };
	struct rows rows = { 0 };
	size_t cap = 0;
	int line;

	if (db->fault || !db->driver->prepare(db, &p, &line) || !db->driver->start(db, &p, NULL))
		return rows;
	while (db->driver->next(db, &p))
		for (size_t i = 0; i < p.columns_n; i++)
			*(struct str *)grow(a, &rows, &cap, sizeof(struct str)) = str_copy(a, db->driver->text(&p, i));
	db->driver->finish(db, &p);
	return rows;
}

struct rows db_invariants(struct db *db, struct arena *a)
{
	struct rows rows = { 0 };
	size_t cap = 0;

	for (size_t i = 0; i < db->invariants.n && !db->fault; i++) {
		struct prepared *p = &db->prepared_invariants[i];

		if (!start(db, p, NULL))
			return rows;
		while (db->driver->next(db, p))
			*(struct db_broken *)grow(a, &rows, &cap, sizeof(struct db_broken)) =
				(struct db_broken){ str_of(p->st->name), str_copy(a, db->driver->text(p, 0)) };
		finish(db, p);
	}
	return rows;
}

void db_checkpoint(struct db *db)
{
	if (!db->fault && db->mode == DB_WRITE)
		db->driver->checkpoint(db);
}
