/*
 * Reads the rooms' .sql files: a header line "-- name: in_table -> out_table", then one statement ending in ';'.
 * Says with file and line what does not fit: an unknown table, a parameter that is no field, two statements of one
 * name.  What only the engine knows (columns, syntax) is checked in db.c when the statement is prepared.
 */
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

#include "store/sql_text.h"

struct reading {
	struct arena *a;
	struct buf *errors;
	struct statements *out;
	size_t cap;
	bool invariants;
	const char *file;
};

static const struct field what_list[] = { { .name = "what", .label = "", .kind = KIND_text, .at = 0 } };
static const struct fields what_fields = { "invariant_row", what_list, 1, sizeof(struct str) };

static void wrong(struct reading *r, int line, const char *what, struct str about)
{
	buf_fmt(r->errors, "%s:%d: %s %.*s\n", r->file, line, what, STR_ARG(about));
}

static bool is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] == '_' || (s.p[i] >= 'a' && s.p[i] <= 'z') || (i && s.p[i] >= '0' && s.p[i] <= '9')))
			return false;
	return s.n > 0;
}

struct header {
	struct str name, in, out;
};

/* "-- name: in -> out", or for invariants "-- name: text". */
static bool is_header(struct str line, bool invariants, struct header *h)
{
	struct str rest = line;

	*h = (struct header){ 0 };
	if (!str_starts(line, "-- "))
		return false;
	rest.p += 3, rest.n -= 3;
	if (!memchr(rest.p, ':', rest.n))
		return false;
	h->name = str_cut(&rest, ':');
	if (!is_name(h->name))
		return false;
	if (invariants)
		return str_trim(rest).n > 0;
	h->in = str_trim(str_cut(&rest, '-'));
	if (!h->in.n && str_starts(rest, " ->")) {
		h->in = STR("-");
		str_cut(&rest, '-');
	}
	if (!str_starts(rest, ">"))
		return false;
	rest.p++, rest.n--;
	h->out = str_trim(rest);
	return (str_is(h->in, "-") || is_name(h->in)) && (str_is(h->out, "-") || is_name(h->out));
}

static struct statement *add(struct reading *r)
{
	struct statements *s = r->out;

	if (s->n == r->cap) {
		struct statement *old = s->v;

		r->cap = r->cap ? 2 * r->cap : 64;
		s->v = NEW_ARRAY(r->a, r->cap, struct statement);
		if (s->n)
			memcpy(s->v, old, s->n * sizeof *old);
	}
	return &s->v[s->n++];
}

static const struct fields *table(struct reading *r, struct str name, int line)
{
	const struct fields *t;

	if (str_is(name, "-"))
		return NULL;
	t = fields_find(name);
	if (!t)
		wrong(r, line, "no field table is called", name);
	return t;
}

static void param(struct reading *r, struct statement *s, struct str name, int line)
{
	const struct field *f = s->in ? field_find(s->in, name) : NULL;

	for (size_t i = 0; i < s->params_n; i++)
		if (str_eq(s->params[i].name, name))
			return;
	if (!f)
		wrong(r, line, str_fmt(r->a, "%s: %s has no field for", s->name, s->in ? s->in->name : "-").p, name);
	else if (f->kind == KIND_rows || f->kind == KIND_pass)
		wrong(r, line, str_fmt(r->a, "%s: a field of this kind is never stored:", s->name).p, name);
	s->params[s->params_n++] = (struct statement_param){ f, name, line };
}

/* The table behind "insert into", "update", "delete from" (the first such word outside parentheses). */
static bool verb(struct statement *s, struct str text)
{
	struct sql_reader q = sql_reader(text, 0);
	enum sql_token k;

	while ((k = sql_next(&q)) != SQL_END) {
		if (q.depth || k != SQL_WORD)
			continue;
		if (sql_word(&q, k, "select"))
			return true;
		if (sql_word(&q, k, "insert") || sql_word(&q, k, "delete"))
			sql_next(&q);
		else if (!sql_word(&q, k, "update"))
			continue;
		sql_next(&q);
		s->writes = q.token;
		return true;
	}
	return false;
}

static void body(struct reading *r, struct statement *s, struct str text)
{
	struct sql_reader q = sql_reader(text, s->line + 1);
	size_t count = 0;
	enum sql_token k;

	while ((k = sql_next(&q)) != SQL_END)
		count += k == SQL_PARAM;
	s->params = NEW_ARRAY(r->a, count + 1, struct statement_param);
	q = sql_reader(text, s->line + 1);
	while ((k = sql_next(&q)) != SQL_END && !(k == SQL_SIGN && *q.token.p == ';'))
		if (k == SQL_PARAM)
			param(r, s, q.token, q.line);
	s->sql = (struct str){ text.p, (size_t)(q.from - text.p) };
	if (k == SQL_END)
		wrong(r, s->line, "no ';' ends the statement", str_of(s->name));
	else if (sql_next(&q) != SQL_END)
		wrong(r, q.line, "more than one statement under the header", str_of(s->name));
	if (!verb(s, s->sql))
		wrong(r, s->line + 1, "only select, insert, update and delete may stand here:", str_of(s->name));
}

