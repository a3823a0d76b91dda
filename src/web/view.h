/*
 * What a page is made of: a route, a view function that fills one struct, a template.  The same struct is the page,
 * its JSON (Accept: application/json or ?format=json) and its OpenAPI schema.
 *
 * tables/routes.def:
 *	ROUTE(name, "/path/{id}", "Chinese title", page_struct, "template.html", tab)
 * The view function is NAME_view(struct view *v, void *page), in the room's *_view.c; it only reads (v->db cannot write).
 * tables/roles.def says who may SEE it.  `tab`: TAB_NONE, or TAB_CHALLENGE for a page of a case's dossier (then {id} is the challenge and
 * the frame shows the case's head, road, tabs and next acts around it).
 *
 * Acts need no route: GET /do/{act}/{target} shows the form (with ?from=…), POST runs it, for every line of acts.def.
 */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H

#include "act/act.h"

struct viewer {
	int64_t session, person, org;
	int64_t programme;              /* that the person belongs to; 0 without a session */
	enum role role;                 /* ROLE_public without a session */
	struct str name, org_name;
	struct str lang;                /* "zh" or "en" */
	struct str csrf;                /* for the hidden field "csrf" of every form; different in each answer, all are good */
	struct str set_cookie;          /* Set-Cookie value that the answer has to carry; mostly empty */
	struct str scope;               /* of an API token: "read act:bid_submit"; empty for a session */
	bool token;                     /* came with an API token, not with a cookie */
	struct str csrf_key;            /* session.c's own */
};

struct view {
	struct db *db;
	struct arena *a;
	const struct programme *pg;
	struct rows programmes;         /* const struct programme *: all of this server */
	const struct viewer *who;
	struct rows params, query;      /* struct form_pair: {id} of the path; ?x=y */
	int64_t id;                     /* the {id} of the path as a number, 0 when none or not a number */
	int64_t challenge;              /* set by the view (or from {id} of TAB_CHALLENGE): the case shown */
	unsigned relations;             /* the viewer's relations to that case */
	int64_t now, today;
	struct str title;               /* the page's own title: "DZ-2026-007 高纯碳酸锶制备"; else the route's */
	struct str script;              /* an extra script of assets/ that this page needs, e.g. "chart.js" */
};

/* False = there is no such thing for this viewer (404; also when it may not know that it exists). */
typedef bool (*view_fn)(struct view *v, void *page);

enum tab { TAB_NONE, TAB_CHALLENGE };

struct route_info {
	const char *name, *pattern, *title;
	const struct fields *page;
	const char *html;
	enum tab tab;
	view_fn view;
};
enum route_id {
#define ROUTE(ID, ...) ROUTE_##ID,
#include "tables/routes.def"
#undef ROUTE
	ROUTE_COUNT
};
extern const struct route_info route_infos[ROUTE_COUNT];
/* The view of every line of routes.def, written in the rooms' *_view.c. */
#define ROUTE(ID, ...) bool ID##_view(struct view *v, void *page);
#include "tables/routes.def"
#undef ROUTE
/* The functions of every line of options.def. */
#define OPTIONS(NAME, FUNCTION) struct rows FUNCTION(struct view *v);
#include "tables/options.def"
#undef OPTIONS
bool may_see(enum route_id route, enum role role, unsigned relations);

/* Helpers for view functions. */
struct str view_query(const struct view *v, const char *name);          /* empty when absent */
int64_t view_query_int(const struct view *v, const char *name, int64_t least, int64_t most, int64_t otherwise);
bool view_may(const struct view *v, enum act_id act);                   /* role + relations (not rules) */
bool view_may_now(const struct view *v, enum act_id act);               /* and the road leads it on from where the case v->challenge stands */
/* A sentence of the program (base/word.h) in the reader's language. */
struct str view_say(const struct view *v, struct str chinese);
/* Keyset or offset paging over a list page: fills the pager's links, keeps the other query words. TABLE pager stands in web/web.def */
struct pager;
struct rows pager_row(struct view *v, int64_t total, int64_t page, int64_t per_page);   /* the same as the row that {{#pager}} wants */
/* The items of a select (choice_item rows), the chosen one marked; list: rows of struct choice. */
struct rows choice_items(struct view *v, struct rows list, struct str chosen);
void view_pager(struct view *v, struct pager *out, int64_t total, int64_t page, int64_t per_page);

#endif
