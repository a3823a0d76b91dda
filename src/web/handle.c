/*
 * One request in, one answer out: static files, sign-in and files of WEB's, acts, pages.
 *
 * A plain function: the server, tests and stories call it.  It decides nothing about acts (act/act.c) and nothing about who may see
 * what (tables/roles.def).
 */
#include "web/inside.h"
#include "web/limiter.h"
#include "web/page_cache.h"
#include "base/limits.h"
#include <assert.h>
#include <string.h>

/* ---- static files ---- */

static void put_file(struct ask *k, struct str type, struct str body, struct str digest)
{
	struct arena *a = k->w->a;
	struct str tag = str_fmt(a, "\"%.*s\"", STR_ARG(digest));
	bool fresh = k->q->etag.n && memmem(k->q->etag.p, k->q->etag.n, tag.p, tag.n);
	bool named = str_eq(pair_value(k->v.query, "v"), digest);

	k->out->status = fresh ? 304 : 200;
	k->out->fd = -1;
	k->out->type = type;
	k->out->body = fresh ? STR("") : body;
	response_header(k->out, a, "ETag", tag);
	response_header(k->out, a, "Cache-Control", named ? STR("public, max-age=31536000, immutable") : STR("public, max-age=300"));
}

static bool is_zip_welcome(struct str encoding)
{
	return encoding.n && memmem(encoding.p, encoding.n, "gzip", 4);
}

bool assets_handle(struct ask *k)
{
	struct str name = k->q->path;
	const struct static_file *f;

	if (str_is(name, "/favicon.ico") || str_is(name, "/favicon.svg"))
		name = STR("/assets/favicon.svg");
	if (str_is(name, "/robots.txt"))
		name = STR("/assets/robots.txt");
	if (!str_starts(name, "/assets/"))
		return false;
	name.p += 8;
	name.n -= 8;
	f = site_file(k->w->site, name);
	if (!f) {
		page_fail(k, 404);
		return true;
	}
	if (f->zipped.n && is_zip_welcome(k->q->encoding)) {
		put_file(k, f->type, f->zipped, f->digest);
		response_header(k->out, k->w->a, "Content-Encoding", STR("gzip"));
	} else {
		put_file(k, f->type, f->text, f->digest);
	}
	response_header(k->out, k->w->a, "Vary", STR("Accept-Encoding"));
	return true;
}

/* ---- sitemap: the public pages and every listed challenge ---- */

static bool sitemap_handle(struct ask *k)
{
	static const char *const pages[] = { "/", "/open", "/notices", "/rounds", "/lists", "/rules", "/book" };
	struct open_key key = { .programme = k->w->pg->id, .now = k->q->now, .limit = LIMIT_PAGE_ROWS_MAX };
	struct str host = k->q->host.n ? k->q->host : STR("localhost");
	const char *scheme = k->q->tls ? "https" : "http";
	struct buf b = { .arena = k->w->a };
	struct rows open;

	if (!str_is(k->path, "/sitemap.xml"))
		return false;
	open = db_all(k->v.db, k->v.a, "open_list", &key);
	buf_puts(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t i = 0; i < sizeof pages / sizeof *pages + open.n; i++) {
		size_t n = sizeof pages / sizeof *pages;

		buf_fmt(&b, "<url><loc>%s://", scheme);
		buf_html(&b, host);
		if (i < n)
			buf_puts(&b, pages[i]);
		else
			buf_fmt(&b, "/open/%lld", (long long)((const struct open_row *)open.v)[i - n].id);
		buf_puts(&b, "</loc></url>\n");
	}
	buf_puts(&b, "</urlset>\n");
	k->out->status = 200;
	k->out->type = STR("application/xml");
	k->out->body = buf_str(&b);
	return true;
}

/* ---- routes ---- */

static bool is_hole(struct str segment)
{
	return segment.n > 2 && segment.p[0] == '{' && segment.p[segment.n - 1] == '}';
}

/* "/challenges/{id}/history" against the path; what stands in the holes goes into params. */
static bool route_matches(struct ask *k, const char *pattern, struct rows *params)
{
	struct str want = str_of(pattern), have = k->path;
	struct form_pair *p = NEW_ARRAY(k->v.a, 4, struct form_pair);

	*params = (struct rows){ p, 0 };
	if (have.n > 1 && have.p[have.n - 1] == '/')
		have.n--;
	while (want.n && have.n) {
		struct str w = str_cut(&want, '/'), h = str_cut(&have, '/');

		if (is_hole(w) && h.n && params->n < 4)
			p[params->n++] = (struct form_pair){ { w.p + 1, w.n - 2 }, h };
		else if (!str_eq(w, h))
			return false;
	}
	return want.n == 0 && have.n == 0;
}

static bool route_find(struct ask *k, enum route_id *out)
{
	struct rows params;

	for (size_t i = 0; i < ROUTE_COUNT; i++)
		if (route_matches(k, route_infos[i].pattern, &params)) {
			*out = (enum route_id)i;
			k->v.params = params;
			return true;
		}
	return false;
}

