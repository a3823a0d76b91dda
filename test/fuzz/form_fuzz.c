/*
 * A posted form, urlencoded: the first byte says which of the program's forms; whatever comes, the parser answers, and what it accepts can be
 * printed, shown again and parsed again to the same struct.
 */
#include "base/form.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "tables/tables.h"

static struct str stars(void *ctx, struct str value)
{
	(void)ctx;
	(void)value;
	return STR("*");
}

static struct str canon(struct arena *a, const struct fields *t, const void *row)
{
	struct buf b = { .arena = a };
	fields_canon(&b, t, row, stars, NULL);
	return buf_str(&b);
}

FUZZ(a, input)
{
	size_t n;
	const struct fields *const *all = fields_all(&n);
	struct rows pairs;
	struct str error = STR("");
	if (!input.n)
		return;
	const struct fields *t = all[(unsigned char)input.p[0] % n];
	input.p++;
	input.n--;
	if (!form_pairs_from_urlencoded(a, input, &pairs, &error)) {
		MUST(error.n);
		return;
	}
	void *one = arena_alloc(a, t->size), *two = arena_alloc(a, t->size);
	struct form_in in = { .arena = a, .pairs = pairs.v, .n = pairs.n };
	struct rows errors = form_parse(&in, t, one);
	const struct form_error *e = errors.v;
	for (size_t i = 0; i < errors.n; i++)
		MUST(e[i].text.n && utf8_valid(e[i].text));
	struct str first = canon(a, t, one);
	MUST(utf8_valid(first));
	if (errors.n)
		return;
	struct rows back = form_pairs_of(a, t, one);
	struct form_in again = { .arena = a, .pairs = back.v, .n = back.n, .draft = true };
	form_parse(&again, t, two);
	(void)canon(a, t, two);
}
