/*
 * The store's front: what both engines share.  Finding statements, checking them against their field tables, sticky
 * faults, filling structs, generic questions.  What an engine does its own way stands in its driver.
 */
#include "store/db_in.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/utf8.h"

#define DB_ARENA (256u << 20)           /* statements of a connection are some hundred kB; rows of the store's own walks */

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

bool db_snapshot(struct db *db)
{
	assert(!db->in_write && !db->in_snapshot);
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
	a = arena_new(DB_ARENA);
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

/* ---- opening ---- */

static void check_column(struct prepared *p, struct column *c, struct buf *errors)
{
	const struct statement *st = p->st;
	bool text;

	c->f = st->out ? field_find(st->out, str_of(c->name)) : NULL;
	if (!c->f) {
		buf_fmt(errors, "%s:%d: %s: %s has no field for column %s\n", st->file, st->line, st->name,
			st->out ? st->out->name : "-", c->name);
		return;
	}
	text = field_is_text(c->f->kind);
	if (c->f->kind == KIND_rows || c->f->kind == KIND_pass)
		buf_fmt(errors, "%s:%d: %s: field %s is of a kind that is never stored\n",
			st->file, st->line, st->name, c->name);
	else if (c->type != COLUMN_UNKNOWN && c->type != (text ? COLUMN_TEXT : COLUMN_INT))
		buf_fmt(errors, "%s:%d: %s: column %s is not %s, as field %s.%s is (cast it)\n", st->file, st->line,
			st->name, c->name, text ? "text" : "bigint", st->out->name, c->name);
}

static void check_columns(struct prepared *p, struct buf *errors)
{
	for (size_t i = 0; i < p->columns_n; i++) {
		check_column(p, &p->columns[i], errors);
		for (size_t k = 0; k < i; k++)
			if (!strcmp(p->columns[i].name, p->columns[k].name))
				buf_fmt(errors, "%s:%d: %s: column %s stands twice\n", p->st->file, p->st->line,
					p->st->name, p->columns[i].name);
	}
}

static void prepare_one(struct db *db, struct prepared *p, struct buf *errors)
{
	int line = p->st->line;

	if (db->driver->prepare(db, p, &line)) {
		check_columns(p, errors);
		return;
	}
	buf_fmt(errors, "%s:%d: %s: %s\n", p->st->file, line, p->st->name, db->fault_text);
	if (db->fault != FAULT_LOST)
		db->fault = FAULT_NONE;
}

bool db_prepare_all(struct db *db, struct buf *errors)
{
	for (size_t i = 0; i < db->statements.n && !db->fault; i++)
		if (db->mode == DB_WRITE || !db->statements.v[i].writes.n)
			prepare_one(db, &db->prepared[i], errors);
	for (size_t i = 0; i < db->invariants.n && !db->fault; i++)
		prepare_one(db, &db->prepared_invariants[i], errors);
	return !db->fault && !errors->n;
}

static void make_places(struct db *db)
{
	db->prepared = NEW_ARRAY(db->arena, db->statements.n + 1, struct prepared);
	db->prepared_invariants = NEW_ARRAY(db->arena, db->invariants.n + 1, struct prepared);
	for (size_t i = 0; i < db->statements.n; i++)
		db->prepared[i].st = &db->statements.v[i];
	for (size_t i = 0; i < db->invariants.n; i++)
		db->prepared_invariants[i].st = &db->invariants.v[i];
}

static bool read_assets(struct db *db, struct store_files files, struct buf *errors)
{
	db->schema = schema_read(db->arena, files.v, files.n, errors);
	db->statements = statements_read(db->arena, files.v, files.n, errors);
	db->invariants = statements_invariants(db->arena, files.v, files.n, errors);
	make_places(db);
	return !errors->n;
}

struct db *db_open_from(struct arena *a, const char *url, enum db_mode mode, bool create, struct store_files files, struct str *error)
{
	struct arena *own = arena_new(DB_ARENA);
	struct db *db = NEW(own, struct db);
	struct buf errors = { .arena = a };
	bool pg = str_starts(str_of(url), "postgresql://") || str_starts(str_of(url), "postgres://");

	*db = (struct db){ .driver = pg ? &driver_pg : &driver_sqlite, .arena = own, .scratch = arena_new(DB_ARENA),
		.call = arena_new(DB_ARENA),
		.url = str_c(own, str_of(url)), .mode = mode, .create = create };
	if (read_assets(db, files, &errors) && db->driver->open(db) && schema_match(db) && db_prepare_all(db, &errors)) {
		db->opened = true;
		return db;
	}
	if (db->fault)
		buf_fmt(&errors, "%s\n", db->fault_text);
	if (errors.n)
		errors.n--;
	*error = str_copy(a, buf_str(&errors));
	db_close(db);
	return NULL;
}

struct db *db_open(struct arena *a, const char *url, enum db_mode mode, bool create, struct str *error)
{
	return db_open_from(a, url, mode, create, (struct store_files){ assets, assets_n }, error);
}

bool db_upgrade(struct arena *a, const char *url, struct str *error)
{
	bool there = str_starts(str_of(url), "postgres") || !access(url, F_OK);
	struct db *db = there ? db_open(a, url, DB_WRITE, true, error) : NULL;

	if (!there)
		*error = str_fmt(a, "%s: no store", url);
	db_close(db);
	return db != NULL;
}

void db_close(struct db *db)
{
	struct arena *own, *scratch, *call;

	if (!db)
		return;
	own = db->arena;
	scratch = db->scratch;
	call = db->call;
	db_rollback(db);
	db_snapshot_end(db);
	db->driver->close(db);
	arena_free(call);
	arena_free(scratch);
	arena_free(own);
}

void db_checkpoint(struct db *db)
{
	if (!db->fault && db->mode == DB_WRITE)
		db->driver->checkpoint(db);
}