static void close_statement(struct reading *r, struct statement *s, const char *from, const char *to)
{
	struct str text = { from, (size_t)(to - from) };

	if (s)
		body(r, s, text);
}

static struct statement *open_statement(struct reading *r, const struct header *h, int line)
{
	struct statement *s = add(r);

	s->name = str_c(r->a, h->name);
	s->file = r->file;
	s->line = line;
	s->in = r->invariants ? NULL : table(r, h->in, line);
	s->out = r->invariants ? &what_fields : table(r, h->out, line);
	return s;
}

static void before_header(struct reading *r, struct str text, int line)
{
	struct sql_reader q = sql_reader(text, line);

	if (sql_next(&q) != SQL_END)
		wrong(r, q.line, "a statement without a header line:", q.token);
}

static void read_file(struct reading *r, const struct asset *file)
{
	struct str rest = file->text;
	struct statement *s = NULL;
	const char *from = rest.p;
	struct header h;
	int line = 0;

	r->file = file->name;
	while (rest.n) {
		struct str text = sql_line(&rest);

		line++;
		if (!is_header(text, r->invariants, &h))
			continue;
		if (s)
			close_statement(r, s, from, text.p);
		else
			before_header(r, (struct str){ from, (size_t)(text.p - from) }, 1);
		s = open_statement(r, &h, line);
		from = rest.n ? rest.p : text.p + text.n;
	}
	if (s)
		close_statement(r, s, from, file->text.p + file->text.n);
	else
		before_header(r, file->text, 1);
}

static int by_name(const void *x, const void *y)
{
	const struct statement *a = x, *b = y;

	return strcmp(a->name, b->name);
}

static bool is_room_sql(const struct asset *f)
{
	return str_ends(str_of(f->name), ".sql") && !strstr(f->name, "/schema/");
}

struct statements statements_read(struct arena *a, const struct asset *v, size_t n, struct buf *errors)
{
	struct statements s = { 0 };
	struct reading r = { .a = a, .errors = errors, .out = &s };

	for (size_t i = 0; i < n; i++)
		if (is_room_sql(&v[i]))
			read_file(&r, &v[i]);
	if (s.n)
		qsort(s.v, s.n, sizeof *s.v, by_name);
	for (size_t i = 1; i < s.n; i++)
		if (!strcmp(s.v[i - 1].name, s.v[i].name)) {
			r.file = s.v[i].file;
			wrong(&r, s.v[i].line, str_fmt(a, "also stands in %s:%d:", s.v[i - 1].file, s.v[i - 1].line).p,
				str_of(s.v[i].name));
		}
	return s;
}

struct statements statements_invariants(struct arena *a, const struct asset *v, size_t n, struct buf *errors)
{
	struct statements s = { 0 };
	struct reading r = { .a = a, .errors = errors, .out = &s, .invariants = true };

	for (size_t i = 0; i < n; i++)
		if (str_ends(str_of(v[i].name), "schema/invariants.sql"))
			read_file(&r, &v[i]);
	return s;
}

struct statement *statement_make(struct arena *a, const char *name, struct str sql, const struct fields *in)
{
	struct statement *s = NEW(a, struct statement);
	struct buf errors = { .arena = a };
	struct reading r = { .a = a, .errors = &errors, .file = "store" };

	*s = (struct statement){ .name = name, .file = "store", .in = in };
	body(&r, s, str_join(a, sql, "", STR(";")));
	return s;
}

const struct statement *statement_find(const struct statements *s, const char *name)
{
	struct statement key = { .name = name };

	return s->n ? bsearch(&key, s->v, s->n, sizeof *s->v, by_name) : NULL;
}

static size_t number_of(const struct statement *s, struct str name)
{
	size_t i = 0;

	while (i < s->params_n && !str_eq(s->params[i].name, name))
		i++;
	return i;
}

struct str statement_numbered(struct arena *a, const struct statement *s)
{
	struct sql_reader q = sql_reader(s->sql, 0);
	struct buf out = { .arena = a };
	const char *done = s->sql.p;
	enum sql_token k;

	while ((k = sql_next(&q)) != SQL_END) {
		size_t i;

		if (k != SQL_PARAM)
			continue;
		i = number_of(s, q.token);
		buf_put(&out, (struct str){ done, (size_t)(q.from - done) });
		buf_fmt(&out, "$%zu::%s", i + 1, field_is_text(s->params[i].f->kind) ? "text" : "bigint");
		done = q.p;
	}
	buf_put(&out, (struct str){ done, (size_t)(s->sql.p + s->sql.n - done) });
	return str_copy(a, buf_str(&out));
}
