/*
 * A form as HTML from its field table: sections, labels, help, the clause that asks for it, errors beside the field, rows that
 * can be added and taken away without script (buttons "add.NAME" and "drop.NAME", see form_rows_change()).
 *
 * Not for: reading what was sent (base/form.h) and the <form> element around it (act_page.html).
 */
#include "web/form_html.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/word.h"
#include "rule/policy.h"
#include <string.h>

#define RADIO_MAX 4
#define RADIO_MAX_ROW 2                 /* a row is narrow */

struct pen {
	struct buf *out;
	const struct template_out *how;
	struct rows values, errors;
	struct arena *a;
};

struct spot {                           /* one field of the form, as it stands on the page */
	const struct field *f;
	struct str name, value;         /* full name: "indicators.2.target" */
	const struct form_error *error;
};

static void say(struct pen *p, struct str chinese)
{
	buf_html(p->out, tr_with(p->how->policy, p->how->english, chinese));
}

static void say_word(struct pen *p, enum word_id id)
{
	say(p, word_text(id));
}

static void attr(struct pen *p, const char *name, struct str value)
{
	buf_fmt(p->out, " %s=\"", name);
	buf_html(p->out, value);
	buf_putc(p->out, '"');
}

/* ---- what was typed ---- */

static struct str value_of(struct rows values, struct str name)
{
	const struct form_pair *v = values.v;

	for (size_t i = 0; i < values.n; i++)
		if (str_eq(v[i].name, name))
			return v[i].value;
	return STR("");
}

static bool has_value(struct rows values, struct str name, struct str value)
{
	const struct form_pair *v = values.v;

	for (size_t i = 0; i < values.n; i++) {
		struct str rest = v[i].value;

		while (str_eq(v[i].name, name) && rest.n)
			if (str_eq(str_cut(&rest, ','), value))
				return true;
	}
	return false;
}

static const struct form_error *error_of(struct rows errors, struct str name)
{
	const struct form_error *e = errors.v;

	for (size_t i = 0; i < errors.n; i++)
		if (str_eq(e[i].name, name))
			return &e[i];
	return NULL;
}

/* The row number in "indicators.12.target" for table "indicators"; -1 for other names. */
static int64_t row_number(struct str pair, struct str table)
{
	struct str head, number;
	int64_t n;

	if (pair.n <= table.n + 1 || pair.p[table.n] != '.')
		return -1;
	head = (struct str){ pair.p, table.n };
	pair.p += table.n + 1;
	pair.n -= table.n + 1;
	number = str_cut(&pair, '.');
	return str_eq(head, table) && str_int(number, &n) && n >= 0 && n < LIMIT_ROWS ? n : -1;
}

static int64_t rows_typed(struct rows values, struct str table)
{
	const struct form_pair *v = values.v;
	int64_t most = 0;

	for (size_t i = 0; i < values.n; i++) {
		int64_t n = row_number(v[i].name, table) + 1;

		if (n > most)
			most = n;
	}
	return most;
}

static void row_drop(struct arena *a, struct rows *values, struct str table, int64_t gone)
{
	struct form_pair *v = values->v, *keep = NEW_ARRAY(a, values->n + 1, struct form_pair);
	size_t n = 0;

	for (size_t i = 0; i < values->n; i++) {
		int64_t at = row_number(v[i].name, table);
		struct str rest = v[i].name;

		if (at == gone)
			continue;
		keep[n] = v[i];
		if (at > gone) {
			rest.p += table.n + 1;
			rest.n -= table.n + 1;
			str_cut(&rest, '.');
			keep[n].name = str_fmt(a, "%.*s.%lld.%.*s", STR_ARG(table), (long long)(at - 1), STR_ARG(rest));
		}
		n++;
	}
	*values = (struct rows){ keep, n };
}

