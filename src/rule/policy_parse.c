/*
 * A pack's files to struct policy: clauses, lists, rubrics, names, papers, forms, interpretations, digest.
 *
 * The head, the road, the bindings, the changes and the limits have files of their own (policy_head.c, policy_road.c …).  This checks form, names and what
 * refers to what inside one file; whether the pack as a whole makes sense is policy_check()'s question.
 */
#include "rule/policy_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/form.h"
#include "base/hash.h"
#include "base/limits.h"

/* ---- files, mistakes, words ---- */

struct yaml_in pack_in(struct pack_read *r, const char *name, bool *there)
{
	const struct pack_file *f = r->files.v;
	struct yaml_in in = { .arena = r->a, .file = str_of(name), .errors = &r->errors };

	*there = false;
	for (size_t i = 0; i < r->files.n; i++) {
		if (!str_is(f[i].name, name))
			continue;
		in.text = f[i].text;
		*there = true;
	}
	return in;
}

void pack_wrong(struct pack_read *r, const char *file, int64_t place, const char *path, struct str what)
{
	bool base = place >= PACK_BASE_PLACE;
	struct yaml_in in = { .arena = r->a, .file = str_join(r->a, STR(""), base ? "base/" : "", str_of(file)), .errors = &r->errors };

	yaml_mistake(&in, base ? place - PACK_BASE_PLACE : place, str_of(path), what);
}

struct rows pack_list(struct pack_read *r, const char *name, const struct yaml_shape *shape, bool must, const struct pack_part *part)
{
	bool there, under;
	struct yaml_in in = pack_in(r, name, &there), base = pack_in(r, str_c(r->a, str_join(r->a, STR("base"), "/", str_of(name))), &under);
	struct rows out = { 0 }, below = { 0 };

	if (there)
		yaml_list(&in, shape, &out);
	if (under)
		yaml_list(&base, shape, &below);
	if (!there && !under && must)
		PACK_WRONG(r, name, 100001, "", "the pack has no such file");
	return under ? pack_overlay(r, part, shape, below, out) : out;
}

void pack_word(struct pack_read *r, struct str zh, struct str en)
{
	struct pack_word *w = r->words.v;

	if (!zh.n || !en.n)
		return;
	if (r->words.n == r->words_cap) {
		r->words_cap = r->words_cap ? r->words_cap * 2 : 256;
		w = NEW_ARRAY(r->a, r->words_cap, struct pack_word);
		if (r->words.n)
			memcpy(w, r->words.v, r->words.n * sizeof *w);
		r->words.v = w;
	}
	w[r->words.n++] = (struct pack_word){ zh, en };
}

/* ---- clauses.yaml ---- */

struct raw_clause {
	struct clause c;
	int64_t place;
};
static const struct yaml_key clause_keys[] = {
	{ "id", YAML_AS_TEXT, offsetof(struct raw_clause, c.id), .max = 12 },
	{ "number", YAML_AS_TEXT, offsetof(struct raw_clause, c.number), .max = 20 },
	{ "kind", YAML_AS_TEXT, offsetof(struct raw_clause, c.kind), .max = 9 },
	{ "text", YAML_AS_TEXT, offsetof(struct raw_clause, c.text), .max = 400 },
	{ "text_en", YAML_AS_TEXT, offsetof(struct raw_clause, c.text_en), .max = 600 },
	{ "source", YAML_AS_TEXT, offsetof(struct raw_clause, c.source), .may_miss = true, .max = 1000 },
	{ "manual", YAML_AS_TEXT, offsetof(struct raw_clause, c.manual), .may_miss = true, .max = 400 },
	{ "planned", YAML_AS_TEXT, offsetof(struct raw_clause, c.planned), .may_miss = true, .min = 4, .max = 400 },
	{ "acts", YAML_AS_TEXTS, offsetof(struct raw_clause, c.acts), .may_miss = true, .max = 40 },
	{ "pages", YAML_AS_TEXTS, offsetof(struct raw_clause, c.pages), .may_miss = true, .max = 40 },
	{ "fields", YAML_AS_TEXTS, offsetof(struct raw_clause, c.fields), .may_miss = true, .max = 40 },
	{ "papers", YAML_AS_TEXTS, offsetof(struct raw_clause, c.papers), .may_miss = true, .max = 20 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_clause, place) },
};
static const struct yaml_shape clause_shape = YAML_SHAPE(clause_keys, struct raw_clause);

