/*
 * Pages: an .html file with {{field}}, {{#list}}…{{/list}}, {{^list}}…{{/list}} (empty or zero), {{?flag}}…{{/flag}}, {{>part}}, and
 * nothing else: no expressions, no raw output.  How a field looks is its declared kind:
 *
 *	fen 1,234,567.00 元 · share 40% · day 2026-03-15（周日） · instant 2026-03-15 17:00 · flag 是/否 · choice its label ·
 *	long <p>…<br>…</p> · text escaped · id digits (for links) · file a list of download links · secret ＊＊＊ unless entitled
 *
 * {{?name}} opens when an int kind is not 0, a text is not empty, rows are not none.  {{^name}} is its opposite.  Inside {{#list}} names
 * are looked up in the row first, then in the page, then in the frame (struct frame of web/web.def).  {{name:raw}} prints the machine
 * form (a code, 20260315, fen) for attributes such as value="" and data-*; it is escaped too.
 *
 * Resolved at start against the page's field tables: an unknown name stops the start with file and line.  Chinese text in the file is
 * the source; for English each piece of text between tags and {{}} is looked up in the catalogue.
 */
#ifndef WEB_TEMPLATE_H
#define WEB_TEMPLATE_H

#include "base/field.h"
#include "base/form.h"

struct template;

struct policy;
struct template_names {                 /* the scopes a page's names are resolved in */
	const struct fields *page, *frame;
	struct str inner, inner_name;   /* what {{>page}} means (layout.html): resolved in page, then frame; the layout itself in frame only */
};
/* name: "need.html", found among the embedded assets by asset_find("html/need.html" or by base name). NULL with *error = "need.html:12: …". */
struct asset;
const struct asset *template_asset(struct str file);    /* the page or part of that base name among the program's own, not a pack's */
const struct template *template_parse(struct arena *a, struct str name, struct str text, const struct template_names *names, struct str *error);

/* A form shown by {{>form}}. values: rows of struct form_pair (what was typed, a draft, or a prefill); errors: rows of struct form_error. */
struct form_view {
	const struct fields *t;
	struct rows values, errors;
};

/* choices(ctx, of): besides lists by name, "@expert" gives the lines of an id field and "#digest" the name of an attachment. */
struct template_out {
	struct buf *out;
	const void *page, *frame;
	bool english, entitled, plain;  /* plain: text without markup (CSV, mails) */
	bool paper;                     /* days as 2026年3月15日 */
	choice_source choices;
	void *ctx;
	const struct policy *policy;    /* clause notes of forms; may be NULL */
	const struct form_view *form;   /* what {{>form}} prints */
};
void template_render(const struct template *t, const struct template_out *o);

/* One value as people read it (used by templates, papers, mails, CSV). */
void field_show(struct buf *out, const struct field *f, const void *row, const struct template_out *how);

/* A form as HTML from its field table: sections, labels, help, clause notes, errors beside the field, repeatable rows, counters.
 * values: rows of struct form_pair (what was typed, a draft, or a prefill); errors: rows of struct form_error. */
void form_render(const struct fields *t, struct rows values, struct rows errors, const struct template_out *how);

/* ---- words ---- */
/* Calls back for every piece of Chinese in a page's text: what stands between tags, quotes, line ends and {{}}; `around` is what stands before it. */
typedef void (*piece_fn)(void *ctx, struct str around, struct str piece);
void text_pieces(struct str text, piece_fn each, void *ctx);
/* English of a Chinese source text; the text itself when the catalogue has none (a test fails then). */
struct str tr(bool english, struct str chinese);
/* The same with a pack at hand (may be NULL): the program's words first, then the pack's own. */
struct str tr_with(const struct policy *p, bool english, struct str chinese);
/* The same for a sentence made by word(): found by its pattern in words.def, the values put into the English one. */
struct str tr_sentence(struct arena *a, bool english, struct str chinese);

#endif
