/* One typed value of a form: see form_value.h. */
#include "base/form_value.h"

#include <string.h>

#include "base/choice.h"
#include "base/day.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/money.h"
#include "base/utf8.h"

#define ID_MAX (((int64_t)1 << 53) - 1)
#define FILES_MOST 20
#define ERRORS_MOST 400         /* enough for anybody; a hostile form must not fill the arena */

struct value {
	const struct form_in *in;
	const struct field *f;
	struct str name, raw;
	struct form_errors *errors;
};

void form_error_add(struct form_errors *e, struct str name, struct str text)
{
	if (e->n == ERRORS_MOST)
		return;
	if (e->n == e->cap) {
		size_t cap = e->cap ? e->cap * 2 : 8;
		struct form_error *v = NEW_ARRAY(e->arena, cap, struct form_error);
		if (e->n)
			memcpy(v, e->v, e->n * sizeof *v);
		e->v = v;
		e->cap = cap;
	}
	e->v[e->n++] = (struct form_error){ name, text };
}

void form_error_range(struct form_errors *e, enum word_id id, struct str name, const struct field *f, int64_t found, int64_t wanted)
{
	const char *is = str_fmt(e->arena, "%lld", (long long)found).p, *be = str_fmt(e->arena, "%lld", (long long)wanted).p;
	form_error_add(e, name, word(e->arena, id, "label", f->label, "found", is, "wanted", be, NULL));
}

/* A sentence with what was typed, its head only. */
static void wrong(const struct value *v, enum word_id id)
{
	struct arena *a = v->errors->arena;
	struct str found = utf8_valid(v->raw) ? utf8_head(v->raw, 30) : STR("?");
	form_error_add(v->errors, v->name, word(a, id, "label", v->f->label, "found", str_c(a, found), NULL));
}

static void missing(const struct value *v)
{
	bool choice = v->f->kind == KIND_choice || v->f->kind == KIND_choices || v->f->kind == KIND_file;
	if (v->f->must && !v->in->draft)
		wrong(v, v->f->kind == KIND_flag ? WORD_form_missing_flag : choice ? WORD_form_missing_choice : WORD_form_missing);
}

/* ---- texts ---- */

static bool bytes_good(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == 0x7f || (c < 0x20 && c != '\n' && c != '\r' && c != '\t'))
			return false;
	}
	return utf8_valid(s);
}

/* CRLF and lone CR become LF. */
static struct str one_newline(struct arena *a, struct str s)
{
	if (!s.n || !memchr(s.p, '\r', s.n))
		return s;
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\r' || i + 1 == s.n || s.p[i + 1] != '\n')
			p[n++] = s.p[i] == '\r' ? '\n' : s.p[i];
	return (struct str){ p, n };
}

static void text_value(const struct value *v, struct str text, struct str *out)
{
	const struct field *f = v->f;
	int64_t most = f->max ? f->max : f->kind == KIND_long ? LIMIT_LONG : LIMIT_TEXT;
	if (f->kind == KIND_long)
		text = one_newline(v->in->arena, text);
	else if (text.n && (memchr(text.p, '\n', text.n) || memchr(text.p, '\r', text.n)))
		wrong(v, WORD_form_line);
	int64_t n = (int64_t)utf8_count(text);
	if (n > most)
		form_error_range(v->errors, WORD_form_long, v->name, f, n, most);
	else if (n < f->min && !v->in->draft)
		form_error_range(v->errors, WORD_form_short, v->name, f, n, f->min);
	*out = text;
}

static bool said_before(struct str codes, struct str code)
{
	while (codes.n)
		if (str_eq(str_cut(&codes, ','), code))
			return true;
	return false;
}

/* "a,b,a" is "a,b": a code that was sent twice was meant once. */
static struct str once_each(struct arena *a, struct str codes)
{
	struct str out = STR("");
	while (codes.n) {
		struct str code = str_cut(&codes, ',');
		if (!said_before(out, code))
			out = out.n ? str_join(a, out, ",", code) : code;
	}
	return out;
}

static void choice_value(const struct value *v, struct str *out)
{
	const struct field *f = v->f;
	struct rows list = { 0 };
	if (f->of && v->in->choices)
		list = v->in->choices(v->in->ctx, f->of);
	if (f->of && !list.n)
		list = choices_builtin(NULL, f->of);
	for (struct str rest = v->raw; rest.n;) {
		struct str code = f->kind == KIND_choices ? str_cut(&rest, ',') : v->raw;
		if (f->kind != KIND_choices)
			rest.n = 0;
		if (!f->of || choice_has(list, code))
			continue;
		struct value one = *v;
		one.raw = code;
		wrong(&one, WORD_form_choice);
	}
	*out = f->kind == KIND_choices ? once_each(v->in->arena, v->raw) : v->raw;
}