/* "R N A F D" letters, each once, single spaces between. */
static bool kind_good(struct str kind)
{
	for (size_t i = 0; i < kind.n; i++) {
		if (i % 2 ? kind.p[i] != ' ' : !memchr("RNAFD", kind.p[i], 5))
			return false;
		if (i % 2 == 0 && memchr(kind.p, kind.p[i], i))
			return false;
	}
	return kind.n % 2 == 1;
}

/* A clause that the place's own paper does not have: said before its text, so that nobody takes it for the place's. */
static void borrow_clause(struct pack_read *r, char *row)
{
	struct clause *c = &((struct raw_clause *)row)->c;

	c->text = str_join(r->a, r->silent, "", pack_reword(r, c->text));
	c->text_en = str_join(r->a, r->silent_en, " ", pack_reword(r, c->text_en));
	c->borrowed = true;
}

static void read_clauses(struct pack_read *r)
{
	static const struct pack_part part = { "clauses", 1, { offsetof(struct raw_clause, c.id) }, true, borrow_clause };
	struct rows raw = pack_list(r, "clauses.yaml", &clause_shape, true, &part);
	const struct raw_clause *c = raw.v;
	struct clause *out = NEW_ARRAY(r->a, raw.n + 1, struct clause);

	for (size_t i = 0; i < raw.n; i++) {
		if (!kind_good(c[i].c.kind))
			PACK_WRONG(r, "clauses.yaml", c[i].place, "kind", "'%.*s' is not made of the letters R N A F D", STR_ARG(c[i].c.kind));
		r->p->clauses = (struct rows){ out, i };
		if (policy_clause(r->p, c[i].c.id))
			PACK_WRONG(r, "clauses.yaml", c[i].place, "id", "clause '%.*s' is given twice", STR_ARG(c[i].c.id));
		out[i] = c[i].c;
		pack_word(r, c[i].c.text, c[i].c.text_en);
	}
	r->p->clauses = (struct rows){ out, raw.n };
}

/* ---- interpretations.yaml ---- */

struct raw_reading {
	struct str clause, text, text_en, by, by_en;
	int64_t day, place;
};
static const struct yaml_key reading_keys[] = {
	{ "clause", YAML_AS_TEXT, offsetof(struct raw_reading, clause), .max = 12 },
	{ "day", YAML_AS_DAY, offsetof(struct raw_reading, day) },
	{ "by", YAML_AS_TEXT, offsetof(struct raw_reading, by), .max = 40 },
	{ "by_en", YAML_AS_TEXT, offsetof(struct raw_reading, by_en), .max = 80 },
	{ "text", YAML_AS_TEXT, offsetof(struct raw_reading, text), .max = 1000 },
	{ "text_en", YAML_AS_TEXT, offsetof(struct raw_reading, text_en), .max = 1500 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_reading, place) },
};
static const struct yaml_shape reading_shape = YAML_SHAPE(reading_keys, struct raw_reading);

static void read_interpretations(struct pack_read *r)
{
	static const struct pack_part part = { "interpretations", 1, { offsetof(struct raw_reading, clause) } };
	struct rows raw = pack_list(r, "interpretations.yaml", &reading_shape, false, &part);
	const struct raw_reading *i = raw.v;
	struct clause *out = NEW_ARRAY(r->a, raw.n + 1, struct clause);

	for (size_t n = 0; n < raw.n; n++) {
		out[n] = (struct clause){ .id = i[n].clause, .text = i[n].text, .text_en = i[n].text_en };
		out[n].number = str_join(r->a, day_text(r->a, i[n].day), " ", i[n].by);
		if (!policy_clause(r->p, i[n].clause))
			PACK_WRONG(r, "interpretations.yaml", i[n].place, "clause", "no clause '%.*s'", STR_ARG(i[n].clause));
		pack_word(r, i[n].text, i[n].text_en);
		pack_word(r, out[n].number, str_join(r->a, day_text(r->a, i[n].day), " ", i[n].by_en));
	}
	r->p->interpretations = (struct rows){ out, raw.n };
}

/* ---- lists.yaml ---- */

