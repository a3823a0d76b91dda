/*
 * HTTP in, HTML or JSON out.  web_handle() is a plain function: tests, stories and the simulator call it without a socket.
 *
 * The server layer (server.c) makes a struct web_request out of what arrived, calls web_handle() on a worker's thread, and sends the
 * struct web_response.  One worker = one connection for reading, one for writing, one arena; no shared mutable state.
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "base/form.h"
#include "web/view.h"

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

struct upload {                         /* one file of a multipart body, already in the attachment store by digest */
	struct str field, name, type, digest;
	int64_t size;
};

struct web_request {
	enum method method;
	struct str path;                /* decoded, starts with '/', no "..", no NUL */
	struct str query;               /* raw, behind '?' */
	struct str type;                /* Content-Type without parameters, lower case */
	struct str body;                /* urlencoded or JSON body; empty for multipart */
	struct rows pairs;              /* struct form_pair: fields of a multipart body */
	struct rows uploads;            /* struct upload */
	struct str cookie, authorization, accept, act_key, language, etag, range, origin, fetch_site, host;
	struct str csrf;                /* header X-CSRF-Token */
	struct str encoding;            /* Accept-Encoding */
	struct str agent;               /* User-Agent */
	struct str remote;              /* address of the client, for limits and the log */
	bool tls;                       /* X-Forwarded-Proto: https from a trusted proxy */
	int64_t now;
	struct str seed;                /* 32 random bytes, hex: the seed of an act */
	struct str secret;              /* 32 more: for session ids and tokens; never kept (a seed stands in the book) */
};

struct web_header { struct str name, value; };

struct web_response {
	int status;
	struct str type, body;
	struct rows headers;            /* struct web_header */
	int64_t delay_ms;               /* sent this long after it arrived at the earliest: answers that must all take the same time */
	int fd;                         /* -1, or a file to stream (offset, length); the server closes it */
	int64_t offset, length;         /* of the file; a whole file: 0, its size */
};

struct limiter;                         /* web/limiter.h: who tries too often; shared by the workers, has its own lock */
struct page_cache;                      /* web/page_cache.h: public pages, one for each worker */
struct demo_clock;                      /* web/demo_clock.h */
struct web_site;                        /* templates, routes, catalogue, settings: made once at start, read only */
struct web_worker {
	const struct web_site *site;
	struct rows programmes;         /* const struct programme *: all that this server runs; empty: only `pg` (stories, tests) */
	const struct programme *pg;     /* the one that this request is about: set by place_choose() */
	struct db *read, *write;
	struct arena *a;                /* reset for each request by the server */
	struct str data;                /* the data folder */
	struct limiter *limiter;        /* NULL: no limits (stories, tests) */
	struct page_cache *cache;       /* NULL: every page is made anew (stories, tests) */
	struct demo_clock *demo_clock;  /* NULL outside a demo */
	bool demo;                      /* demo sign-in is allowed (demo folder, loopback) */
};

struct web_site *web_site_new(struct arena *a, struct str *error);
/* place.c: sets w->pg to the programme that the request is about; that of a person. */
void place_choose(struct web_worker *w, const struct web_request *q, const struct viewer *who);
void place_of_person(struct web_worker *w, int64_t person);

void web_handle(struct web_worker *w, const struct web_request *q, struct web_response *out);

#endif
