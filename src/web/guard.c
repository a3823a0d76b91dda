/*
 * Is this one clear request?  What a proxy in front and we could read in two ways is refused, and the connection closed.
 *
 * The library's version here accepts doubled lengths, doubled hosts, spaces before the colon and both kinds of body framing.
 * Chunked bodies are refused altogether (411): no browser sends them and proxies turn them into lengths.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "base/utf8.h"
#include "web/server_in.h"

struct looked {
	struct exchange *x;
	int lengths, hosts, codings, types, origins;
	bool broken;
};

static bool token_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c && strchr("!#$%&'*+-.^_`|~", c));
}

static bool clean_value(const char *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((uint8_t)v[i] < ' ' && v[i] != '\t') || v[i] == 0x7f)
			return false;
	return true;
}

static bool length_parse(const char *v, int64_t *out)
{
	size_t n = strlen(v);

	if (!n || n > 15 || strspn(v, "0123456789") != n)
		return false;
	return str_int((struct str){ v, n }, out);
}

/* "a.example:8080", "[::1]:80" */
static bool host_good(const char *v)
{
	size_t n = strlen(v);

	return n && n < 256 && strspn(v, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:[]_") == n;
}

static const struct wanted {
	const char *name;
	size_t at;
} wanted[] = {
	{ "Cookie", offsetof(struct web_request, cookie) },
	{ "Authorization", offsetof(struct web_request, authorization) },
	{ "Accept", offsetof(struct web_request, accept) },
	{ "Idempotency-Key", offsetof(struct web_request, act_key) },
	{ "Accept-Language", offsetof(struct web_request, language) },
	{ "Accept-Encoding", offsetof(struct web_request, encoding) },
	{ "If-None-Match", offsetof(struct web_request, etag) },
	{ "Range", offsetof(struct web_request, range) },
	{ "Origin", offsetof(struct web_request, origin) },
	{ "Sec-Fetch-Site", offsetof(struct web_request, fetch_site) },
	{ "Host", offsetof(struct web_request, host) },
	{ "User-Agent", offsetof(struct web_request, agent) },
	{ "X-CSRF-Token", offsetof(struct web_request, csrf) },
};

/* Headers that we act on: the first counts, a second one of these is refused. */
static void keep(struct looked *l, const char *name, const char *value)
{
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		struct str *to = (struct str *)((char *)&l->x->q + wanted[i].at);

		if (strcasecmp(name, wanted[i].name))
			continue;
		if (to->p && strcasecmp(name, "Accept") && strcasecmp(name, "Cookie"))
			l->broken = true;
		else if (!to->p)
			*to = str_copy(l->x->a, str_of(value));
	}
}

static void content_type(struct exchange *x, const char *value)
{
	size_t n = strcspn(value, "; \t");
	char *p = arena_alloc(x->a, n + 1);

	for (size_t i = 0; i < n; i++)
		p[i] = value[i] >= 'A' && value[i] <= 'Z' ? (char)(value[i] + 32) : value[i];
	x->q.type = (struct str){ p, n };
}

static enum MHD_Result look(void *cls, enum MHD_ValueKind kind, const char *name, size_t name_n, const char *value, size_t value_n)
{
	struct looked *l = cls;