struct raw_item {
	struct str code, label, label_en;
	int64_t place;
};
struct raw_list {
	struct str name, clause;
	struct rows items;
	int64_t place;
};
static const struct yaml_key item_keys[] = {
	{ "code", YAML_AS_TEXT, offsetof(struct raw_item, code), .max = 40 },
	{ "label", YAML_AS_TEXT, offsetof(struct raw_item, label), .max = 60 },
	{ "label_en", YAML_AS_TEXT, offsetof(struct raw_item, label_en), .max = 120 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_item, place) },
};
static const struct yaml_shape item_shape = YAML_SHAPE(item_keys, struct raw_item);
static const struct yaml_key list_keys[] = {
	{ "name", YAML_AS_TEXT, offsetof(struct raw_list, name), .max = 40 },
	{ "clause", YAML_AS_TEXT, offsetof(struct raw_list, clause), .may_miss = true, .max = 12 },
	{ "items", YAML_AS_MAPS, offsetof(struct raw_list, items), .min = 1, .max = 200, .sub = &item_shape },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_list, place) },
};
static const struct yaml_shape list_shape = YAML_SHAPE(list_keys, struct raw_list);

static bool code_good(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!memchr("abcdefghijklmnopqrstuvwxyz0123456789_", s.p[i], 37))
			return false;
	return s.n > 0;
}

static struct rows items_of(struct pack_read *r, const struct raw_list *l)
{
	const struct raw_item *item = l->items.v;
	struct choice *out = NEW_ARRAY(r->a, l->items.n, struct choice);

	for (size_t i = 0; i < l->items.n; i++) {
		if (!code_good(item[i].code))
			PACK_WRONG(r, "lists.yaml", item[i].place, "code", "'%.*s': a-z, 0-9 and _ only", STR_ARG(item[i].code));
		for (size_t k = 0; k < i; k++)
			if (str_eq(item[k].code, item[i].code))
				PACK_WRONG(r, "lists.yaml", item[i].place, "code", "'%.*s' is given twice", STR_ARG(item[i].code));
		out[i] = (struct choice){ .code = item[i].code, .label = item[i].label };
		pack_word(r, item[i].label, item[i].label_en);
	}
	return (struct rows){ out, l->items.n };
}

static void read_lists(struct pack_read *r)
{
	static const struct pack_part part = { "lists", 1, { offsetof(struct raw_list, name) } };
	struct rows raw = pack_list(r, "lists.yaml", &list_shape, true, &part);
	const struct raw_list *l = raw.v;
	struct word_list *out = NEW_ARRAY(r->a, raw.n + 1, struct word_list);

	for (size_t i = 0; i < raw.n; i++) {
		for (size_t k = 0; k < i; k++)
			if (str_eq(l[k].name, l[i].name))
				PACK_WRONG(r, "lists.yaml", l[i].place, "name", "list '%.*s' is given twice", STR_ARG(l[i].name));
		if (l[i].clause.n && !policy_clause(r->p, l[i].clause))
			PACK_WRONG(r, "lists.yaml", l[i].place, "clause", "no clause '%.*s'", STR_ARG(l[i].clause));
		out[i] = (struct word_list){ l[i].name, items_of(r, &l[i]) };
	}
	r->p->lists = (struct rows){ out, raw.n };
}

/* ---- rubrics.yaml ---- */

struct raw_rubric {
	struct rubric r;
	int mean;
	struct str clause;
	int64_t place;
};
static const char *const means[] = { "all", "without_extremes", NULL };
static const struct yaml_key rubric_item_keys[] = {
	{ "code", YAML_AS_TEXT, offsetof(struct rubric_item, code), .max = 40 },
	{ "label", YAML_AS_TEXT, offsetof(struct rubric_item, label), .max = 40 },
	{ "label_en", YAML_AS_TEXT, offsetof(struct rubric_item, label_en), .max = 80 },
	{ "help", YAML_AS_TEXT, offsetof(struct rubric_item, help), .may_miss = true, .max = 200 },
	{ "help_en", YAML_AS_TEXT, offsetof(struct rubric_item, help_en), .may_miss = true, .max = 300 },
	{ "max", YAML_AS_INT, offsetof(struct rubric_item, max), .min = 1, .max = 100 },
};
static const struct yaml_shape rubric_item_shape = YAML_SHAPE(rubric_item_keys, struct rubric_item);
static const struct yaml_key rubric_keys[] = {
	{ "panel", YAML_AS_TEXT, offsetof(struct raw_rubric, r.panel), .max = 40 },
	{ "pass", YAML_AS_INT, offsetof(struct raw_rubric, r.pass), .min = 0, .max = 1000 },
	{ "mean", YAML_AS_WORD, offsetof(struct raw_rubric, mean), .may_miss = true, .words = means },
	{ "clause", YAML_AS_TEXT, offsetof(struct raw_rubric, clause), .may_miss = true, .max = 12 },
	{ "items", YAML_AS_MAPS, offsetof(struct raw_rubric, r.items), .min = 1, .max = 30, .sub = &rubric_item_shape },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_rubric, place) },
};
static const struct yaml_shape rubric_shape = YAML_SHAPE(rubric_keys, struct raw_rubric);

