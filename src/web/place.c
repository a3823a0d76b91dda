/*
 * Which programme a request is about, when one server runs several side by side: each place has its own parties, pack and book.
 *
 * A person who has signed in sees the own programme only.  The public is led by the host name, by the id in the address (ids carry their
 * programme), else by what it chose on /places (a cookie that says nothing else), else to the first programme.
 */
#include <string.h>

#include "base/word.h"
#include "web/inside.h"

#define PLACE_COOKIE "place"

static const struct programme *programme_at(const struct web_worker *w, size_t i)
{
	return ((const struct programme *const *)w->programmes.v)[i];
}

static const struct programme *with_id(const struct web_worker *w, int64_t id)
{
	for (size_t i = 0; i < w->programmes.n; i++)
		if (programme_at(w, i)->id == id)
			return programme_at(w, i);
	return NULL;
}

static const struct programme *with_prefix(const struct web_worker *w, struct str prefix)
{
	for (size_t i = 0; prefix.n && i < w->programmes.n; i++)
		if (str_eq(programme_at(w, i)->prefix, prefix))
			return programme_at(w, i);
	return NULL;
}

/* "name.example:8080" is the host name.example. */
static const struct programme *with_host(const struct web_worker *w, struct str host)
{
	struct str name = str_cut(&host, ':');

	for (size_t i = 0; name.n && i < w->programmes.n; i++) {
		struct str sites = programme_at(w, i)->site;
		while (sites.n)
			if (str_eq(str_trim(str_cut(&sites, ',')), name))
				return programme_at(w, i);
	}
	return NULL;
}

/* The first number in the address that is an id of a book: "/open/4398046512129". */
static const struct programme *with_path(const struct web_worker *w, struct str path)
{
	while (path.n) {
		struct str part = str_cut(&path, '/');
		int64_t id;
		if (str_ends(part, ".json"))
			part.n -= 5;
		if (str_int(part, &id) && with_id(w, id_programme(id)))
			return with_id(w, id_programme(id));
	}
	return NULL;
}

static struct str cookie_place(struct str cookies)
{
	while (cookies.n) {
		struct str pair = str_trim(str_cut(&cookies, ';'));
		if (str_is(str_cut(&pair, '='), PLACE_COOKIE))
			return pair;
	}
	return (struct str){ 0 };
}

void place_choose(struct web_worker *w, const struct web_request *q, const struct viewer *who)
{
	const struct programme *p = NULL;

	if (w->programmes.n < 2)
		return;
	if (who->person)
		p = with_id(w, who->programme);
	p = p ? p : with_host(w, q->host);
	p = p ? p : with_path(w, q->path);
	p = p ? p : with_prefix(w, cookie_place(q->cookie));
	w->pg = p ? p : programme_at(w, 0);
}

void place_of_person(struct web_worker *w, int64_t person)
{
	const struct programme *p = with_id(w, id_programme(person));

	w->pg = p ? p : w->pg;
}

bool place_foreign(const struct programme *pg, int64_t id)
{
	return id_programme(id) > 0 && id_programme(id) != pg->id;
}

/* GET /places/DZ: from now on the public pages of that place. Whoever has signed in stays where he belongs. */
bool place_handle(struct ask *k)
{
	struct str path = k->path;
	const struct programme *p;

	if (!str_starts(path, "/places/"))
		return false;
	path.p += strlen("/places/");
	path.n -= strlen("/places/");
	p = with_prefix(k->w, path);
	if (!p || k->q->method == METHOD_POST) {
		page_fail(k, p ? 405 : 404);
		return true;
	}
	response_redirect(k->out, k->w->a, STR("/"));
	response_header(k->out, k->w->a, "Set-Cookie", str_fmt(k->w->a, PLACE_COOKIE "=%.*s; Path=/; SameSite=Lax; Max-Age=31536000%s",
		STR_ARG(p->prefix), k->q->tls ? "; Secure" : ""));
	return true;
}

bool places_view(struct view *v, void *page)
{
	struct places_page *out = page;
	const struct programme *const *all = v->programmes.n ? v->programmes.v : &v->pg;
	size_t n = v->programmes.n ? v->programmes.n : 1;
	struct place_item *items = NEW_ARRAY(v->a, n, struct place_item);
	bool english = str_is(v->who->lang, "en");

	for (size_t i = 0; i < n; i++) {
		const struct policy *p = all[i]->policy;
		struct open_key key = { .programme = all[i]->id, .now = v->now };
		struct portal_page figures = { 0 };

		db_one(v->db, v->a, "open_figures", &key, &figures);
		items[i] = (struct place_item){ .place = tr_with(p, english, p->place), .title = english && p->title_en.n ? p->title_en : p->title,
			.number = p->number, .open_n = figures.open_n, .running_n = figures.running_n, .done_n = figures.done_n,
			.here = all[i]->id == v->pg->id, .link = str_fmt(v->a, "/places/%.*s", STR_ARG(all[i]->prefix)) };
	}
	out->places = (struct rows){ items, n };
	out->signed_in = v->who->person != 0;
	return true;
}