static bool is_digest(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789abcdef", s.p[i]) || !s.p[i])
			return false;
	return s.n == HASH_HEX;
}

static void file_value(const struct value *v, struct str *out)
{
	int64_t n = 0, most = v->f->max ? v->f->max : FILES_MOST;
	for (struct str rest = v->raw; rest.n; n++)
		if (!is_digest(str_cut(&rest, ','))) {
			wrong(v, WORD_form_file);
			return;
		}
	if (n > most)
		form_error_range(v->errors, WORD_form_files_many, v->name, v->f, n, most);
	*out = v->raw;
}

static void text_kinds(const struct value *v, struct str *out)
{
	if (v->f->kind == KIND_choice || v->f->kind == KIND_choices)
		choice_value(v, out);
	else if (v->f->kind == KIND_file)
		file_value(v, out);
	else
		text_value(v, v->raw, out);
}

/* ---- numbers ---- */

/* "40", "40.25", "40%" -> basis points. */
static bool share_parse(struct str s, int64_t *out)
{
	if (str_ends(s, "%"))
		s.n--;
	return money_parse(s, out) && *out <= (int64_t)PERCENT_SCALE * 100;
}

static bool number_parse(const struct value *v, int64_t *out, enum word_id *id)
{
	bool typed = !v->in->json;
	switch (v->f->kind) {
	case KIND_fen:
		*id = WORD_form_fen;
		return typed ? money_parse(v->raw, out) : str_int(v->raw, out);
	case KIND_share:
		*id = WORD_form_share;
		return typed ? share_parse(v->raw, out) : str_int(v->raw, out);
	case KIND_day:
		*id = WORD_form_day;
		return day_parse(v->raw, out);
	case KIND_instant:
		*id = WORD_form_instant;
		return instant_parse(v->raw, out) || (v->in->json && str_int(v->raw, out));
	case KIND_flag:
		*id = WORD_form_flag;
		*out = 1;
		return str_is(v->raw, "1") || str_is(v->raw, "on") || str_is(v->raw, "true");
	default:
		*id = WORD_form_int;
		return str_int(v->raw, out);
	}
}

static int64_t most_of(const struct field *f)
{
	if (f->max)
		return f->max;
	switch (f->kind) {
	case KIND_fen: return MONEY_MAX;
	case KIND_share: return PERCENT_SCALE;
	case KIND_day: return DAY_MAX;
	case KIND_flag: return 1;
	case KIND_instant: return (int64_t)32503680000000;      /* the year 3000 */
	default: return ID_MAX;
	}
}

static struct str number_shown(const struct value *v, int64_t n)
{
	struct arena *a = v->errors->arena;
	if (v->f->kind == KIND_fen && !v->in->json)
		return money_text(a, n);
	if (v->f->kind == KIND_share && !v->in->json)
		return str_fmt(a, "%lld.%02d%%", (long long)(n / 100), (int)(n % 100));
	if (v->f->kind == KIND_day)
		return day_text(a, n);
	return str_fmt(a, "%lld", (long long)n);
}

static void number_value(const struct value *v, int64_t *out)
{
	int64_t n, most = most_of(v->f), least = v->f->min;
	enum word_id id;
	if (!number_parse(v, &n, &id)) {
		wrong(v, id);
		return;
	}
	if (v->f->kind == KIND_id && v->f->must && least < 1)
		least = 1;
	if (v->f->kind == KIND_day && least < DAY_MIN)
		least = DAY_MIN;
	if (n < least || n > most) {
		form_error_add(v->errors, v->name, word(v->errors->arena, n < least ? WORD_form_least : WORD_form_most,
			"label", v->f->label, "found", number_shown(v, n).p,
			"wanted", number_shown(v, n < least ? least : most).p, NULL));
		return;
	}
	*out = n;
}

void form_value(const struct form_in *in, const struct field *f, struct str name, struct str raw, void *out, struct form_errors *e)
{
	struct value v = { in, f, name, f->kind == KIND_pass ? raw : str_trim(raw), e };
	if (field_is_text(f->kind))
		FIELD_STR(out, f) = STR("");
	if (!bytes_good(v.raw))
		wrong(&v, WORD_form_bytes);
	else if (!v.raw.n)
		missing(&v);
	else if (field_is_text(f->kind))
		text_kinds(&v, &FIELD_STR(out, f));
	else
		number_value(&v, &FIELD_INT(out, f));
}