static bool choice_before(struct pack_read *r, const struct choice *list, size_t n, const struct rubric_item *item)
{
	for (size_t i = 0; i < n; i++) {
		if (!str_eq(list[i].code, item->code))
			continue;
		if (!str_eq(list[i].label, item->label))
			PACK_WRONG(r, "rubrics.yaml", 100001, "items", "code '%.*s' has two labels: %.*s, %.*s", STR_ARG(item->code),
				   STR_ARG(list[i].label), STR_ARG(item->label));
		return true;
	}
	return false;
}

/* Every item of every rubric as one list of choices, "rubric_item": what a score line of a form chooses from. */
static void list_of_items(struct pack_read *r)
{
	const struct rubric *l = r->p->rubrics.v;
	struct word_list *lists = NEW_ARRAY(r->a, r->p->lists.n + 1, struct word_list);
	size_t most = 1, n = 0;

	for (size_t i = 0; i < r->p->rubrics.n; i++)
		most += l[i].items.n;
	struct choice *out = NEW_ARRAY(r->a, most, struct choice);
	for (size_t i = 0; i < r->p->rubrics.n; i++) {
		const struct rubric_item *item = l[i].items.v;
		for (size_t k = 0; k < l[i].items.n; k++)
			if (!choice_before(r, out, n, &item[k]))
				out[n++] = (struct choice){ .code = item[k].code, .label = item[k].label };
	}
	if (r->p->lists.n)
		memcpy(lists, r->p->lists.v, r->p->lists.n * sizeof *lists);
	lists[r->p->lists.n] = (struct word_list){ STR("rubric_item"), { out, n } };
	r->p->lists = (struct rows){ lists, r->p->lists.n + 1 };
}

static void read_rubrics(struct pack_read *r)
{
	static const struct pack_part part = { "rubrics", 1, { offsetof(struct raw_rubric, r.panel) } };
	struct rows raw = pack_list(r, "rubrics.yaml", &rubric_shape, true, &part);
	const struct raw_rubric *l = raw.v;
	struct rubric *out = NEW_ARRAY(r->a, raw.n + 1, struct rubric);

	for (size_t i = 0; i < raw.n; i++) {
		const struct rubric_item *item = l[i].r.items.v;
		r->p->rubrics = (struct rows){ out, i };
		if (policy_rubric(r->p, str_c(r->a, l[i].r.panel)))
			PACK_WRONG(r, "rubrics.yaml", l[i].place, "panel", "'%.*s' is given twice", STR_ARG(l[i].r.panel));
		if (l[i].clause.n && !policy_clause(r->p, l[i].clause))
			PACK_WRONG(r, "rubrics.yaml", l[i].place, "clause", "no clause '%.*s'", STR_ARG(l[i].clause));
		for (size_t k = 0; k < l[i].r.items.n; k++) {
			pack_word(r, item[k].label, item[k].label_en);
			pack_word(r, item[k].help, item[k].help_en);
		}
		out[i] = l[i].r;
		out[i].trim = l[i].mean == 1;
	}
	r->p->rubrics = (struct rows){ out, raw.n };
	list_of_items(r);
}

/* ---- names.yaml, forms.yaml ---- */

static const struct yaml_key name_keys[] = {
	{ "role", YAML_AS_TEXT, offsetof(struct local_name, role), .max = 40 },
	{ "name", YAML_AS_TEXT, offsetof(struct local_name, name), .max = 60 },
	{ "name_en", YAML_AS_TEXT, offsetof(struct local_name, name_en), .max = 120 },
};
static const struct yaml_shape name_shape = YAML_SHAPE(name_keys, struct local_name);

static void read_names(struct pack_read *r)
{
	static const struct pack_part part = { "names", 1, { offsetof(struct local_name, role) } };
	r->p->names = pack_list(r, "names.yaml", &name_shape, true, &part);
	const struct local_name *n = r->p->names.v;
	for (size_t i = 0; i < r->p->names.n; i++)
		pack_word(r, n[i].name, n[i].name_en);
}

