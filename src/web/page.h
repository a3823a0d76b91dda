/* One page: a template over a page struct inside the frame; used by web_handle() and by those pages that are no routes (sign-in, account). */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "web/web.h"

/* Whose request it is and where the answer goes. */
struct page_place {
	struct web_worker *w;
	const struct web_request *q;
	const struct viewer *who;
	struct web_response *out;
};
/* html: "sign-in.html", one of tables/pages.def; t describes *page.  Sets status, type, body; puts viewer.set_cookie into the headers. */
void page_render(const struct page_place *at, const char *html, const struct fields *t, const void *page, int status);
/* A page that says what happened: 403, 404, 405, 413, 429, 500, 503. */
void page_error(struct web_worker *w, const struct web_request *q, const struct viewer *who, int status, struct web_response *out);

/* Small helpers for answers; they need no page. */
struct str response_zipped(struct arena *a, struct str text);           /* gzip; empty when it could not be */
void response_header(struct web_response *out, struct arena *a, const char *name, struct str value);
void response_redirect(struct web_response *out, struct arena *a, struct str to);       /* 303 */

#endif
