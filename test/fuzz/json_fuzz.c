/* A JSON request: the first byte says which form; the parser answers, and what JSON prints of the struct is JSON again. */
#include "base/form.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "tables/tables.h"

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
	if (!form_pairs_from_json(a, input, &pairs, &error)) {
		MUST(error.n && utf8_valid(error));
		return;
	}
	void *row = arena_alloc(a, t->size);
	struct form_in in = { .arena = a, .pairs = pairs.v, .n = pairs.n, .json = true };
	form_parse(&in, t, row);
	struct buf b = { .arena = a };
	fields_json(&b, t, row, true);
	MUST(form_pairs_from_json(a, buf_str(&b), &pairs, &error) || pairs.n == 0);
}
