/*
 * One value as people read it: how a field looks is its declared kind, never its C type.
 *
 * For: templates, forms that are read only, papers, mails, CSV (plain).
 */
#include "web/template.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"

static void put(const struct template_out *how, struct buf *out, struct str s)
{
	if (how->plain)
		buf_put(out, s);
	else
		buf_html(out, s);
}

static void put_word(const struct template_out *how, struct buf *out, enum word_id id)
{
	put(how, out, tr(how->english, word_text(id)));
}

static void show_fen(struct buf *out, int64_t fen, const struct template_out *how)
{
	buf_put(out, money_text(out->arena, fen));
	buf_putc(out, ' ');
	put_word(how, out, WORD_yuan);
}

static void show_share(struct buf *out, int64_t share)
{
	int64_t rest = share % 100;

	buf_int(out, share / 100);
	if (rest)
		buf_fmt(out, rest % 10 ? ".%02d" : ".%d", (int)(rest % 10 ? rest : rest / 10));
	buf_putc(out, '%');
}

static void show_day(struct buf *out, int64_t day, const struct template_out *how)
{
	if (!day)
		put_word(how, out, WORD_no_day);
	else if (how->paper)
		buf_put(out, day_text_cn(out->arena, day));
	else if (how->english || how->plain)
		buf_put(out, day_text(out->arena, day));
	else
		buf_put(out, day_text_long(out->arena, day));
}

static void show_instant(struct buf *out, int64_t ms, const struct template_out *how)
{
	struct str s = ms ? instant_text(out->arena, ms) : STR("");

	if (!ms)
		put_word(how, out, WORD_no_day);
	else
		buf_put(out, (struct str){ s.p, s.n > 16 ? 16 : s.n });
}

static void show_code(struct buf *out, const char *of, struct str code, const struct template_out *how)
{
	struct rows all = of && how->choices ? how->choices(how->ctx, of) : (struct rows){ 0 };
	const struct choice *c = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (str_eq(c[i].code, code)) {
			put(how, out, tr_with(how->policy, how->english, c[i].label));
			return;
		}
	put(how, out, code);
}

static void show_codes(struct buf *out, const char *of, struct str codes, const struct template_out *how)
{
	for (bool first = true; codes.n; first = false) {
		struct str code = str_cut(&codes, ',');

		if (!first)
			put_word(how, out, WORD_list_comma);
		show_code(out, of, code, how);
	}
}

static void show_long(struct buf *out, struct str text, const struct template_out *how)
{
	if (how->plain || !text.n) {
		buf_put(out, text);
		return;
	}
	buf_puts(out, "<p>");
	while (text.n) {
		struct str line = str_cut(&text, '\n');

		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		buf_html(out, line);
		if (text.n)
			buf_puts(out, "<br>");
	}
	buf_puts(out, "</p>");
}

/* The name under which a file was handed in; the head of its digest when nobody knows it. */
static struct str file_name(struct arena *a, struct str digest, const struct template_out *how)
{
	struct rows r = how->choices ? how->choices(how->ctx, str_fmt(a, "#%.*s", STR_ARG(digest)).p) : (struct rows){ 0 };

	if (r.n)
		return ((const struct choice *)r.v)->label;
	return (struct str){ digest.p, digest.n > 12 ? 12 : digest.n };
}

static void show_files(struct buf *out, struct str digests, const struct template_out *how)
{
	if (!digests.n)
		return;
	if (!how->plain)
		buf_puts(out, "<ul class=\"files\">");
	while (digests.n) {
		struct str d = str_cut(&digests, ',');

		if (!how->plain) {
			buf_puts(out, "<li><a href=\"/attachments/");
			buf_url(out, d);
			buf_puts(out, "\">");
		}
		put(how, out, file_name(out->arena, d, how));
		buf_puts(out, how->plain ? " " : "</a></li>");
	}
	if (!how->plain)
		buf_puts(out, "</ul>");
}

static void show_int(struct buf *out, const struct field *f, int64_t v, const struct template_out *how)
{
	if (f->kind == KIND_fen)
		show_fen(out, v, how);
	else if (f->kind == KIND_share)
		show_share(out, v);
	else if (f->kind == KIND_day)
		show_day(out, v, how);
	else if (f->kind == KIND_instant)
		show_instant(out, v, how);
	else if (f->kind == KIND_flag)
		put_word(how, out, v ? WORD_yes : WORD_no);
	else
		buf_int(out, v);
}

void field_show(struct buf *out, const struct field *f, const void *row, const struct template_out *how)
{
	struct str s;

	if (f->kind == KIND_rows || f->kind == KIND_pass)
		return;
	if (!field_is_text(f->kind)) {
		show_int(out, f, FIELD_INT(row, f), how);
		return;
	}
	s = FIELD_STR(row, f);
	if (f->secret && !how->entitled && s.n)
		put_word(how, out, WORD_masked);
	else if (f->kind == KIND_choice)
		show_code(out, f->of, s, how);
	else if (f->kind == KIND_choices)
		show_codes(out, f->of, s, how);
	else if (f->kind == KIND_long)
		show_long(out, s, how);
	else if (f->kind == KIND_file)
		show_files(out, s, how);
	else
		put(how, out, s);
}
