/*
 * GET /documents/{id}: a paper as it was issued, byte for byte.
 */
#include "web/inside.h"
#include "across/document/document.h"

static void put_facts(struct ask *k, const struct document_row *d)
{
	struct buf b = { .arena = k->w->a };
	struct document_row shown = *d;

	shown.body = STR("");
	fields_json(&b, &document_row_fields, &shown, false);
	k->out->type = STR("application/json");
	k->out->body = buf_str(&b);
}

/* A paper for the parties is kept by no browser: the next one at this desk may be somebody else. */
static void put_paper(struct ask *k, const struct document_row *d, bool everybody)
{
	k->out->status = 200;
	response_header(k->out, k->w->a, "Content-Security-Policy", STR("default-src 'none'; style-src 'self'; img-src 'self'; "
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
	response_header(k->out, k->w->a, "Cache-Control", everybody ? STR("private, max-age=300") : STR("no-store"));
	response_header(k->out, k->w->a, "ETag", str_fmt(k->w->a, "\"%.*s\"", STR_ARG(d->digest)));
	if (k->json) {
		put_facts(k, d);
		return;
	}
	k->out->type = STR("text/html; charset=utf-8");
	k->out->body = d->body;
}

bool document_handle(struct ask *k)
{
	struct str path = k->path;
	struct document_row d;
	const struct document_info *info;
	int64_t id;

	if (!str_starts(path, "/documents/"))
		return false;
	path.p += 11;
	path.n -= 11;
	if (!scope_reads(k->who)) {
		page_fail(k, 403);
		return true;
	}
	if (!str_int(path, &id) || place_foreign(k->w->pg, id) || !document_find(k->v.db, k->v.a, id, &d) || !(info = document_info(d.kind))) {
		page_fail(k, 404);
		return true;
	}
	ask_case(k, d.challenge);
	struct document_reader reader = { k->who->person, k->who->role, k->v.relations };
	if (document_readable(k->v.db, k->v.a, info, d.id, &reader))
		put_paper(k, &d, document_public(info));
	else if (!k->who->person)
		page_sign_in(k);
	else
		page_fail(k, 404);
	return true;
}