static void row_add(struct arena *a, struct rows *values, const struct field *f)
{
	struct form_pair *more = NEW_ARRAY(a, values->n + 1, struct form_pair);
	int64_t n = rows_typed(*values, str_of(f->name)), least = f->min > 0 ? f->min : 1;

	for (size_t i = 0; i < values->n; i++)
		more[i] = ((struct form_pair *)values->v)[i];
	if (n < least)                  /* the page showed that many without anything typed */
		n = least;
	more[values->n] = (struct form_pair){ str_fmt(a, "%s.%lld.%s", f->name, (long long)n, f->sub->f[0].name), STR("") };
	*values = (struct rows){ more, values->n + 1 };
}

bool form_rows_change(struct arena *a, const struct fields *t, struct rows *values)
{
	const struct form_pair *v = values->v;
	int64_t row;

	for (size_t i = 0; i < values->n; i++) {
		struct str name = v[i].name;
		bool add = str_starts(name, "add."), drop = str_starts(name, "drop.");
		struct str table = name;
		const struct field *f;

		if (!add && !drop)
			continue;
		str_cut(&table, '.');
		f = field_find(t, table);
		if (!f || f->kind != KIND_rows)
			continue;
		if (add)
			row_add(a, values, f);
		else if (str_int(v[i].value, &row))
			row_drop(a, values, str_of(f->name), row);
		return true;
	}
	return false;
}

/* ---- controls ---- */

static void common_attrs(struct pen *p, const struct spot *s)
{
	attr(p, "id", str_fmt(p->a, "f-%.*s", STR_ARG(s->name)));
	attr(p, "name", s->name);
	if (s->f->must)
		buf_puts(p->out, " aria-required=\"true\"");
	if (s->error)
		buf_puts(p->out, " aria-invalid=\"true\"");
	if (s->error || s->f->help)
		attr(p, "aria-describedby", str_fmt(p->a, "%s%.*s%s%s%.*s", s->f->help ? "h-" : "", s->f->help ? (int)s->name.n : 0, s->name.p,
			s->f->help && s->error ? " " : "", s->error ? "e-" : "", s->error ? (int)s->name.n : 0, s->name.p));
}

static int64_t text_max(const struct field *f)
{
	return f->max ? f->max : f->kind == KIND_long ? LIMIT_LONG : LIMIT_TEXT;
}

static void put_input(struct pen *p, const struct spot *s, const char *type, const char *mode)
{
	buf_fmt(p->out, "<input class=\"form-control\" type=\"%s\"", type);
	common_attrs(p, s);
	if (mode)
		buf_fmt(p->out, " inputmode=\"%s\"", mode);
	if (s->f->kind == KIND_text)
		buf_fmt(p->out, " maxlength=\"%lld\"", (long long)text_max(s->f));
	if (s->f->kind == KIND_pass)
		buf_puts(p->out, " autocomplete=\"off\"");
	else if (s->value.n)
		attr(p, "value", s->value);
	buf_putc(p->out, '>');
}

static void put_unit(struct pen *p, const struct spot *s, enum word_id unit)
{
	buf_puts(p->out, "<div class=\"input-group\">");
	put_input(p, s, "text", "decimal");
	buf_puts(p->out, "<span class=\"input-group-text\">");
	say_word(p, unit);
	buf_puts(p->out, "</span></div>");
}

static void put_instant(struct pen *p, struct spot *s)
{
	struct buf b = { .arena = p->a };

	for (size_t i = 0; i < s->value.n && i < 16; i++)
		buf_putc(&b, s->value.p[i] == ' ' ? 'T' : s->value.p[i]);
	s->value = buf_str(&b);
	put_input(p, s, "datetime-local", NULL);
}

static void put_area(struct pen *p, const struct spot *s)
{
	buf_puts(p->out, "<textarea class=\"form-control\"");
	common_attrs(p, s);
	buf_fmt(p->out, " rows=\"%d\" maxlength=\"%lld\">\n", text_max(s->f) > 600 ? 5 : 3, (long long)text_max(s->f));
	buf_html(p->out, s->value);
	buf_puts(p->out, "</textarea>");
}

