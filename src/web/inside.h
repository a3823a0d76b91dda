/*
 * What the files of src/web that answer requests share, and nobody else includes: the site, and one request on its way.
 */
#ifndef WEB_INSIDE_H
#define WEB_INSIDE_H

#include "act/journal.h"
#include "web/form_html.h"
#include "web/frame.h"
#include "web/page.h"
#include "web/session.h"
#include "web/template.h"
#include "web/view.h"
#include "web/web.h"

struct static_file {
	const char *name;               /* "style.css": what follows /assets/ */
	struct str text, type, digest;
	struct str zipped;              /* gzip, when the build made it */
};

struct web_site {
	struct rows files;              /* struct static_file */
	const struct template *route[ROUTE_COUNT];
	struct rows pages;              /* struct site_page: pages that are no routes */
};
struct site_page {
	const char *html;
	const struct fields *t;
	const struct template *template;
	const char *title;
};

/* One request on its way. */
struct ask {
	struct web_worker *w;
	const struct web_request *q;
	struct viewer *who;
	struct web_response *out;
	struct view v;
	bool json, csv, english;
	struct str path;                /* without ".json" */
	const struct policy *policy;    /* the pack of the case shown; else the programme's */
	struct ask_list {               /* choice lists found before: a long table asks for the same few in every row */
		const char *of;
		const struct policy *policy;
		struct rows list;
	} lists[16];
};

/* What is printed: a page struct, maybe a form. */
struct shown {
	const struct template *template;
	const struct fields *t;
	const void *page;
	const struct form_view *form;
	int status;
};

/* site.c */
const struct site_page *site_page(const struct web_site *s, const char *html);
const struct static_file *site_file(const struct web_site *s, struct str name);

/* ask.c */
void ask_start(struct ask *k, struct web_worker *w, const struct web_request *q, struct viewer *who, struct web_response *out);
struct rows ask_choices(void *ask, const char *of);     /* the choice_source of pages */
void ask_case(struct ask *k, int64_t challenge);        /* the page is about this case: relations, pack */

/* links.c, handle.c: links that the reader may follow */
struct str links_fit(struct ask *k, struct str html);   /* the page without links that lead nowhere */
bool route_leads(struct ask *k, struct str path);       /* would this page be shown to the one who asks? */

/* place.c */
bool place_handle(struct ask *k);
bool place_foreign(const struct programme *pg, int64_t id);     /* an id of another programme's book */

/* page.c */
void page_put(struct ask *k, const struct shown *s);
void page_fail(struct ask *k, int status);
void page_sign_in(struct ask *k);                       /* 303 to /sign-in?next=… */

/* frame.c */
void frame_fill(struct ask *k, struct frame *f);
struct str owner_words(struct arena *a, const struct policy *p, struct str owner, bool english);        /* "bureau" -> the place's own name */
struct rows stage_choices(struct arena *a, const struct policy *p, bool english);
struct str stage_label(const struct policy *p, struct str stage, bool english);
struct str link_with(struct arena *a, const struct view *v, struct str path, const char *name, struct str value);

/* due.c: how long the case may stand where it stands */
struct due {
	int64_t day, left;              /* left < 0: passed */
	struct str text;                /* "还有 3 天" */
	struct str otherwise;           /* what happens when nobody acts, or why there is no limit */
	const char *tone;               /* "", "warn", "bad" */
};
struct due due_of(struct arena *a, const struct policy *p, struct str stage, int64_t since, int64_t today, bool english);

/* handle.c's parts */
bool assets_handle(struct ask *k);
bool act_handle(struct ask *k);
bool route_handle(struct ask *k);
bool document_handle(struct ask *k);
bool inbox_handle(struct ask *k);

/* portal_view.c: helpers of list pages */

/* desk_view.c */
enum { CASES_OWN, CASES_ALL, CASES_LISTED };
int64_t case_office(enum role role);                    /* which cases it reads without a tie of its own */
const struct policy *case_policy(const struct programme *pg, struct str digest);
void case_due(struct view *v, struct case_row *c, bool english);

/* verdict_html.c */
struct rows verdict_items(struct ask *k, struct rows verdicts);

/* waiver_view.c: used and granted ones of the case, for those who read them */
struct rows waivers_of_case(struct ask *k, int64_t challenge);

/* draft.c */
bool draft_read(struct ask *k, const char *act, int64_t target, struct str token, struct rows *pairs, int64_t *at);
bool draft_keep(struct ask *k, const char *act, int64_t target, struct str token, struct rows pairs);
void draft_drop(struct ask *k, const char *act, int64_t target);

/* pairs of the request: query, or the body of a POST */
bool ask_pairs(struct ask *k, struct rows *pairs, struct str *error);
struct str pair_value(struct rows pairs, const char *name);

#endif
