/*
 * Pages with holes: the template subset of template.h, read once at start and printed for each request.
 *
 * Names are resolved while reading: a hole knows the scope it stands in (frame, page, the rows around it) and its field,
 * so printing looks nothing up.  Every piece of Chinese is kept twice, as written and as the catalogue has it in English.
 * Not for: forms (form_html.c) and how a value looks (show.c).
 */
#include "web/template.h"
#include "base/asset.h"
#include <assert.h>
#include <string.h>

#define DEPTH_MAX 12            /* lists, conditions and parts inside each other */

enum op { OP_TEXT, OP_SHOW, OP_RAW, OP_EACH, OP_IF, OP_NOT, OP_FORM };

struct node {
	enum op op;
	int scope;                      /* 0 frame, 1 page, 2.. rows */
	const struct field *f;
	size_t end;                     /* the first node behind what it encloses */
	struct str zh, en;
};

struct template {
	struct node *nodes;
	size_t n, cap;
};

struct open {
	size_t node;
	struct str name;
	int line;
	bool pushed;
};

struct parser {
	struct arena *a;
	struct template *t;
	const struct template_names *names;
	struct str file, text;
	size_t at;
	int line, depth;
	const struct fields *scope[DEPTH_MAX + 2];
	int scopes;
	struct open open[DEPTH_MAX];
	int opens;
	struct str *error;
};

static bool parse_text(struct parser *p);

static bool wrong(struct parser *p, const char *what, struct str name)
{
	*p->error = str_fmt(p->a, "%.*s:%d: %s '%.*s'", STR_ARG(p->file), p->line, what, STR_ARG(name));
	return false;
}

static struct node *add(struct parser *p, enum op op)
{
	struct template *t = p->t;

	if (t->n == t->cap) {
		size_t cap = t->cap ? t->cap * 2 : 64;
		struct node *more = NEW_ARRAY(p->a, cap, struct node);

		if (t->n)
			memcpy(more, t->nodes, t->n * sizeof *more);
		t->nodes = more;
		t->cap = cap;
	}
	t->nodes[t->n] = (struct node){ .op = op };
	return &t->nodes[t->n++];
}

/* ---- text ---- */

static void put_english(void *ctx, struct str around, struct str piece)
{
	struct buf *b = ctx;

	buf_put(b, around);
	buf_html(b, tr(true, piece));
}

static void add_text(struct parser *p, struct str s)
{
	struct buf zh = { .arena = p->a }, en = { .arena = p->a };
	struct node *n;

	for (size_t i = 0; i < s.n; i++)        /* indentation is for the author */
		if (s.p[i] != '\t' || (i && s.p[i - 1] != '\n' && s.p[i - 1] != '\t'))
			buf_putc(&zh, s.p[i]);
	if (!zh.n)
		return;
	text_pieces(buf_str(&zh), put_english, &en);
	n = add(p, OP_TEXT);
	n->zh = str_copy(p->a, buf_str(&zh));
	n->en = str_copy(p->a, buf_str(&en));
}

/* ---- names ---- */

static bool resolve(struct parser *p, struct str name, struct node *n)
{
	for (int i = p->scopes - 1; i >= 0; i--) {
		const struct field *f = p->scope[i] ? field_find(p->scope[i], name) : NULL;

		if (f) {
			n->f = f;
			n->scope = i;
			return true;
		}
	}
	return wrong(p, p->scope[1] ? "no such field in the page or the frame:" : "no such field in the frame:", name);
}

static bool add_hole(struct parser *p, struct str tag)
{
	struct node n = { .op = OP_SHOW };
	struct str name = str_cut(&tag, ':');

	if (tag.n && !str_is(tag, "raw"))
		return wrong(p, "only :raw may follow a name:", tag);
	if (!resolve(p, name, &n))
		return false;
	if (n.f->kind == KIND_rows)
		return wrong(p, "a list cannot be printed:", name);
	if (tag.n && (n.f->secret || n.f->kind == KIND_pass))
		return wrong(p, "a secret has no machine form:", name);
	n.op = tag.n ? OP_RAW : OP_SHOW;
	*add(p, n.op) = n;
	return true;
}