static void put_check(struct pen *p, const struct spot *s, const char *type, struct str code, struct str label)
{
	bool on = has_value(p->values, s->name, code);

	buf_fmt(p->out, "<label class=\"form-check\"><input class=\"form-check-input\" type=\"%s\"", type);
	attr(p, "name", s->name);
	attr(p, "value", code);
	buf_puts(p->out, on ? " checked><span class=\"form-check-label\">" : "><span class=\"form-check-label\">");
	buf_html(p->out, label);
	buf_puts(p->out, "</span></label>");
}

static void put_choices(struct pen *p, const struct spot *s, struct rows of, const char *type)
{
	const struct choice *c = of.v;

	for (size_t i = 0; i < of.n; i++)
		put_check(p, s, type, c[i].code, tr_with(p->how->policy, p->how->english, c[i].label));
}

static void put_select(struct pen *p, const struct spot *s, struct rows of)
{
	const struct choice *c = of.v;

	buf_puts(p->out, "<select class=\"form-select\"");
	common_attrs(p, s);
	buf_puts(p->out, "><option value=\"\">");
	say_word(p, of.n ? WORD_please_choose : WORD_nothing_to_choose);
	buf_puts(p->out, "</option>");
	for (size_t i = 0; i < of.n; i++) {
		buf_puts(p->out, "<option");
		attr(p, "value", c[i].code);
		buf_puts(p->out, str_eq(c[i].code, s->value) ? " selected>" : ">");
		say(p, c[i].label);
		buf_puts(p->out, "</option>");
	}
	buf_puts(p->out, "</select>");
}

static struct rows choices_of(struct pen *p, const char *of)
{
	return of && p->how->choices ? p->how->choices(p->how->ctx, of) : (struct rows){ 0 };
}

/* Files handed in before stay ticked; more can be chosen. Without script too. */
static void put_files(struct pen *p, const struct spot *s)
{
	struct rows v = p->values;

	for (size_t i = 0; i < v.n; i++) {
		const struct form_pair *pair = &((const struct form_pair *)v.v)[i];
		struct str rest = pair->value;

		while (str_eq(pair->name, s->name) && rest.n) {
			struct str digest = str_cut(&rest, ',');
			struct rows known = choices_of(p, str_fmt(p->a, "#%.*s", STR_ARG(digest)).p);

			put_check(p, s, "checkbox", digest, known.n ? ((const struct choice *)known.v)->label : digest);
		}
	}
	buf_puts(p->out, "<input class=\"form-control\" type=\"file\" multiple data-upload");
	common_attrs(p, s);
	buf_putc(p->out, '>');
}

static bool is_group(struct pen *p, const struct field *f, struct str name)
{
	size_t most = memchr(name.p, '.', name.n) ? RADIO_MAX_ROW : RADIO_MAX, n = f->kind == KIND_choice ? choices_of(p, f->of).n : 0;

	return f->kind == KIND_choices || (n > 0 && n <= most);
}

static void put_control(struct pen *p, struct spot *s)
{
	switch (s->f->kind) {
	case KIND_long: put_area(p, s); break;
	case KIND_fen: put_unit(p, s, WORD_yuan); break;
	case KIND_share: put_unit(p, s, WORD_percent); break;
	case KIND_day: put_input(p, s, "date", NULL); break;
	case KIND_instant: put_instant(p, s); break;
	case KIND_pass: put_input(p, s, "password", NULL); break;
	case KIND_file: put_files(p, s); break;
	case KIND_choices: put_choices(p, s, choices_of(p, s->f->of), "checkbox"); break;
	case KIND_choice:
		if (is_group(p, s->f, s->name))
			put_choices(p, s, choices_of(p, s->f->of), "radio");
		else
			put_select(p, s, choices_of(p, s->f->of));
		break;
	case KIND_id:
		if (s->f->of)
			put_select(p, s, choices_of(p, s->f->of));
		else
			put_input(p, s, "text", "numeric");
		break;
	default: put_input(p, s, "text", s->f->kind == KIND_int ? "numeric" : NULL); break;
	}
}

