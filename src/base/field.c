/*
 * What a field table is good for besides being filled: lookup, canonical text for the book, JSON for readers, JSON schema.
 *
 * The forms that fill a struct are in form.c, statements in the store, pages in the templates.
 */
#include "base/field.h"

#include <assert.h>

#include "base/choice.h"
#include "base/day.h"
#include "base/limits.h"
#include "base/money.h"

const struct field *field_find(const struct fields *t, struct str name)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_is(name, t->f[i].name))
			return &t->f[i];
	return NULL;
}

bool field_is_text(enum kind k)
{
	switch (k) {
	case KIND_text: case KIND_long: case KIND_choice: case KIND_choices: case KIND_file: case KIND_pass:
		return true;
	case KIND_id: case KIND_int: case KIND_fen: case KIND_day: case KIND_instant: case KIND_flag: case KIND_share:
	case KIND_rows:
		return false;
	}
	return false;
}

static void key_put(struct buf *out, const struct field *f, bool *begun)
{
	if (*begun)
		buf_putc(out, ',');
	*begun = true;
	buf_fmt(out, "\"%s\":", f->name);
}

static const void *row_at(const struct field *f, const struct rows *rows, size_t i)
{
	return (const char *)rows->v + i * f->sub->size;
}

/* ---- canonical text ---- */

static void canon_value(struct buf *out, const struct field *f, const void *row, field_mask mask, void *ctx)
{
	struct str text = field_is_text(f->kind) ? FIELD_STR(row, f) : STR("");
	if (f->secret) {
		assert(mask);
		if (!field_is_text(f->kind))
			text = str_fmt(out->arena, "%lld", (long long)FIELD_INT(row, f));
		buf_json(out, mask(ctx, text));
	} else if (field_is_text(f->kind)) {
		buf_json(out, text);
	} else {
		buf_int(out, FIELD_INT(row, f));
	}
}

void fields_canon(struct buf *out, const struct fields *t, const void *row, field_mask mask, void *ctx)
{
	bool begun = false;
	buf_putc(out, '{');
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		if (f->kind == KIND_pass)
			continue;
		key_put(out, f, &begun);
		if (f->kind != KIND_rows) {
			canon_value(out, f, row, mask, ctx);
			continue;
		}
		const struct rows *rows = &FIELD_ROWS(row, f);
		buf_putc(out, '[');
		for (size_t k = 0; k < rows->n; k++) {
			if (k)
				buf_putc(out, ',');
			fields_canon(out, f->sub, row_at(f, rows, k), mask, ctx);
		}
		buf_putc(out, ']');
	}
	buf_putc(out, '}');
}

/* ---- JSON for readers ---- */

static void json_list(struct buf *out, struct str joined)
{
	buf_putc(out, '[');
	for (bool begun = false; joined.n; begun = true) {
		if (begun)
			buf_putc(out, ',');
		buf_json(out, str_cut(&joined, ','));
	}
	buf_putc(out, ']');
}

static void json_value(struct buf *out, const struct field *f, const void *row)
{
	int64_t v = f->kind == KIND_rows || field_is_text(f->kind) ? 0 : FIELD_INT(row, f);
	switch (f->kind) {
	case KIND_text: case KIND_long: case KIND_choice: case KIND_pass:
		buf_json(out, FIELD_STR(row, f));
		break;
	case KIND_choices: case KIND_file:
		json_list(out, FIELD_STR(row, f));
		break;
	case KIND_id: case KIND_int: case KIND_fen: case KIND_share:
		buf_int(out, v);
		break;
	case KIND_flag:
		buf_puts(out, v ? "true" : "false");
		break;
	case KIND_day:
		if (v)
			buf_json(out, day_text(out->arena, v));
		else
			buf_puts(out, "null");
		break;
	case KIND_instant: {
		struct str s = instant_text(out->arena, v);
		if (v)
			buf_fmt(out, "\"%.10sT%.8s+08:00\"", s.p, s.p + 11);
		else
			buf_puts(out, "null");
		break;
	}
	case KIND_rows:
		break;
	}
}

void fields_json(struct buf *out, const struct fields *t, const void *row, bool entitled)
{
	bool begun = false;
	buf_putc(out, '{');
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		if (f->kind == KIND_pass || (f->secret && !entitled))
			continue;
		key_put(out, f, &begun);
		if (f->kind != KIND_rows) {
			json_value(out, f, row);
			continue;
		}
		const struct rows *rows = &FIELD_ROWS(row, f);
		buf_putc(out, '[');
		for (size_t k = 0; k < rows->n; k++) {
			if (k)
				buf_putc(out, ',');
			fields_json(out, f->sub, row_at(f, rows, k), entitled);
		}
		buf_putc(out, ']');
	}
	buf_putc(out, '}');
}

