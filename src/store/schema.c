/*
 * Reads the schema files, says them in each engine's words, and sees that the store has exactly these files applied:
 * table schema_version keeps name and digest of each.  A store made by an older program gets the files that came
 * later (0002-…) when it is opened with `create`; a file that was applied and has changed since stops the start.
 */
#include "store/schema.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "store/db_in.h"
#include "store/sql_text.h"

static const char version_sql[] =
	"create table if not exists schema_version (name text primary key not null, digest text not null)";

static struct schema_table *table_of(struct schema *s, struct str name)
{
	for (size_t i = 0; i < s->tables_n; i++)
		if (str_eq(s->tables[i].name, name))
			return &s->tables[i];
	s->tables[s->tables_n] = (struct schema_table){ .name = name };
	return &s->tables[s->tables_n++];
}

static bool mark(struct str line, const char *word, struct str *name)
{
	if (!str_starts(line, word))
		return false;
	*name = line;
	str_cut(name, ':');
	*name = str_trim(*name);
	return true;
}

static void file_tables(struct schema *s, const struct schema_file *f)
{
	struct sql_reader q = sql_reader(f->text, 1);
	struct str rest = f->text, name;
	enum sql_token k;

	while ((k = sql_next(&q)) != SQL_END)
		if (sql_word(&q, k, "create") && sql_word(&q, sql_next(&q), "table") && sql_next(&q) == SQL_WORD)
			table_of(s, q.token)->made = true;
	while (rest.n) {
		struct str line = sql_line(&rest);

		if (mark(line, "-- book:", &name))
			table_of(s, name)->book = true;
		else if (mark(line, "-- insert-only:", &name))
			table_of(s, name)->insert_only = true;
	}
}

static bool is_schema(const struct asset *f)
{
	const char *base = strstr(f->name, "/schema/");

	return base && base[8] >= '0' && base[8] <= '9' && str_ends(str_of(f->name), ".sql");
}

static struct str schema_name(const struct asset *f)
{
	struct str name = str_of(strrchr(f->name, '/') + 1);

	return (struct str){ name.p, name.n - 4 };
}

static int by_name(const void *x, const void *y)
{
	const struct schema_file *a = x, *b = y;

	return str_cmp(a->name, b->name);
}

struct schema *schema_read(struct arena *a, const struct asset *v, size_t n, struct buf *errors)
{
	struct schema *s = NEW(a, struct schema);
	size_t bytes = 0;

	s->files = NEW_ARRAY(a, n + 1, struct schema_file);
	for (size_t i = 0; i < n; i++)
		if (is_schema(&v[i])) {
			s->files[s->files_n++] = (struct schema_file){ schema_name(&v[i]), v[i].text,
				hash_text(a, HASH_SHA256, v[i].text) };
			bytes += v[i].text.n;
		}
	qsort(s->files, s->files_n, sizeof *s->files, by_name);
	s->tables = NEW_ARRAY(a, bytes / 8 + 1, struct schema_table);   /* a table takes more than 8 bytes to say */
	for (size_t i = 0; i < s->files_n; i++)
		file_tables(s, &s->files[i]);
	for (size_t i = 0; i < s->tables_n; i++)
		if (!s->tables[i].made)
			buf_fmt(errors, "schema: no file makes table %.*s, which a book: or insert-only: line names\n",
				STR_ARG(s->tables[i].name));
	return s;
}

static void triggers(struct buf *out, struct str t, bool sqlite)
{
	static const char *const verbs[] = { "update", "delete" };

	for (size_t i = 0; i < 2; i++)
		if (sqlite)
			buf_fmt(out, "\ncreate trigger %.*s_no_%s before %s on %.*s begin "
				"select raise(abort, '%.*s is insert-only'); end;\n",
				STR_ARG(t), verbs[i], verbs[i], STR_ARG(t), STR_ARG(t));
		else
			buf_fmt(out, "\ncreate trigger %.*s_no_%s before %s on %.*s "
				"for each row execute function insert_only();\n",
				STR_ARG(t), verbs[i], verbs[i], STR_ARG(t));
	if (!sqlite)
		buf_fmt(out, "\ncreate trigger %.*s_no_truncate before truncate on %.*s "
			"execute function insert_only();\n", STR_ARG(t), STR_ARG(t));
}

struct saying {
	struct buf *out;
	struct sql_reader q;
	const char *done;
	bool sqlite, create, table;
	size_t words;                   /* of this statement so far */
};

static void put_until(struct saying *s, const char *to)
{
	buf_put(s->out, (struct str){ s->done, (size_t)(to - s->done) });
	s->done = to;
}

