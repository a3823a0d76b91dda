/*
 * No page shows a link that its reader may not follow: what may be seen is decided where it stands (roles.def, the views, the papers' audiences),
 * and asked here once for every link to a case's parts, after the page is printed.  A link that leads nowhere stays as its words.
 *
 * Offices that read every case are not asked again: their links all lead somewhere.
 */
#include <string.h>

#include "across/document/document.h"
#include "web/inside.h"

#define ASKED_MOST 64

struct asked {
	struct str path;
	bool leads;
};

struct links {
	struct ask *k;
	struct asked asked[ASKED_MOST];
	size_t n;
};

static bool paper_leads(struct ask *k, struct str path)
{
	struct ask probe = *k;
	struct document_row d;
	int64_t id;

	path.p += strlen("/documents/");
	path.n -= strlen("/documents/");
	if (!str_int(path, &id) || place_foreign(k->w->pg, id) || !document_find(k->v.db, k->v.a, id, &d) || !document_info(d.kind))
		return false;
	ask_case(&probe, d.challenge);
	struct document_reader reader = { k->who->person, k->who->role, probe.v.relations };
	return document_readable(k->v.db, k->v.a, document_info(d.kind), d.id, &reader);
}

static bool leads(struct links *l, struct str path)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->asked[i].path, path))
			return l->asked[i].leads;
	bool yes = str_starts(path, "/documents/") ? paper_leads(l->k, path) : route_leads(l->k, path);
	if (l->n < ASKED_MOST)
		l->asked[l->n++] = (struct asked){ path, yes };
	return yes;
}

/* A link to a part of a case: the lists of cases are their own filter, acts are filtered where they are listed. */
static bool asks(struct str path)
{
	if (!path.n || memchr(path.p, '?', path.n) || memchr(path.p, '#', path.n))
		return false;
	if (str_starts(path, "/documents/") || str_starts(path, "/panels/") || str_starts(path, "/bids/"))
		return true;
	return str_starts(path, "/challenges/") && memchr(path.p + 12, '/', path.n - 12) != NULL;
}

/* The href of the tag that begins at html.p; empty when it has none. */
static struct str href_of(struct str tag)
{
	const char *hit = memmem(tag.p, tag.n, "href=\"", 6);
	struct str rest = { hit ? hit + 6 : tag.p, hit ? tag.n - (size_t)(hit + 6 - tag.p) : 0 };

	return hit ? str_cut(&rest, '"') : STR("");
}

static bool reads_all(enum role role)
{
	return role == ROLE_public || role == ROLE_bureau || role == ROLE_eic || role == ROLE_government;
}

struct str links_fit(struct ask *k, struct str html)
{
	struct buf b = { .arena = k->w->a };
	struct links *l = NEW(k->v.a, struct links);
	bool dropped = false;

	l->k = k;
	if (reads_all(k->who->role))
		return html;
	while (html.n) {
		const char *hit = memmem(html.p, html.n, dropped ? "</a>" : "<a ", dropped ? 4 : 3);
		size_t before = hit ? (size_t)(hit - html.p) : html.n;

		buf_put(&b, (struct str){ html.p, before });
		html.p += before;
		html.n -= before;
		if (!html.n)
			break;
		struct str rest = html, tag = str_cut(&rest, '>'), path = href_of(tag);
		bool keep = !dropped && (!asks(path) || leads(l, path));
		if (keep)
			buf_put(&b, (struct str){ html.p, html.n - rest.n });
		dropped = !dropped && !keep;
		html = rest;
	}
	return buf_str(&b);
}