/* ---- JSON schema ---- */

static void schema_enum(struct buf *out, const struct field *f)
{
	struct rows list = f->of ? choices_builtin(NULL, f->of) : (struct rows){ 0 };
	const struct choice *c = list.v;
	buf_puts(out, "{\"type\":\"string\"");
	if (list.n) {
		buf_puts(out, ",\"enum\":[");
		for (size_t i = 0; i < list.n; i++) {
			if (i)
				buf_putc(out, ',');
			buf_json(out, c[i].code);
		}
		buf_puts(out, f->must ? "]" : ",\"\"]");
	}
	buf_putc(out, '}');
}

static void schema_range(struct buf *out, const char *least, int64_t min, const char *most, int64_t max)
{
	if (min)
		buf_fmt(out, ",\"%s\":%lld", least, (long long)min);
	if (max)
		buf_fmt(out, ",\"%s\":%lld", most, (long long)max);
}

static void schema_type(struct buf *out, const struct field *f, bool form)
{
	switch (f->kind) {
	case KIND_text: case KIND_long: case KIND_pass:
		buf_puts(out, "\"type\":\"string\"");
		if (form)
			schema_range(out, "minLength", f->must && !f->min ? 1 : f->must ? f->min : 0, "maxLength",
				     f->max ? f->max : f->kind == KIND_long ? LIMIT_LONG : LIMIT_TEXT);
		break;
	case KIND_choice:
		buf_puts(out, "\"allOf\":[");
		schema_enum(out, f);
		buf_putc(out, ']');
		break;
	case KIND_choices: case KIND_file:
		buf_puts(out, "\"type\":\"array\",\"items\":");
		schema_enum(out, f);
		break;
	case KIND_id: case KIND_int: case KIND_fen: case KIND_share:
		buf_puts(out, "\"type\":\"integer\"");
		if (form)
			schema_range(out, "minimum", f->min, "maximum", f->max);
		break;
	case KIND_flag:
		buf_puts(out, "\"type\":\"boolean\"");
		break;
	case KIND_day:
		buf_puts(out, form ? "\"type\":\"string\",\"format\":\"date\"" : "\"type\":[\"string\",\"null\"],\"format\":\"date\"");
		break;
	case KIND_instant:
		buf_puts(out, form ? "\"type\":\"string\"" : "\"type\":[\"string\",\"null\"],\"format\":\"date-time\"");
		break;
	case KIND_rows:
		buf_puts(out, "\"type\":\"array\",\"items\":");
		fields_schema(out, f->sub, form);
		if (form)
			schema_range(out, "minItems", f->min ? f->min : f->must, "maxItems", f->max ? f->max : LIMIT_ROWS);
		break;
	}
}

static void schema_field(struct buf *out, const struct field *f, bool form)
{
	buf_putc(out, '{');
	schema_type(out, f, form);
	if (f->label && *f->label) {
		buf_puts(out, ",\"title\":");
		buf_json(out, str_of(f->label));
	}
	if (f->help) {
		buf_puts(out, ",\"description\":");
		buf_json(out, str_of(f->help));
	}
	if (f->kind == KIND_fen)
		buf_puts(out, ",\"x-unit\":\"fen\"");
	if (f->kind == KIND_share)
		buf_puts(out, ",\"x-unit\":\"basis points\"");
	buf_putc(out, '}');
}

static bool schema_shows(const struct field *f, bool form)
{
	return form || (f->kind != KIND_pass && !f->secret);
}

void fields_schema(struct buf *out, const struct fields *t, bool form)
{
	bool begun = false;
	buf_puts(out, "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{");
	for (size_t i = 0; i < t->n; i++) {
		if (!schema_shows(&t->f[i], form))
			continue;
		key_put(out, &t->f[i], &begun);
		schema_field(out, &t->f[i], form);
	}
	buf_puts(out, "},\"required\":[");
	begun = false;
	for (size_t i = 0; i < t->n; i++) {
		if (!schema_shows(&t->f[i], form) || (form && !t->f[i].must))
			continue;
		if (begun)
			buf_putc(out, ',');
		begun = true;
		buf_json(out, str_of(t->f[i].name));
	}
	buf_puts(out, "]}");
}