struct raw_extra {
	struct extra_field f;
	struct str help_en;
	int kind;
	int64_t place;
};
static const char *const kinds[] = {
#define KIND_NAME(K, C) #K,
	FIELD_KINDS(KIND_NAME)
#undef KIND_NAME
	NULL
};
static const struct yaml_key extra_keys[] = {
	{ "form", YAML_AS_TEXT, offsetof(struct raw_extra, f.form), .max = 40 },
	{ "name", YAML_AS_TEXT, offsetof(struct raw_extra, f.name), .max = 40 },
	{ "label", YAML_AS_TEXT, offsetof(struct raw_extra, f.label), .max = 40 },
	{ "label_en", YAML_AS_TEXT, offsetof(struct raw_extra, f.label_en), .max = 80 },
	{ "kind", YAML_AS_WORD, offsetof(struct raw_extra, kind), .words = kinds },
	{ "help", YAML_AS_TEXT, offsetof(struct raw_extra, f.help), .may_miss = true, .max = 200 },
	{ "help_en", YAML_AS_TEXT, offsetof(struct raw_extra, help_en), .may_miss = true, .max = 300 },
	{ "clause", YAML_AS_TEXT, offsetof(struct raw_extra, f.clause), .may_miss = true, .max = 12 },
	{ "must", YAML_AS_FLAG, offsetof(struct raw_extra, f.must), .may_miss = true },
	{ "of", YAML_AS_TEXT, offsetof(struct raw_extra, f.of), .may_miss = true, .max = 40 },
	{ "max", YAML_AS_INT, offsetof(struct raw_extra, f.max), .may_miss = true, .min = 1, .max = 1000000000000000 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_extra, place) },
};
static const struct yaml_shape extra_shape = YAML_SHAPE(extra_keys, struct raw_extra);

static void read_forms(struct pack_read *r)
{
	static const struct pack_part part = { "forms", 2, { offsetof(struct raw_extra, f.form), offsetof(struct raw_extra, f.name) } };
	struct rows raw = pack_list(r, "forms.yaml", &extra_shape, false, &part);
	const struct raw_extra *x = raw.v;
	struct extra_field *out = NEW_ARRAY(r->a, raw.n + 1, struct extra_field);

	for (size_t i = 0; i < raw.n; i++) {
		out[i] = x[i].f;
		out[i].kind = str_of(kinds[x[i].kind]);
		if (!code_good(x[i].f.name))
			PACK_WRONG(r, "forms.yaml", x[i].place, "name", "'%.*s': a-z, 0-9 and _ only", STR_ARG(x[i].f.name));
		if (x[i].f.clause.n && !policy_clause(r->p, x[i].f.clause))
			PACK_WRONG(r, "forms.yaml", x[i].place, "clause", "no clause '%.*s'", STR_ARG(x[i].f.clause));
		if (str_is(out[i].kind, "rows") || str_is(out[i].kind, "id") || str_is(out[i].kind, "pass"))
			PACK_WRONG(r, "forms.yaml", x[i].place, "kind", "a pack's field cannot be of kind %s", kinds[x[i].kind]);
		if ((str_is(out[i].kind, "choice") || str_is(out[i].kind, "choices")) != (x[i].f.of.n > 0))
			PACK_WRONG(r, "forms.yaml", x[i].place, "of", "a choice names its list (of), and nothing else does");
		pack_word(r, x[i].f.label, x[i].f.label_en);
		pack_word(r, x[i].f.help, x[i].help_en);
	}
	r->p->extra = (struct rows){ out, raw.n };
}

/* ---- papers.yaml and papers/NAME.html ---- */

struct raw_paper {
	struct str name, table, title, title_en;
	int64_t place;
};
static const struct yaml_key paper_keys[] = {
	{ "table", YAML_AS_TEXT, offsetof(struct raw_paper, table), .max = 60 },
	{ "name", YAML_AS_TEXT, offsetof(struct raw_paper, name), .max = 40 },
	{ "title", YAML_AS_TEXT, offsetof(struct raw_paper, title), .max = 60 },
	{ "title_en", YAML_AS_TEXT, offsetof(struct raw_paper, title_en), .max = 120 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_paper, place) },
};
static const struct yaml_shape paper_shape = YAML_SHAPE(paper_keys, struct raw_paper);

