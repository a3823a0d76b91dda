/* Pairs of a form from urlencoded text and from a struct; JSON has json.c. See form.h. */
#include "base/form.h"

#include <string.h>

#include "base/day.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/word.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool unescape(struct arena *a, struct str s, struct str *out)
{
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '+')
			c = ' ';
		if (c == '%') {
			if (s.n - i < 3 || hex_digit(s.p[i + 1]) < 0 || hex_digit(s.p[i + 2]) < 0)
				return false;
			c = (char)(hex_digit(s.p[i + 1]) * 16 + hex_digit(s.p[i + 2]));
			i += 2;
		}
		p[n++] = c;
	}
	*out = (struct str){ p, n };
	return utf8_valid(*out) && !memchr(p, 0, n);
}

bool form_pairs_from_urlencoded(struct arena *a, struct str body, struct rows *pairs, struct str *error)
{
	size_t most = 1;
	for (size_t i = 0; i < body.n; i++)
		most += body.p[i] == '&';
	*pairs = (struct rows){ 0 };
	if (body.n > LIMIT_FORM_BYTES || most > LIMIT_FORM_FIELDS) {
		*error = body.n > LIMIT_FORM_BYTES ? word_text(WORD_json_large) :
			word(a, WORD_pairs_many, "wanted", str_fmt(a, "%d", LIMIT_FORM_FIELDS).p, NULL);
		return false;
	}
	struct form_pair *list = NEW_ARRAY(a, most, struct form_pair);
	size_t n = 0;
	while (body.n) {
		struct str value = str_cut(&body, '&');
		if (!value.n)
			continue;
		struct str name = str_cut(&value, '=');
		if (!unescape(a, name, &list[n].name) || !unescape(a, value, &list[n].value)) {
			*error = word_text(WORD_pairs_escape);
			return false;
		}
		n++;
	}
	*pairs = (struct rows){ list, n };
	return true;
}

/* ---- from a struct ---- */

struct pairs {
	struct arena *arena;
	struct form_pair *v;
	size_t n, cap;
};

static void pair_add(struct pairs *p, struct str name, struct str value)
{
	if (p->n == p->cap) {
		size_t cap = p->cap ? p->cap * 2 : 32;
		struct form_pair *v = NEW_ARRAY(p->arena, cap, struct form_pair);
		if (p->n)
			memcpy(v, p->v, p->n * sizeof *v);
		p->v = v;
		p->cap = cap;
	}
	p->v[p->n++] = (struct form_pair){ name, value };
}

/* 123456 -> "1234.56", 123400 -> "1234": fen as yuan, basis points as percent. */
static struct str hundredths(struct arena *a, int64_t v)
{
	if (v % 100 == 0)
		return str_fmt(a, "%lld", (long long)(v / 100));
	return str_fmt(a, "%lld.%02d", (long long)(v / 100), (int)(v % 100));
}

static struct str number_typed(struct arena *a, const struct field *f, int64_t v)
{
	switch (f->kind) {
	case KIND_fen: case KIND_share:
		return hundredths(a, v);
	case KIND_day:
		return day_text(a, v);
	case KIND_instant:
		if (v == 0)
			return STR("");
		return str_fmt(a, "%.10sT%.5s", instant_text(a, v).p, instant_text(a, v).p + 11);
	case KIND_flag: case KIND_id:
		return v ? str_fmt(a, "%lld", (long long)v) : STR("");
	default:
		return str_fmt(a, "%lld", (long long)v);
	}
}

static void pairs_add(struct pairs *p, const struct fields *t, const void *row, struct str prefix)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		struct str name = str_join(p->arena, prefix, "", str_of(f->name));
		if (f->kind == KIND_rows) {
			const struct rows *rows = &FIELD_ROWS(row, f);
			for (size_t k = 0; k < rows->n; k++)
				pairs_add(p, f->sub, (const char *)rows->v + k * f->sub->size,
					  str_fmt(p->arena, "%.*s.%zu.", STR_ARG(name), k));
			continue;
		}
		struct str value = field_is_text(f->kind) ? FIELD_STR(row, f) : number_typed(p->arena, f, FIELD_INT(row, f));
		if (f->kind == KIND_pass || !value.n)
			continue;
		if (f->kind != KIND_choices && f->kind != KIND_file)
			pair_add(p, name, value);
		else
			while (value.n)
				pair_add(p, name, str_cut(&value, ','));
	}
}

struct rows form_pairs_of(struct arena *a, const struct fields *t, const void *row)
{
	struct pairs p = { .arena = a };
	pairs_add(&p, t, row, STR(""));
	return (struct rows){ p.v, p.n };
}
