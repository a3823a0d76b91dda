/*
 * Generic questions about whole tables, for the book: a row's canonical text, every id of a table, which tables the
 * book covers.  Table names come from the schema files or from statements, never from outside.
 */
#include "store/db_in.h"

#include <string.h>

static const struct field id_list[] = { { .name = "id", .label = "", .kind = KIND_id, .at = 0 } };
static const struct fields id_fields = { "store_id", id_list, 1, sizeof(int64_t) };

static bool known_table(const struct db *db, struct str table)
{
	for (size_t i = 0; i < db->schema->tables_n; i++)
		if (str_eq(db->schema->tables[i].name, table))
			return true;
	return false;
}

/* The columns in order of their names, without the _secret ones. */
static void sort_columns(struct db *db, struct table_text *t)
{
	t->order = NEW_ARRAY(db->arena, t->row.columns_n, size_t);
	for (size_t i = 0; i < t->row.columns_n; i++) {
		const char *name = t->row.columns[i].name;
		size_t k = t->order_n;

		if (str_ends(str_of(name), "_secret"))
			continue;
		for (; k && strcmp(t->row.columns[t->order[k - 1]].name, name) > 0; k--)
			t->order[k] = t->order[k - 1];
		t->order[k] = i;
		t->order_n++;
	}
}

static bool make_text(struct db *db, struct table_text *t, struct str table)
{
	struct arena *a = db->arena;
	int line;

	t->table = str_copy(a, table);
	t->row.st = statement_make(a, "row", str_fmt(a, "select * from %.*s where id = :id", STR_ARG(table)), &id_fields);
	t->ids.st = statement_make(a, "ids", str_fmt(a, "select id from %.*s order by id", STR_ARG(table)), NULL);
	if (!db->driver->prepare(db, &t->row, &line) || !db->driver->prepare(db, &t->ids, &line))
		return false;
	sort_columns(db, t);
	return true;
}

static struct table_text *text_of(struct db *db, struct str table)
{
	for (size_t i = 0; i < db->texts_n; i++)
		if (str_eq(db->texts[i].table, table))
			return &db->texts[i];
	if (db->fault)
		return NULL;
	if (!known_table(db, table)) {
		db_fail(db, FAULT_WRONG, "no table is called %.*s", STR_ARG(table));
		return NULL;
	}
	if (!db->texts)
		db->texts = NEW_ARRAY(db->arena, db->schema->tables_n, struct table_text);
	return make_text(db, &db->texts[db->texts_n], table) ? &db->texts[db->texts_n++] : NULL;
}

/* "col=value\n"; in a value, "\" becomes "\\" and a line feed "\n", so that two different rows never read the same. */
static void put_cell(struct buf *out, const char *name, struct str value)
{
	buf_puts(out, name);
	buf_putc(out, '=');
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] == '\\')
			buf_puts(out, "\\\\");
		else if (value.p[i] == '\n')
			buf_puts(out, "\\n");
		else
			buf_putc(out, value.p[i]);
	buf_putc(out, '\n');
}

/* The run that is under way, as text. */
static struct str read_row(struct db *db, struct arena *a, struct table_text *t)
{
	struct buf out = { .arena = a };

	if (db->driver->next(db, &t->row))
		for (size_t i = 0; i < t->order_n; i++)
			put_cell(&out, t->row.columns[t->order[i]].name, db->driver->text(&t->row, t->order[i]));
	db->driver->finish(db, &t->row);
	return db->fault ? (struct str){ 0 } : buf_str(&out);
}

struct str db_row_text(struct db *db, struct arena *a, struct str table, int64_t id)
{
	struct table_text *t = text_of(db, table);

	if (db->fault || !t || !db->driver->start(db, &t->row, &id))
		return (struct str){ 0 };
	return read_row(db, a, t);
}

/* All questions in one round trip. */
static void ask_rows(struct db *db, struct arena *a, struct db_ref *refs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!text_of(db, refs[i].table))
			return;
	if (!db->driver->collect(db))
		return;
	for (size_t i = 0; i < n; i++)
		if (!db->driver->send(db, &text_of(db, refs[i].table)->row, &refs[i].id, -1))
			return;
	if (!db->driver->collect(db))
		return;
	for (size_t i = 0; i < n; i++) {
		struct table_text *t = text_of(db, refs[i].table);

		db->driver->take(db, &t->row, i);
		refs[i].text = read_row(db, a, t);
	}
}

void db_row_texts(struct db *db, struct arena *a, struct db_ref *refs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		refs[i].text = (struct str){ 0 };
	if (!db->driver->send)
		for (size_t i = 0; i < n; i++)
			refs[i].text = db_row_text(db, a, refs[i].table, refs[i].id);
	else
		for (size_t i = 0; i < n && !db->fault; i += QUEUE_MOST / 2)
			ask_rows(db, a, refs + i, n - i < QUEUE_MOST / 2 ? n - i : QUEUE_MOST / 2);
}

bool db_each_id(struct db *db, struct str table, bool (*each)(void *ctx, int64_t id), void *ctx)
{
	struct table_text *t = text_of(db, table);
	int64_t id;

	if (db->fault || !t || !db->driver->start(db, &t->ids, NULL))
		return false;
	while (db->driver->next(db, &t->ids))
		if (!db->driver->number(&t->ids, 0, &id) || !each(ctx, id))
			break;
	db->driver->finish(db, &t->ids);
	return !db->fault;
}

struct rows db_book_tables(struct arena *a)
{
	struct buf errors = { .arena = a };
	struct schema *s = schema_read(a, assets, assets_n, &errors);
	struct str *names = NEW_ARRAY(a, s->tables_n + 1, struct str);
	size_t n = 0;

	for (size_t i = 0; i < s->tables_n; i++)
		if (s->tables[i].book)
			names[n++] = s->tables[i].name;
	return (struct rows){ names, n };
}

struct rows db_damage(struct db *db, struct arena *a)
{
	struct rows found;

	if (!db_is_sqlite(db))
		return (struct rows){ 0 };
	found = db_cells(db, a, "pragma quick_check");
	if (found.n == 1 && str_is(*(struct str *)found.v, "ok"))
		found = db_cells(db, a, "pragma foreign_key_check");
	return found;
}

struct str db_version(struct db *db, struct arena *a)
{
	struct prepared *p = &db->version;
	struct str version = { 0 };
	int line;

	if (db->fault)
		return version;
	if (!p->handle) {
		p->st = statement_make(db->arena, "version", db_is_sqlite(db) ? STR("select data_version || '.' || total_changes() from pragma_data_version") :
			STR("select cast(pg_current_snapshot() as text)"), NULL);
		if (!db->driver->prepare(db, p, &line))
			return version;
	}
	if (!db->driver->start(db, p, NULL))
		return version;
	if (db->driver->next(db, p))
		version = str_copy(a, db->driver->text(p, 0));
	db->driver->finish(db, p);
	return db->fault ? (struct str){ 0 } : version;
}
