/*
 * Opening a store: the embedded files are read, the engine is connected, the schema compared, every statement prepared and held against
 * its field tables.  Everything that does not fit is said at once.
 */
#include "store/db_in.h"

#include <string.h>
#include <unistd.h>

#define DB_ARENA ((size_t)256 << 20)    /* statements of a connection are some hundred kB; a snapshot of the schema some MB */

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

static bool prepare_all(struct db *db, struct buf *errors)
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
	if (read_assets(db, files, &errors) && db->driver->open(db) && schema_match(db) && prepare_all(db, &errors)) {
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
