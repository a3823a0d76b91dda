/*
 * The form parser: see form.h.  Pairs are sorted by name once; every field looks up its own, rows look at the range that
 * begins with their prefix; what nobody looked at is unknown and said so.
 */
#include "base/form.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/choice.h"
#include "base/day.h"
#include "base/form_value.h"
#include "base/limits.h"
#include "base/utf8.h"

#define DEPTH_MOST 3

struct slot {
	struct form_pair pair;
	size_t at;
	bool used;
};

struct form_run {
	const struct form_in *in;
	struct slot *slots;
	size_t n;
	struct form_errors errors;
};

static int by_name(const void *x, const void *y)
{
	const struct slot *a = x, *b = y;
	int c = str_cmp(a->pair.name, b->pair.name);
	return c ? c : (a->at > b->at) - (a->at < b->at);
}

/* The first slot whose name is not before `name`. */
static size_t slot_first(const struct form_run *run, struct str name)
{
	size_t low = 0, high = run->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (str_cmp(run->slots[mid].pair.name, name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void fields_parse(struct form_run *run, const struct fields *t, struct str prefix, int depth, char *out);

/* ---- one field ---- */

static bool many_valued(enum kind k)
{
	return k == KIND_choices || k == KIND_file;
}

/* The values of one name: joined by ',' for kinds that take several; one otherwise. */
static struct str field_raw(struct form_run *run, const struct field *f, struct str name)
{
	struct str raw = STR("");
	size_t found = 0;
	for (size_t i = slot_first(run, name); i < run->n && str_eq(run->slots[i].pair.name, name); i++) {
		struct str value = run->slots[i].pair.value;
		run->slots[i].used = true;
		if (many_valued(f->kind) && !value.n)
			continue;
		raw = found++ && many_valued(f->kind) ? str_join(run->in->arena, raw, ",", value) : found > 1 ? raw : value;
	}
	if (found > 1 && !many_valued(f->kind))
		form_error_add(&run->errors, name, word_text(WORD_form_twice));
	return raw;
}

/* ---- rows ---- */

struct row_index {
	int64_t number;
	bool filled;
};

static int by_number(const void *x, const void *y)
{
	const struct row_index *a = x, *b = y;
	return (a->number > b->number) - (a->number < b->number);
}

/* The number behind the prefix in "indicators.12.name"; -1 when there is none (also "012"). */
static int64_t row_number(struct str name, size_t prefix)
{
	struct str rest = { name.p + prefix, name.n - prefix }, digits = str_cut(&rest, '.');
	int64_t v;
	if (!rest.n || !digits.n || digits.n > 4 || (digits.n > 1 && digits.p[0] == '0') || digits.p[0] == '-')
		return -1;
	return str_int(digits, &v) ? v : -1;
}

static size_t rows_seen(struct form_run *run, struct str prefix, struct row_index *seen)
{
	size_t n = 0;
	for (size_t i = slot_first(run, prefix); i < run->n; i++) {
		struct form_pair p = run->slots[i].pair;
		if (p.name.n < prefix.n || memcmp(p.name.p, prefix.p, prefix.n) != 0)
			break;
		int64_t number = row_number(p.name, prefix.n);
		if (number < 0)
			continue;
		if (n == 0 || seen[n - 1].number != number)
			seen[n++] = (struct row_index){ number, false };
		seen[n - 1].filled |= str_trim(p.value).n > 0;
	}
	qsort(seen, n, sizeof *seen, by_number);
	return n;
}

/* Names of a row that is dropped count as known. */
static void row_skip(struct form_run *run, struct str prefix)
{
	for (size_t i = slot_first(run, prefix); i < run->n; i++) {
		struct str name = run->slots[i].pair.name;
		if (name.n < prefix.n || memcmp(name.p, prefix.p, prefix.n) != 0)
			break;
		run->slots[i].used = true;
	}
}

static void rows_count(struct form_run *run, const struct field *f, struct str name, size_t n)
{
	int64_t least = f->min ? f->min : f->must, most = f->max ? f->max : LIMIT_ROWS;
	if ((int64_t)n < least && !run->in->draft)
		form_error_range(&run->errors, WORD_form_missing_rows, name, f, (int64_t)n, least);
	if ((int64_t)n > most)
		form_error_range(&run->errors, WORD_form_rows_many, name, f, (int64_t)n, most);
}

static void rows_parse(struct form_run *run, const struct field *f, struct str name, int depth, struct rows *out)
{
	struct arena *a = run->in->arena;
	struct str prefix = str_join(a, name, ".", STR(""));
	if (depth >= DEPTH_MOST) {
		form_error_add(&run->errors, name, word_text(WORD_form_depth));
		row_skip(run, prefix);
		return;
	}
	struct row_index *seen = NEW_ARRAY(a, run->n + 1, struct row_index);
	size_t n = rows_seen(run, prefix, seen), filled = 0;
	for (size_t i = 0; i < n; i++)
		filled += seen[i].filled;
	rows_count(run, f, name, filled);
	size_t most = (size_t)(f->max ? f->max : LIMIT_ROWS);
	out->v = arena_array(a, filled < most ? filled : most, f->sub->size);
	for (size_t i = 0; i < n; i++) {
		struct str row = str_fmt(a, "%.*s%d.", STR_ARG(prefix), (int)seen[i].number);
		if (!seen[i].filled || out->n == most) {
			row_skip(run, row);
			continue;
		}
		fields_parse(run, f->sub, row, depth + 1, (char *)out->v + out->n++ * f->sub->size);
	}
}

static void fields_parse(struct form_run *run, const struct fields *t, struct str prefix, int depth, char *out)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		struct str name = str_join(run->in->arena, prefix, "", str_of(f->name));
		if (f->kind == KIND_rows)
			rows_parse(run, f, name, depth, &FIELD_ROWS(out, f));
		else
			form_value(run->in, f, name, field_raw(run, f, name), out, &run->errors);
	}
}

struct rows form_parse(const struct form_in *in, const struct fields *t, void *out)
{
	struct form_run run = { .in = in, .n = in->n, .errors = { .arena = in->arena } };
	memset(out, 0, t->size);
	for (size_t i = 0; i < t->n; i++)
		if (field_is_text(t->f[i].kind))
			FIELD_STR(out, &t->f[i]) = STR("");
	run.slots = NEW_ARRAY(in->arena, in->n, struct slot);
	for (size_t i = 0; i < in->n; i++)
		run.slots[i] = (struct slot){ in->pairs[i], i, str_starts(in->pairs[i].name, "_") };
	if (in->n)
		qsort(run.slots, in->n, sizeof *run.slots, by_name);
	fields_parse(&run, t, STR(""), 0, out);
	for (size_t i = 0; i < run.n; i++)
		if (!run.slots[i].used)
			form_error_add(&run.errors, run.slots[i].pair.name, word_text(WORD_form_unknown));
	return (struct rows){ run.errors.v, run.errors.n };
}
