/* Kept pages: a small table by hash of the request, the newer page takes the place of the older. */
#include "web/page_cache.h"

#include <string.h>

#include "web/page.h"

#define CACHE_PLACES 64
#define CACHE_KEPT_MS 1000
#define CACHE_PAGE_MOST ((size_t)1 << 20)

struct kept {
	struct arena *a;
	struct str key, version;
	int64_t at;
	struct web_response out;
};

struct page_cache {
	struct kept places[CACHE_PLACES];
};

struct page_cache *page_cache_new(struct arena *a)
{
	return NEW(a, struct page_cache);
}

void page_cache_free(struct page_cache *c)
{
	for (size_t i = 0; c && i < CACHE_PLACES; i++)
		if (c->places[i].a)
			arena_free(c->places[i].a);
}

static bool for_everybody(const struct web_request *q)
{
	return q->method == METHOD_GET && !q->cookie.n && !q->authorization.n && !q->range.n && !q->etag.n;
}

static bool takes_gzip(const struct web_request *q)
{
	return q->encoding.n && memmem(q->encoding.p, q->encoding.n, "gzip", 4);
}

/* Everything of the request that an answer may depend on. */
static struct str key_of(const struct web_worker *w, const struct web_request *q)
{
	return str_fmt(w->a, "%lld\n%.*s\n%.*s\n%.*s\n%.*s\n%.*s\n%d%d", (long long)w->pg->id, STR_ARG(q->path), STR_ARG(q->query),
		STR_ARG(q->accept), STR_ARG(q->language), STR_ARG(q->host), q->tls, takes_gzip(q));
}

static struct kept *place_of(struct page_cache *c, struct str key)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < key.n; i++)
		h = (h ^ (uint8_t)key.p[i]) * 1099511628211u;
	return &c->places[h % CACHE_PLACES];
}

bool page_cache_find(struct web_worker *w, const struct web_request *q, struct web_response *out, struct str *version)
{
	*version = (struct str){ 0 };
	if (!w->cache || !for_everybody(q))
		return false;
	*version = db_version(w->read, w->a);
	struct str key = key_of(w, q);
	const struct kept *k = place_of(w->cache, key);
	if (!version->n || !str_eq(k->key, key) || !str_eq(k->version, *version) || q->now < k->at || q->now - k->at > CACHE_KEPT_MS)
		return false;
	*out = k->out;                  /* the server copies it before this worker's next request */
	return true;
}

static bool worth_keeping(const struct web_response *out)
{
	const struct web_header *h = out->headers.v;

	if (out->status != 200 || out->fd >= 0 || out->delay_ms || out->body.n > CACHE_PAGE_MOST)
		return false;
	for (size_t i = 0; i < out->headers.n; i++)
		if (str_is(h[i].name, "Set-Cookie") || str_is(h[i].name, "Content-Encoding"))
			return false;
	return true;
}

static struct rows copy_headers(struct arena *a, struct rows from)
{
	struct web_header *to = NEW_ARRAY(a, from.n + 1, struct web_header);
	const struct web_header *h = from.v;

	for (size_t i = 0; i < from.n; i++)
		to[i] = (struct web_header){ str_copy(a, h[i].name), str_copy(a, h[i].value) };
	return (struct rows){ to, from.n };
}

static void zip(struct arena *a, struct web_response *out)
{
	struct str small = response_zipped(a, out->body);

	if (!small.n || small.n >= out->body.n)
		return;
	out->body = small;
	response_header(out, a, "Content-Encoding", STR("gzip"));
}

void page_cache_keep(struct web_worker *w, const struct web_request *q, struct web_response *out, struct str version)
{
	if (!version.n || !worth_keeping(out))
		return;
	struct str key = key_of(w, q);
	struct kept *k = place_of(w->cache, key);
	if (!k->a)
		k->a = arena_new(4 * CACHE_PAGE_MOST);
	arena_reset(k->a);
	if (takes_gzip(q))
		zip(w->a, out);
	k->key = str_copy(k->a, key);
	k->version = str_copy(k->a, version);
	k->at = q->now;
	k->out = *out;
	k->out.type = str_copy(k->a, out->type);
	k->out.body = str_copy(k->a, out->body);
	k->out.headers = copy_headers(k->a, out->headers);
}