static bool add_open(struct parser *p, char kind, struct str name)
{
	struct node n = { 0 };

	if (p->opens == DEPTH_MAX)
		return wrong(p, "nested too deep:", name);
	if (!resolve(p, name, &n))
		return false;
	n.op = kind == '#' ? OP_EACH : kind == '?' ? OP_IF : OP_NOT;
	if (n.op == OP_EACH && n.f->kind != KIND_rows)
		return wrong(p, "not a list:", name);
	p->open[p->opens++] = (struct open){ p->t->n, name, p->line, n.op == OP_EACH };
	*add(p, n.op) = n;
	if (n.op == OP_EACH) {
		if (p->scopes == DEPTH_MAX + 2)
			return wrong(p, "nested too deep:", name);
		p->scope[p->scopes++] = n.f->sub;
	}
	return true;
}

static bool add_close(struct parser *p, struct str name, int floor)
{
	struct open o;

	if (p->opens == floor)
		return wrong(p, "closes what is not open:", name);
	o = p->open[--p->opens];
	if (!str_eq(o.name, name))
		return wrong(p, "closes another than the one opened last:", name);
	if (o.pushed)
		p->scopes--;
	p->t->nodes[o.node].end = p->t->n;
	return true;
}

/* ---- parts ---- */

static bool part_into(struct parser *p, struct str name, struct str text, int scopes)
{
	struct parser inner = *p;

	inner.file = name;
	inner.text = text;
	inner.at = 0;
	inner.line = 1;
	inner.depth++;
	inner.scopes = scopes;
	return parse_text(&inner);
}

const struct asset *template_asset(struct str file)
{
	for (size_t i = 0; i < assets_n; i++) {
		struct str name = str_of(assets[i].name);

		if (str_starts(name, "src/") && name.n > file.n && name.p[name.n - file.n - 1] == '/' && str_ends(name, file.p))
			return &assets[i];
	}
	return NULL;
}

static bool add_part(struct parser *p, struct str name)
{
	struct str file = str_fmt(p->a, "%.*s.html", STR_ARG(name));
	const struct asset *part;

	if (p->depth == DEPTH_MAX)
		return wrong(p, "parts inside each other:", name);
	if (str_is(name, "form")) {
		add(p, OP_FORM);
		return true;
	}
	if (str_is(name, "page") && p->names->inner_name.n) {
		p->scope[1] = p->names->page;
		return part_into(p, p->names->inner_name, p->names->inner, 2);
	}
	part = template_asset(file);
	if (!part)
		return wrong(p, "no such part:", name);
	return part_into(p, file, part->text, p->scopes);
}

/* ---- reading ---- */

static bool name_good(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') && !(s.p[i] >= '0' && s.p[i] <= '9') && s.p[i] != '_' && s.p[i] != ':')
			return false;
	return s.n > 0 && s.n < 64;
}

static bool parse_tag(struct parser *p, struct str tag, int floor)
{
	char kind = tag.n ? tag.p[0] : 0;
	struct str name = tag;

	if (kind && strchr("#^/?>", kind))
		name = (struct str){ tag.p + 1, tag.n - 1 };
	name = str_trim(name);
	if (!name_good(name))
		return wrong(p, "not a name:", tag);
	switch (kind) {
	case '#':
	case '^':
	case '?':
		return add_open(p, kind, name);
	case '/':
		return add_close(p, name, floor);
	case '>':
		return add_part(p, name);
	default:
		return add_hole(p, name);
	}
}

static const char *seek(const struct parser *p, size_t from, const char *what)
{
	return from < p->text.n ? memmem(p->text.p + from, p->text.n - from, what, strlen(what)) : NULL;
}

static void count_lines(struct parser *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		p->line += p->text.p[i] == '\n';
}

/* Moves to the next tag or comment; what stands before it becomes text. False at the end. */
static bool next_mark(struct parser *p, bool *comment)
{
	const char *tag = seek(p, p->at, "{{"), *note = seek(p, p->at, "<!--");
	size_t to;

	*comment = note && (!tag || note < tag);
	to = *comment ? (size_t)(note - p->text.p) : tag ? (size_t)(tag - p->text.p) : p->text.n;
	add_text(p, (struct str){ p->text.p + p->at, to - p->at });
	count_lines(p, p->at, to);
	p->at = to;
	return to < p->text.n;
}