/* Somebody who is nobody yet may sign in; who is somebody and may not is told so, unless even existence is private. */
static void refuse(struct ask *k, enum route_id route)
{
	if (!k->who->person)
		page_sign_in(k);
	else
		page_fail(k, route_infos[route].tab == TAB_CHALLENGE ? 404 : 403);
}

static void route_show(struct ask *k, enum route_id route)
{
	const struct route_info *r = &route_infos[route];
	void *page = arena_alloc(k->v.a, r->page->size);

	if (!str_int(pair_value(k->v.params, "id"), &k->v.id))
		k->v.id = 0;
	if (place_foreign(k->w->pg, k->v.id)) {
		page_fail(k, 404);
		return;
	}
	if (r->tab == TAB_CHALLENGE)
		ask_case(k, k->v.id);
	if (!may_see(route, k->who->role, k->v.relations)) {
		refuse(k, route);
		return;
	}
	if ((r->tab == TAB_CHALLENGE && !k->v.challenge) || !r->view(&k->v, page)) {
		page_fail(k, 404);
		return;
	}
	if (k->v.challenge && r->tab != TAB_CHALLENGE)
		ask_case(k, k->v.challenge);
	if (!k->v.title.n)
		k->v.title = tr(k->english, str_of(r->title));
	page_put(k, &(struct shown){ k->w->site->route[route], r->page, page, NULL, 200 });
}

bool route_leads(struct ask *k, struct str path)
{
	struct ask probe = *k;
	enum route_id route;

	probe.path = path;
	probe.v.challenge = 0;
	probe.v.relations = REL_ANY;
	if (!route_find(&probe, &route) || !str_int(pair_value(probe.v.params, "id"), &probe.v.id) || place_foreign(k->w->pg, probe.v.id))
		return false;
	const struct route_info *r = &route_infos[route];
	if (r->tab == TAB_CHALLENGE)
		ask_case(&probe, probe.v.id);
	if (!may_see(route, k->who->role, probe.v.relations))
		return false;
	return (r->tab != TAB_CHALLENGE || probe.v.challenge) && r->view(&probe.v, arena_alloc(k->v.a, r->page->size));
}

/* A page that is asked for with a code: sent as a form so that the code stands in no address; guessing is slowed down. */
static void posted_show(struct ask *k, enum route_id route)
{
	struct str from = limiter_address(k->w->a, k->q->remote), error;
	bool wait = limiter_wait(k->w->limiter, LIMIT_PUBLIC_ACT, from, k->q->now) > 0;

	limiter_count(k->w->limiter, LIMIT_PUBLIC_ACT, from, k->q->now);
	if (wait) {
		page_fail(k, 429);
		return;
	}
	if (!ask_pairs(k, &k->v.query, &error)) {
		page_fail(k, 400);
		return;
	}
	db_snapshot(k->v.db);
	route_show(k, route);
	db_snapshot_end(k->v.db);
}

bool route_handle(struct ask *k)
{
	enum route_id route;

	if (!route_find(k, &route))
		return false;
	if (k->q->method == METHOD_POST) {
		if (route == ROUTE_objection_follow)
			posted_show(k, route);
		else
			page_fail(k, 405);
		return true;
	}
	if (k->who->token && !scope_reads(k->who)) {
		page_fail(k, 403);
		return true;
	}
	struct str version;
	if (page_cache_find(k->w, k->q, k->out, &version))
		return true;
	db_snapshot(k->v.db);
	route_show(k, route);
	db_snapshot_end(k->v.db);
	if (db_fault(k->v.db) == FAULT_NONE)
		page_cache_keep(k->w, k->q, k->out, version);
	return true;
}

/* ---- everything ---- */

static void dispatch(struct ask *k)
{
	if (k->q->method == METHOD_OTHER) {
		page_fail(k, 405);
		return;
	}
	if (assets_handle(k))
		return;
	if (auth_handle(k->w, k->q, k->who, k->out) || attachment_handle(k->w, k->q, k->who, k->out))
		return;
	if (sitemap_handle(k) || place_handle(k) || document_handle(k) || inbox_handle(k) || act_handle(k) || route_handle(k))
		return;
	page_fail(k, 404);
}

void web_handle(struct web_worker *w, const struct web_request *q, struct web_response *out)
{
	struct viewer who = { 0 };
	struct ask k;

	*out = (struct web_response){ .fd = -1 };
	session_viewer(w, q, &who);
	place_choose(w, q, &who);
	ask_start(&k, w, q, &who, out);
	dispatch(&k);
	if (db_fault(w->read) != FAULT_NONE && out->status < 500) {
		db_fault_clear(w->read);
		*out = (struct web_response){ .fd = -1 };
		page_fail(&k, 503);
		db_fault_clear(w->read);
	}
	assert(out->status);
}
