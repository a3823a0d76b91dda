/*
 * Pages that everybody may read, kept ready while nothing was committed: a public list is asked for far more often than it changes.
 *
 * Only what is answered with 200 to a GET without cookie and token, and sets no cookie.  Kept for a second at most (pages show what
 * is due) and only while db_version() is the same, so a page is never older than the store.  One cache belongs to one worker.
 */
#ifndef WEB_PAGE_CACHE_H
#define WEB_PAGE_CACHE_H

#include "web/web.h"

struct page_cache;

struct page_cache *page_cache_new(struct arena *a);
void page_cache_free(struct page_cache *c);
/* True: *out is the answer, until this worker's next request. Else *version is to be handed to page_cache_keep() with the answer
 * (empty: this request is not kept). */
bool page_cache_find(struct web_worker *w, const struct web_request *q, struct web_response *out, struct str *version);
void page_cache_keep(struct web_worker *w, const struct web_request *q, struct web_response *out, struct str version);

#endif
