/*
 * A page struct becomes HTML inside the frame, JSON, or CSV; and the pages that say what went wrong.
 */
#include "web/inside.h"
#include "base/word.h"
#include <string.h>

/* No inline script or style, no other host; Tabler draws its icons from data: addresses. */
#define POLICY_HEADER "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " \
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

static void finish(struct ask *k, int status, struct str type, struct str body)
{
	struct arena *a = k->w->a;

	k->out->status = status;
	k->out->type = type;
	k->out->body = body;
	k->out->fd = -1;
	response_header(k->out, a, "Cache-Control", k->who->person ? STR("no-store") : STR("no-cache"));
	response_header(k->out, a, "Content-Security-Policy", STR(POLICY_HEADER));
	response_header(k->out, a, "Vary", STR("Cookie, Accept, Accept-Encoding, Accept-Language"));
	if (k->who->set_cookie.n)
		response_header(k->out, a, "Set-Cookie", k->who->set_cookie);
	struct str lang = session_lang_cookie(a, k->q);
	if (lang.n)
		response_header(k->out, a, "Set-Cookie", lang);
}

/* ---- JSON, CSV ---- */

static void put_json(struct ask *k, const struct shown *s)
{
	struct buf b = { .arena = k->w->a };

	fields_json(&b, s->t, s->page, false);
	buf_putc(&b, '\n');
	finish(k, s->status, STR("application/json"), buf_str(&b));
}

/* A cell that a spreadsheet would take for a formula gets a quote before it. */
static void put_cell(struct buf *out, struct str cell)
{
	buf_putc(out, '"');
	if (cell.n && memchr("=+-@\t\r", cell.p[0], 6))
		buf_putc(out, '\'');
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.p[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, cell.p[i]);
	}
	buf_putc(out, '"');
}

static bool in_csv(const struct field *f)
{
	return f->label[0] && f->kind != KIND_rows && f->kind != KIND_pass && !f->secret;
}

static void csv_lines(struct ask *k, struct buf *b, const struct fields *t, struct rows rows)
{
	struct template_out how = { .english = k->english, .plain = true, .choices = ask_choices, .ctx = k,
		.policy = k->policy };

	for (size_t r = 0; r <= rows.n; r++) {
		bool first = true;

		for (size_t i = 0; i < t->n; i++) {
			struct buf cell = { .arena = k->w->a };

			if (!in_csv(&t->f[i]))
				continue;
			if (r == 0)
				buf_put(&cell, tr(k->english, str_of(t->f[i].label)));
			else
				field_show(&cell, &t->f[i], (const char *)rows.v + (r - 1) * t->size, &how);
			buf_puts(b, first ? "" : ",");
			put_cell(b, buf_str(&cell));
			first = false;
		}
		buf_puts(b, "\r\n");
	}
}

/* The page's first list with a label. */
static bool put_csv(struct ask *k, const struct shown *s)
{
	struct buf b = { .arena = k->w->a };

	for (size_t i = 0; i < s->t->n; i++) {
		const struct field *f = &s->t->f[i];

		if (f->kind != KIND_rows || !f->label[0])
			continue;
		buf_puts(&b, "\xEF\xBB\xBF");
		csv_lines(k, &b, f->sub, FIELD_ROWS(s->page, f));
		finish(k, s->status, STR("text/csv; charset=utf-8"), buf_str(&b));
		response_header(k->out, k->w->a, "Content-Disposition", STR("attachment; filename=\"list.csv\""));
		return true;
	}
	return false;
}

/* ---- HTML ---- */

void page_put(struct ask *k, const struct shown *s)
{
	struct buf b = { .arena = k->w->a };
	struct frame f = { 0 };
	struct template_out how = { .out = &b, .page = s->page, .frame = &f, .english = k->english, .choices = ask_choices, .ctx = k,
		.policy = k->policy, .form = s->form };

	if (k->json) {
		put_json(k, s);
		return;
	}
	if (k->csv && put_csv(k, s))
		return;
	frame_fill(k, &f);
	template_render(s->template, &how);
	finish(k, s->status, STR("text/html; charset=utf-8"), links_fit(k, buf_str(&b)));
}

void page_sign_in(struct ask *k)
{
	struct buf b = { .arena = k->w->a };

	if (k->json) {
		page_fail(k, 401);
		return;
	}
	buf_puts(&b, "/sign-in?next=");
	buf_url(&b, k->path);
	if (k->q->query.n && k->q->method == METHOD_GET) {
		buf_url(&b, STR("?"));
		buf_url(&b, k->q->query);
	}
	response_redirect(k->out, k->w->a, buf_str(&b));
	if (k->who->set_cookie.n)
		response_header(k->out, k->w->a, "Set-Cookie", k->who->set_cookie);
}

/* ---- what went wrong ---- */

static const struct {
	int status;
	enum word_id heading, detail;
} failures[] = {
#define FAILURE(N) { N, WORD_error_##N, WORD_error_##N##_detail }
	FAILURE(400), FAILURE(403), FAILURE(404), FAILURE(405), FAILURE(409), FAILURE(413), FAILURE(422), FAILURE(429), FAILURE(500), FAILURE(503),
	{ 401, WORD_error_403, WORD_error_403_detail },
};

static void fail_json(struct ask *k, const struct error_page *e)
{
	struct buf b = { .arena = k->w->a };

	buf_fmt(&b, "{\"type\":\"about:blank\",\"status\":%d,\"title\":", (int)e->status);
	buf_json(&b, e->heading);
	buf_puts(&b, ",\"detail\":");
	buf_json(&b, e->detail);
	buf_puts(&b, "}\n");
	finish(k, (int)e->status, STR("application/problem+json"), buf_str(&b));
}

void page_fail(struct ask *k, int status)
{
	struct error_page e = { .status = status };
	size_t i = 0;

	while (i + 1 < sizeof failures / sizeof *failures && failures[i].status != status)
		i++;
	e.heading = tr(k->english, word_text(failures[i].heading));
	e.detail = tr(k->english, word_text(failures[i].detail));
	if (k->json) {
		fail_json(k, &e);
		return;
	}
	k->v.title = e.heading;
	k->v.challenge = 0;
	k->csv = false;
	page_put(k, &(struct shown){ site_page(k->w->site, "error.html")->template, &error_page_fields, &e, NULL, status });
}

void page_error(struct web_worker *w, const struct web_request *q, const struct viewer *who, int status, struct web_response *out)
{
	struct viewer viewer = *who;
	struct ask k;

	ask_start(&k, w, q, &viewer, out);
	page_fail(&k, status);
}

void page_render(const struct page_place *at, const char *html, const struct fields *t, const void *page, int status)
{
	const struct field *title = field_find(t, STR("title"));
	const struct site_page *known = site_page(at->w->site, html);
	struct viewer viewer = *at->who;
	struct ask k;
	struct shown s = { known ? known->template : NULL, t, page, NULL, status };

	ask_start(&k, at->w, at->q, &viewer, at->out);
	k.v.title = tr(k.english, str_of(known ? known->title : ""));
	if (title && title->kind == KIND_text)
		k.v.title = FIELD_STR(page, title);
	if (s.template || k.json)
		page_put(&k, &s);
	else
		page_fail(&k, 500);
}