/* ---- around a control ---- */

static void put_why(struct pen *p, const char *clauses)
{
	struct str rest = str_of(clauses);

	if (!clauses || !p->how->policy)
		return;
	while (rest.n) {
		struct str id = str_cut(&rest, ' ');
		const struct clause *c = policy_clause(p->how->policy, id);

		if (!c)
			continue;
		buf_puts(p->out, "<details class=\"why\"><summary>");
		say_word(p, WORD_by_clause);
		buf_putc(p->out, ' ');
		buf_html(p->out, c->number);
		buf_puts(p->out, "</summary><p>");
		buf_html(p->out, p->how->english && c->text_en.n ? c->text_en : c->text);
		buf_puts(p->out, " <a class=\"clause\" href=\"/rules#c-");
		buf_html(p->out, id);
		buf_puts(p->out, "\">");
		say_word(p, WORD_to_clause);
		buf_puts(p->out, "</a></p></details>");
	}
}

static void put_label(struct pen *p, const struct spot *s)
{
	say(p, str_of(s->f->label));
	if (!s->f->must)
		return;
	buf_puts(p->out, " <span class=\"must\">");
	say_word(p, WORD_must);
	buf_puts(p->out, "</span>");
}

static void put_below(struct pen *p, const struct spot *s)
{
	int64_t least = memchr(s->name.p, '.', s->name.n) ? 100 : 60;
	bool counts = s->f->kind == KIND_long || (s->f->kind == KIND_text && text_max(s->f) >= least);

	if (s->error) {
		buf_puts(p->out, "<p class=\"error\"");
		attr(p, "id", str_fmt(p->a, "e-%.*s", STR_ARG(s->name)));
		buf_putc(p->out, '>');
		buf_html(p->out, tr_sentence(p->a, p->how->english, s->error->text));
		buf_puts(p->out, "</p>");
	}
	if (s->f->help) {
		buf_puts(p->out, "<p class=\"help\"");
		attr(p, "id", str_fmt(p->a, "h-%.*s", STR_ARG(s->name)));
		buf_putc(p->out, '>');
		say(p, str_of(s->f->help));
		buf_puts(p->out, "</p>");
	}
	if (counts) {
		buf_puts(p->out, "<p class=\"counter\"");
		attr(p, "data-for", str_fmt(p->a, "f-%.*s", STR_ARG(s->name)));
		buf_fmt(p->out, ">%zu / %lld</p>", utf8_count(s->value), (long long)text_max(s->f));
	}
	put_why(p, s->f->clause);
}

static void put_flag(struct pen *p, const struct spot *s)
{
	buf_puts(p->out, "<label class=\"form-check\"><input class=\"form-check-input\" type=\"checkbox\" value=\"1\"");
	common_attrs(p, s);
	buf_puts(p->out, s->value.n && !str_is(s->value, "0") ? " checked><span class=\"form-check-label\">" : "><span class=\"form-check-label\">");
	put_label(p, s);
	buf_puts(p->out, "</span></label>");
}

