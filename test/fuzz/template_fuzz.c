/*
 * A page's template: parsed against a table of every kind, and rendered from an empty struct and from one with markup in every text; what is
 * rendered holds no '<' that came from a value.
 */
#include <string.h>

#include "fuzz.h"
#include "web/frame.h"
#include "web/template.h"

/* Every text of the struct is set to markup. */
static void fill(const struct fields *t, void *row)
{
	for (size_t i = 0; i < t->n; i++)
		if (field_is_text(t->f[i].kind))
			FIELD_STR(row, &t->f[i]) = STR("\x02<script>\x01");
		else if (t->f[i].kind != KIND_rows)
			FIELD_INT(row, &t->f[i]) = 20260315;
}

static struct rows no_choices(void *ctx, const char *of)
{
	(void)ctx;
	(void)of;
	return (struct rows){ 0 };
}

FUZZ(a, input)
{
	const struct fields *page = fields_find(STR("notice_paper")), *frame = fields_find(STR("frame"));
	struct str error = STR("");
	struct template_names names = { .page = page ? page : &challenge_row_fields, .frame = frame ? frame : &challenge_row_fields };
	const struct template *t = template_parse(a, STR("fuzz.html"), input, &names, &error);
	MUST(t || error.n);
	if (!t || memchr(input.p, 2, input.n))
		return;
	void *row = arena_alloc(a, names.page->size), *around = arena_alloc(a, names.frame->size);
	struct buf b = { .arena = a };
	struct template_out out = { .out = &b, .page = row, .frame = around, .choices = no_choices };
	template_render(t, &out);
	fill(names.page, row);
	b.n = 0;
	template_render(t, &out);
	MUST(!memmem(b.p ? b.p : "", b.n, "\x02<", 2));
}