	(void)kind;
	value = value ? value : "";
	for (size_t i = 0; i < name_n; i++)
		l->broken = l->broken || !token_char(name[i]);
	l->broken = l->broken || !name_n || strlen(value) != value_n || !clean_value(value, value_n);
	if (!strcasecmp(name, "Content-Length"))
		l->broken = l->broken || l->lengths++ || !length_parse(value, &l->x->length);
	else if (!strcasecmp(name, "Transfer-Encoding"))
		l->codings++;
	else if (!strcasecmp(name, "Host"))
		l->broken = l->broken || l->hosts++ || !host_good(value);
	else if (!strcasecmp(name, "Content-Type") && l->types++)
		l->broken = true;
	else if (!strcasecmp(name, "Content-Type"))
		content_type(l->x, value);
	keep(l, name, value);
	return MHD_YES;
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* No segment "." or "..", no "//", no backslash, no control character, no escaped slash. */
static bool path_good(struct str p)
{
	if (!p.n || p.p[0] != '/' || !utf8_valid(p))
		return false;
	for (size_t i = 0; i < p.n; i++) {
		if ((uint8_t)p.p[i] < ' ' || p.p[i] == 0x7f || p.p[i] == '\\')
			return false;
		if (p.p[i] != '/' || i + 1 == p.n)
			continue;
		size_t n = 0;
		while (i + 1 + n < p.n && p.p[i + 1 + n] != '/')
			n++;
		if (!n || (n == 1 && p.p[i + 1] == '.') || (n == 2 && p.p[i + 1] == '.' && p.p[i + 2] == '.'))
			return false;
	}
	return true;
}

static bool target_split(struct exchange *x)
{
	struct str rest = x->raw, path = str_cut(&rest, '?');
	char *p = arena_alloc(x->a, path.n + 1);
	size_t n = 0;

	if (!clean_value(x->raw.p, x->raw.n) || memchr(x->raw.p, ' ', x->raw.n) || memchr(x->raw.p, '#', x->raw.n))
		return false;
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];

		if (c == '%') {
			int high = i + 2 < path.n ? hex(path.p[i + 1]) : -1, low = high >= 0 ? hex(path.p[i + 2]) : -1;

			if (low < 0 || (high << 4 | low) == '/' || !(high << 4 | low))
				return false;
			c = (char)(high << 4 | low);
			i += 2;
		}
		p[n++] = c;
	}
	x->q.path = (struct str){ p, n };
	x->q.query = rest;
	return path_good(x->q.path);
}

/* Who it comes from: the peer; behind a proxy on this machine the last address that the proxy names. */
static void remote(struct exchange *x)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(x->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *sa = info ? info->client_addr : NULL;
	const char *far = MHD_lookup_connection_value(x->connection, MHD_HEADER_KIND, "X-Forwarded-For");
	const char *proto = MHD_lookup_connection_value(x->connection, MHD_HEADER_KIND, "X-Forwarded-Proto");
	char text[INET6_ADDRSTRLEN] = "";

	if (sa && sa->sa_family == AF_INET) {
		inet_ntop(AF_INET, &((const struct sockaddr_in *)sa)->sin_addr, text, sizeof text);
		x->loopback = !strncmp(text, "127.", 4);
	} else if (sa && sa->sa_family == AF_INET6) {
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)sa)->sin6_addr, text, sizeof text);
		x->loopback = !strcmp(text, "::1");
	}
	x->forwarded = far || proto;
	x->q.remote = str_copy(x->a, str_of(text));
	if (!x->server->config.behind_proxy || !x->loopback)
		return;
	x->q.tls = proto && !strcasecmp(proto, "https");
	if (far && strrchr(far, ','))
		far = strrchr(far, ',') + 1;
	if (far)
		x->q.remote = str_copy(x->a, str_trim(str_of(far)));
}

int guard_request(struct exchange *x, const char *method, const char *version)
{
	struct looked l = { .x = x };

	x->length = -1;
	MHD_get_connection_values_n(x->connection, MHD_HEADER_KIND, look, &l);
	if (client_broken(x->connection) || l.broken || (!l.hosts && !strcmp(version, "HTTP/1.1")))
		return 400;
	if (strcmp(version, "HTTP/1.1") && strcmp(version, "HTTP/1.0"))
		return 400;
	if (l.codings)
		return l.lengths ? 400 : 411;
	if (!target_split(x))
		return 400;
	remote(x);
	x->head = !strcmp(method, "HEAD");
	x->q.method = x->head ? METHOD_HEAD : !strcmp(method, "GET") ? METHOD_GET : !strcmp(method, "POST") ? METHOD_POST : METHOD_OTHER;
	if (x->q.method == METHOD_OTHER)
		return 405;
	return x->length > 0 && x->q.method != METHOD_POST ? 400 : 0;
}