static void replace(struct saying *s, const char *with)
{
	put_until(s, s->q.from);
	buf_puts(s->out, with);
	s->done = s->q.p;
}

/* One token: types and the end of a table in the engine's words. */
static void say(struct saying *s, enum sql_token k)
{
	if (k == SQL_WORD && s->words == 0)
		s->create = sql_word(&s->q, k, "create");
	if (k == SQL_WORD && s->words++ == 1)
		s->table = s->create && sql_word(&s->q, k, "table");
	if (s->sqlite && sql_word(&s->q, k, "bigint"))
		replace(s, "integer");
	else if (k == SQL_SIGN && *s->q.token.p == ';') {
		if (s->sqlite && s->table)
			replace(s, " strict;");
		s->words = 0;
		s->table = false;
	}
}

struct str schema_sql(struct arena *a, const struct schema_file *f, bool sqlite)
{
	struct buf out = { .arena = a };
	struct saying s = { .out = &out, .q = sql_reader(f->text, 1), .done = f->text.p, .sqlite = sqlite };
	struct str rest = f->text, name;
	enum sql_token k;

	while ((k = sql_next(&s.q)) != SQL_END)
		say(&s, k);
	put_until(&s, f->text.p + f->text.n);
	buf_putc(&out, '\n');
	while (rest.n)
		if (mark(sql_line(&rest), "-- insert-only:", &name))
			triggers(&out, name, sqlite);
	return str_copy(a, buf_str(&out));
}

static const struct schema_file *file_named(const struct schema *s, struct str name)
{
	for (size_t i = 0; i < s->files_n; i++)
		if (str_eq(s->files[i].name, name))
			return &s->files[i];
	return NULL;
}

static bool apply(struct db *db, const struct schema_file *f)
{
	struct arena *a = db->scratch;
	struct str sql = schema_sql(a, f, db_is_sqlite(db));

	return db->driver->exec(db, sql.p) &&
		db->driver->exec(db, str_fmt(a, "insert into schema_version (name, digest) values ('%.*s', '%.*s')",
			STR_ARG(f->name), STR_ARG(f->digest)).p);
}

/* name, digest, name, digest …: every applied file is ours and unchanged. */
static bool known(struct db *db, struct rows cells)
{
	const struct str *cell = cells.v;

	for (size_t i = 0; i < cells.n; i += 2) {
		const struct schema_file *f = file_named(db->schema, cell[i]);

		if (!f)
			return db_fail(db, FAULT_WRONG, "schema: the store has %.*s, which this program does not know",
				STR_ARG(cell[i]));
		if (!str_eq(f->digest, cell[i + 1]))
			return db_fail(db, FAULT_WRONG, "schema: %.*s was applied with another text", STR_ARG(cell[i]));
	}
	return true;
}

static bool applied(struct rows cells, struct str name)
{
	const struct str *cell = cells.v;

	for (size_t i = 0; i < cells.n; i += 2)
		if (str_eq(cell[i], name))
			return true;
	return false;
}

static bool missing_files(struct db *db)
{
	struct rows cells = db_cells(db, db->scratch, "select name, digest from schema_version order by name");

	if (db->fault || !known(db, cells))
		return false;
	for (size_t i = 0; i < db->schema->files_n; i++) {
		const struct schema_file *f = &db->schema->files[i];

		if (applied(cells, f->name))
			continue;
		if (!db->create || db->mode != DB_WRITE)
			return db_fail(db, FAULT_WRONG, "schema: the store lacks %.*s", STR_ARG(f->name));
		if (!apply(db, f))
			return false;
	}
	return true;
}

static const char insert_only_function[] =
	"create or replace function insert_only() returns trigger language plpgsql as $$ begin "
	"raise exception '% is insert-only', tg_table_name using errcode = '23000'; end $$";

static bool create_all(struct db *db)
{
	if (!db->driver->begin(db))
		return false;
	if (!db_is_sqlite(db) &&
	    !(db->driver->exec(db, "select pg_advisory_xact_lock(5391)") && db->driver->exec(db, insert_only_function)))
		return false;
	return db->driver->exec(db, version_sql) && missing_files(db) && db->driver->commit(db);
}

bool schema_match(struct db *db)
{
	bool good = db->create && db->mode == DB_WRITE ? create_all(db) : missing_files(db);

	if (!good)
		db->driver->rollback(db);
	return good && (db->mode == DB_READ || db->driver->tables(db));  /* whoever serves also writes: looked at once */
}