static void put_field(struct pen *p, const struct field *f, struct str name)
{
	struct spot s = { f, name, value_of(p->values, name), error_of(p->errors, name) };
	bool group = is_group(p, f, name);

	if (f->hidden) {
		buf_puts(p->out, "<input type=\"hidden\"");
		attr(p, "name", name);
		attr(p, "value", s.value);
		buf_putc(p->out, '>');
		return;
	}
	buf_fmt(p->out, "<%s class=\"field k-%d%s%s\"", group ? "fieldset" : "div", (int)f->kind,
		f->wide || f->kind == KIND_long || f->kind == KIND_file || f->kind == KIND_choices ? " wide" : "", s.error ? " bad" : "");
	if (group)
		attr(p, "id", str_fmt(p->a, "f-%.*s", STR_ARG(name)));
	buf_putc(p->out, '>');
	if (f->kind == KIND_flag) {
		put_flag(p, &s);
	} else {
		if (group)
			buf_puts(p->out, "<legend>");
		else
			buf_fmt(p->out, "<label for=\"f-%.*s\">", STR_ARG(name));
		put_label(p, &s);
		buf_puts(p->out, group ? "</legend><div class=\"checks\">" : "</label>");
		put_control(p, &s);
		if (group)
			buf_puts(p->out, "</div>");
	}
	put_below(p, &s);
	buf_fmt(p->out, "</%s>\n", group ? "fieldset" : "div");
}

static void put_row_button(struct pen *p, const char *what, const struct field *f, int64_t row)
{
	bool add = what[0] == 'a';

	buf_fmt(p->out, "<button class=\"button second small\" type=\"submit\" data-%s=\"%s\" name=\"%s.%s\" value=\"%lld\">", what, f->name, what,
		f->name, (long long)row);
	say_word(p, add ? WORD_add_row : WORD_drop_row);
	buf_puts(p->out, "<span class=\"quiet\"> ");
	say(p, str_of(f->label));
	if (!add)
		buf_fmt(p->out, " %lld", (long long)row + 1);
	buf_puts(p->out, "</span></button>");
}

static void put_rows(struct pen *p, const struct field *f)
{
	int64_t n = rows_typed(p->values, str_of(f->name)), most = f->max ? f->max : LIMIT_ROWS;
	struct spot s = { f, str_of(f->name), STR(""), error_of(p->errors, str_of(f->name)) };

	if (n < (f->min > 0 ? f->min : 1))
		n = f->min > 0 ? f->min : 1;
	buf_fmt(p->out, "<fieldset class=\"field wide rows%s\" id=\"f-%s\" data-rows=\"%s\" data-max=\"%lld\"><legend>", s.error ? " bad" : "", f->name,
		f->name, (long long)most);
	put_label(p, &s);
	buf_puts(p->out, "</legend>");
	put_below(p, &s);
	for (int64_t i = 0; i < n; i++) {
		buf_puts(p->out, "<fieldset class=\"row-item\"><legend>");
		say(p, str_of(f->label));
		buf_fmt(p->out, " <span class=\"row-number\">%lld</span></legend>", (long long)i + 1);
		for (size_t k = 0; k < f->sub->n; k++)
			if (f->sub->f[k].hidden || f->sub->f[k].label[0])
				put_field(p, &f->sub->f[k], str_fmt(p->a, "%s.%lld.%s", f->name, (long long)i, f->sub->f[k].name));
		put_row_button(p, "drop", f, i);
		buf_puts(p->out, "</fieldset>");
	}
	if (n < most)
		put_row_button(p, "add", f, 1);
	buf_puts(p->out, "</fieldset>\n");
}

void form_render(const struct fields *t, struct rows values, struct rows errors, const struct template_out *how)
{
	struct pen p = { how->out, how, values, errors, how->out->arena };
	bool open = false;

	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];

		if (!f->hidden && !f->label[0])
			continue;
		if (f->section || !open) {
			buf_puts(p.out, open ? "</div></section>\n<section class=\"part\">" : "<section class=\"part\">");
			if (f->section) {
				buf_puts(p.out, "<h3>");
				say(&p, str_of(f->section));
				buf_puts(p.out, "</h3>");
			}
			buf_puts(p.out, "<div class=\"fields\">\n");
			open = true;
		}
		if (f->kind == KIND_rows)
			put_rows(&p, f);
		else
			put_field(&p, f, str_of(f->name));
	}
	buf_puts(p.out, open ? "</div></section>\n" : "");
}