static bool parse_text(struct parser *p)
{
	int floor = p->opens;
	bool comment;

	while (next_mark(p, &comment)) {
		const char *end = seek(p, p->at, comment ? "-->" : "}}");
		size_t head = 2, from = p->at;

		if (!end)
			return wrong(p, "never closed:", STR(""));
		p->at = (size_t)(end - p->text.p) + (comment ? 3 : 2);
		if (!comment) {
			struct str tag = { p->text.p + from + head, (size_t)(end - p->text.p) - from - head };

			if (!parse_tag(p, tag, floor))
				return false;
		}
		count_lines(p, from, p->at);
	}
	if (p->opens > floor) {
		p->line = p->open[p->opens - 1].line;
		return wrong(p, "never closed:", p->open[p->opens - 1].name);
	}
	return true;
}

const struct template *template_parse(struct arena *a, struct str name, struct str text,
	const struct template_names *names, struct str *error)
{
	struct parser p = { .a = a, .names = names, .file = name, .text = text, .line = 1, .error = error };

	p.t = NEW(a, struct template);
	p.scope[0] = names->frame;
	p.scope[1] = names->inner_name.n ? NULL : names->page;
	p.scopes = 2;
	return parse_text(&p) ? p.t : NULL;
}

/* ---- printing ---- */

struct printer {
	const struct template *t;
	const struct template_out *o;
	const void *row[DEPTH_MAX + 2];
	int rows;
};

static bool filled(const struct node *n, const void *row)
{
	if (!row)
		return false;
	if (n->f->kind == KIND_rows)
		return FIELD_ROWS(row, n->f).n > 0;
	if (field_is_text(n->f->kind))
		return FIELD_STR(row, n->f).n > 0;
	return FIELD_INT(row, n->f) != 0;
}

static void print_raw(const struct template_out *o, const struct node *n, const void *row)
{
	if (field_is_text(n->f->kind))
		buf_html(o->out, FIELD_STR(row, n->f));
	else
		buf_int(o->out, FIELD_INT(row, n->f));
}

static void print_range(struct printer *p, size_t from, size_t to);

static void print_each(struct printer *p, size_t i)
{
	const struct node *n = &p->t->nodes[i];
	struct rows r = FIELD_ROWS(p->row[n->scope], n->f);
	int slot = p->rows++;

	assert(slot < DEPTH_MAX + 2);
	for (size_t k = 0; k < r.n; k++) {
		p->row[slot] = (const char *)r.v + k * n->f->sub->size;
		print_range(p, i + 1, n->end);
	}
	p->rows = slot;
}

static void print_node(struct printer *p, const struct node *n)
{
	const void *row = p->row[n->scope];

	if (n->op == OP_TEXT)
		buf_put(p->o->out, p->o->english ? n->en : n->zh);
	else if (n->op == OP_FORM && p->o->form)
		form_render(p->o->form->t, p->o->form->values, p->o->form->errors, p->o);
	else if (n->op == OP_SHOW && row)
		field_show(p->o->out, n->f, row, p->o);
	else if (n->op == OP_RAW && row)
		print_raw(p->o, n, row);
}

static void print_range(struct printer *p, size_t from, size_t to)
{
	for (size_t i = from; i < to;) {
		const struct node *n = &p->t->nodes[i];

		if (n->op < OP_EACH || n->op == OP_FORM) {
			print_node(p, n);
			i++;
			continue;
		}
		bool yes = filled(n, p->row[n->scope]);

		if (n->op == OP_EACH && yes)
			print_each(p, i);
		else if (n->op != OP_EACH && yes == (n->op == OP_IF))
			print_range(p, i + 1, n->end);
		i = n->end;
	}
}

void template_render(const struct template *t, const struct template_out *o)
{
	struct printer p = { .t = t, .o = o, .row = { o->frame, o->page }, .rows = 2 };

	print_range(&p, 0, t->n);
}
