/*
 * From a struct web_response to the library's response: the headers every answer has, gzip, files, the log line.
 *
 * The security headers are set here and nowhere else; a handler can only tighten the content policy (attachments do).
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/log.h"
#include "web/page.h"
#include "web/server_in.h"

#define ZIP_LEAST 1024

static const struct {
	const char *name, *value;
} always[] = {
	{ "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()" },
	{ "X-Frame-Options", "DENY" },
};

static bool has_header(const struct web_response *r, const char *name)
{
	const struct web_header *h = r->headers.v;

	for (size_t i = 0; i < r->headers.n; i++)
		if (h[i].name.n == strlen(name) && !strncasecmp(h[i].name.p, name, h[i].name.n))
			return true;
	return false;
}

static void headers(struct exchange *x, struct arena *a, const struct web_response *r, struct MHD_Response *m)
{
	const struct web_header *h = r->headers.v;
	bool personal = x->q.cookie.n || x->q.authorization.n || has_header(r, "Set-Cookie");

	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		if (!has_header(r, always[i].name))
			MHD_add_response_header(m, always[i].name, always[i].value);
	for (size_t i = 0; i < r->headers.n; i++)
		MHD_add_response_header(m, str_c(a, h[i].name), str_c(a, h[i].value));
	if (!has_header(r, "Cache-Control"))
		MHD_add_response_header(m, "Cache-Control", personal ? "no-store" : "no-cache");
	if (x->q.tls)
		MHD_add_response_header(m, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
	if (r->type.n)
		MHD_add_response_header(m, "Content-Type", str_c(a, r->type));
	if (x->closing || x->server->draining)
		MHD_add_response_header(m, "Connection", "close");
	if (r->status == 405 && !has_header(r, "Allow"))
		MHD_add_response_header(m, "Allow", "GET, HEAD, POST");
}

static bool zippable(const struct exchange *x, const struct web_response *r)
{
	if (r->body.n < ZIP_LEAST || r->fd >= 0 || has_header(r, "Content-Encoding")
		|| !memmem(x->q.encoding.p ? x->q.encoding.p : "", x->q.encoding.n, "gzip", 4))
		return false;
	return str_starts(r->type, "text/") || str_starts(r->type, "application/json") || str_starts(r->type, "image/svg");
}

struct MHD_Response *answer_make(struct exchange *x, struct arena *a, const struct web_response *r)
{
	struct web_response out = *r;
	struct MHD_Response *m;

	if (out.fd >= 0) {
		m = MHD_create_response_from_fd_at_offset64((uint64_t)out.length, out.fd, (uint64_t)out.offset);
		if (!m)
			close(out.fd);
	} else {
		struct str small = zippable(x, r) ? response_zipped(a, out.body) : (struct str){ 0 };

		if (small.n)
			out.body = small;
		m = MHD_create_response_from_buffer(out.body.n, out.body.n ? (void *)out.body.p : "", MHD_RESPMEM_MUST_COPY);
		if (m && small.n)
			MHD_add_response_header(m, "Content-Encoding", "gzip");
		if (m && (small.n || str_starts(out.type, "text/")) && !has_header(r, "Vary"))
			MHD_add_response_header(m, "Vary", "Accept-Encoding, Accept, Accept-Language, Cookie");
	}
	if (m)
		headers(x, a, r, m);
	return m;
}

/* What the server itself says, before any handler: no page, few words. */
struct MHD_Response *answer_plain(int status)
{
	char text[32];
	int n = snprintf(text, sizeof text, "%d\n", status);
	struct MHD_Response *m = MHD_create_response_from_buffer((size_t)n, text, MHD_RESPMEM_MUST_COPY);

	if (!m)
		return NULL;
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		MHD_add_response_header(m, always[i].name, always[i].value);
	MHD_add_response_header(m, "Content-Type", "text/plain; charset=utf-8");
	MHD_add_response_header(m, "Cache-Control", "no-store");
	MHD_add_response_header(m, "Connection", "close");
	if (status == 405)
		MHD_add_response_header(m, "Allow", "GET, HEAD, POST");
	if (status == 503)
		MHD_add_response_header(m, "Retry-After", "2");
	return m;
}

/* The path's shape: numbers and long words (tokens, digests) become "#". No query, no address, no name. */
static void shape(char *to, size_t room, struct str path)
{
	size_t n = 0;

	while (path.n && n + 40 < room) {
		struct str part = str_cut(&path, '/');
		bool plain = part.n <= 24;

		for (size_t i = 0; i < part.n; i++)
			plain = plain && ((part.p[i] >= 'a' && part.p[i] <= 'z') || part.p[i] == '-' || part.p[i] == '_' || part.p[i] == '.');
		if (!part.n)
			continue;
		n += (size_t)snprintf(to + n, room - n, "/%.*s", plain ? (int)part.n : 1, plain ? part.p : "#");
	}
	if (!n)
		snprintf(to, room, "/");
}

void answer_log(const struct exchange *x)
{
	static const char *const methods[] = { "GET", "HEAD", "POST", "other" };
	char path[160], status[8], ms[24], bytes[24];

	if (!x->q.path.n)
		return;
	shape(path, sizeof path, x->q.path);
	snprintf(status, sizeof status, "%d", x->status);
	snprintf(ms, sizeof ms, "%lld.%03lld", (long long)(mono_us() - x->arrived_us) / 1000, (long long)(mono_us() - x->arrived_us) % 1000);
	snprintf(bytes, sizeof bytes, "%lld", (long long)(x->length > 0 ? x->length : 0));
	log_line(x->status >= 500 ? LOG_ERROR : LOG_INFO, "request", "method", methods[x->q.method], "path", path, "status", status, "ms", ms,
		"in", bytes, NULL);
}