static void read_papers(struct pack_read *r)
{
	static const struct pack_part part = { "papers", 1, { offsetof(struct raw_paper, name) } };
	struct rows raw = pack_list(r, "papers.yaml", &paper_shape, false, &part);
	const struct raw_paper *d = raw.v;
	struct paper *out = NEW_ARRAY(r->a, raw.n + 1, struct paper);

	for (size_t i = 0; i < raw.n; i++) {
		bool there;
		const char *file = str_c(r->a, str_fmt(r->a, "papers/%.*s.html", STR_ARG(d[i].name)));
		struct yaml_in in = pack_in(r, file, &there);
		if (!there)
			in = pack_in(r, str_c(r->a, str_join(r->a, STR("base"), "/", str_of(file))), &there), in.text = pack_reword(r, in.text);
		r->p->papers = (struct rows){ out, i };
		if (!there)
			PACK_WRONG(r, "papers.yaml", d[i].place, "name", "there is no file %s", file);
		if (policy_paper(r->p, str_c(r->a, d[i].name)))
			PACK_WRONG(r, "papers.yaml", d[i].place, "name", "'%.*s' is given twice", STR_ARG(d[i].name));
		out[i] = (struct paper){ d[i].name, d[i].title, in.text, d[i].table };
		pack_word(r, d[i].title, d[i].title_en);
	}
	r->p->papers = (struct rows){ out, raw.n };
}

/* ---- all together ---- */

static const char *const known_files[] = { "bindings.yaml", "changes.yaml", "clauses.yaml", "forms.yaml", "grades.yaml", "interpretations.yaml", "limits.yaml",
	"lists.yaml", "names.yaml", "pack.yaml", "papers.yaml", "road.yaml", "rubrics.yaml", NULL };

static bool file_known(struct pack_read *r, struct str name)
{
	if (r->p->base.n && str_starts(name, "base/"))
		return true;
	for (size_t i = 0; known_files[i]; i++)
		if (str_is(name, known_files[i]))
			return true;
	if (!str_starts(name, "papers/") || !str_ends(name, ".html"))
		return false;
	return policy_paper(r->p, str_c(r->a, (struct str){ name.p + 7, name.n - 12 })) != NULL;
}

static void look_at_files(struct pack_read *r)
{
	const struct pack_file *f = r->files.v;

	if (r->files.n > LIMIT_PACK_FILES)
		PACK_WRONG(r, "pack.yaml", 100001, "", "%zu files, at most %d allowed", r->files.n, LIMIT_PACK_FILES);
	for (size_t i = 0; i < r->files.n; i++) {
		if (file_known(r, f[i].name))
			continue;
		struct str like = yaml_like(r->a, f[i].name, known_files);
		PACK_WRONG(r, str_c(r->a, f[i].name), 100001, "", "nothing in the pack uses this file%.*s", STR_ARG(like));
	}
}

static struct str digest(struct pack_read *r)
{
	const struct pack_file *f = r->files.v;
	struct hash *h = hash_start(r->a, HASH_SHA256);

	for (size_t i = 0; i < r->files.n; i++) {
		hash_add(h, f[i].name);
		hash_add(h, str_fmt(r->a, "\n%zu\n", f[i].text.n));
		hash_add(h, f[i].text);
	}
	return hash_end(r->a, h);
}

static int word_order(const void *a, const void *b)
{
	return str_cmp(((const struct pack_word *)a)->zh, ((const struct pack_word *)b)->zh);
}

const struct policy *policy_parse(struct arena *a, struct rows files, struct str *errors)
{
	struct pack_read r = { .a = a, .files = files, .errors = { .arena = a }, .p = NEW(a, struct policy) };

	pack_read_head(&r);
	read_clauses(&r);
	pack_read_bindings(&r);
	pack_read_road(&r);
	read_lists(&r);
	read_rubrics(&r);
	pack_read_changes(&r);
	read_names(&r);
	read_papers(&r);
	read_forms(&r);
	pack_read_limits(&r);
	read_interpretations(&r);
	look_at_files(&r);
	pack_look_at_drops(&r);
	if (r.words.n)
		qsort(r.words.v, r.words.n, sizeof(struct pack_word), word_order);
	r.p->words = r.words;
	r.p->digest = digest(&r);
	*errors = buf_str(&r.errors);
	return errors->n ? NULL : r.p;
}
