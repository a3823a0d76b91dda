/*
 * Attachments over HTTP: sending one without a form (POST /attachments), fetching one (GET /attachments/{digest}).
 *
 * A file is a download and nothing else: never shown inside a page, its type not guessed by the browser, its content sandboxed.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "across/attachment/attachment.h"
#include "base/hash.h"
#include "base/limits.h"
#include "web/limiter.h"
#include "web/page.h"
#include "web/session.h"

struct span {
	int64_t from, to;       /* inclusive */
};

/* "bytes=0-499", "bytes=500-", "bytes=-500": one range. 1 good, 0 to be ignored (several, rubbish), -1 outside. */
static int range_parse(struct str range, int64_t size, struct span *out)
{
	struct str from, to;

	if (!str_starts(range, "bytes="))
		return 0;
	to = (struct str){ range.p + 6, range.n - 6 };
	from = str_cut(&to, '-');
	if (!from.n) {
		if (!str_int(to, &out->from) || out->from <= 0)
			return to.n ? -1 : 0;
		*out = (struct span){ out->from < size ? size - out->from : 0, size - 1 };
		return size ? 1 : -1;
	}
	if (!str_int(from, &out->from) || out->from < 0)
		return 0;
	out->to = size - 1;
	if (to.n && (!str_int(to, &out->to) || out->to < out->from))
		return 0;
	if (out->to > size - 1)
		out->to = size - 1;
	return out->from < size ? 1 : -1;
}

static bool digest_good(struct str d)
{
	for (size_t i = 0; i < d.n; i++)
		if (!((d.p[i] >= '0' && d.p[i] <= '9') || (d.p[i] >= 'a' && d.p[i] <= 'f')))
			return false;
	return d.n == HASH_HEX;
}

static void file_headers(struct arena *a, const struct attachment_row *row, struct web_response *out)
{
	struct buf name = { .arena = a };

	buf_puts(&name, "attachment; filename*=UTF-8''");
	buf_url(&name, row->name);
	response_header(out, a, "Content-Disposition", buf_str(&name));
	response_header(out, a, "Content-Security-Policy", STR("sandbox; default-src 'none'; frame-ancestors 'none'"));
	response_header(out, a, "Accept-Ranges", STR("bytes"));
	response_header(out, a, "ETag", str_fmt(a, "\"%.*s\"", STR_ARG(row->digest)));
	response_header(out, a, "Cache-Control", STR("private, no-cache"));
}

static void send_file(struct web_worker *w, const struct web_request *q, const struct attachment_row *row, struct web_response *out)
{
	struct str path = attachment_path(w->a, w->data, row->digest);
	struct stat st;
	struct span span = { 0 };
	int ranged;

	out->fd = open(path.p, O_RDONLY | O_CLOEXEC);
	if (out->fd < 0 || fstat(out->fd, &st)) {
		out->status = 404;
		return;
	}
	ranged = q->range.n ? range_parse(q->range, st.st_size, &span) : 0;
	file_headers(w->a, row, out);
	out->type = row->risky ? STR("application/octet-stream") : row->type;
	out->status = ranged > 0 ? 206 : 200;
	out->offset = ranged > 0 ? span.from : 0;
	out->length = ranged > 0 ? span.to - span.from + 1 : st.st_size;
	if (ranged > 0)
		response_header(out, w->a, "Content-Range", str_fmt(w->a, "bytes %lld-%lld/%lld", (long long)span.from, (long long)span.to,
			(long long)st.st_size));
	if (ranged >= 0)
		return;
	close(out->fd);
	out->fd = -1;
	out->status = 416;
	out->length = 0;
	response_header(out, w->a, "Content-Range", str_fmt(w->a, "bytes */%lld", (long long)st.st_size));
}

static void fetch(struct web_worker *w, const struct web_request *q, const struct viewer *who, struct web_response *out)
{
	struct str digest = { q->path.p + 13, q->path.n - 13 };
	struct attachment_reader reader = { who->person, who->org, who->role };
	struct attachment_row row;

	if (!digest_good(digest) || !scope_reads(who) || !attachment_readable(w->read, w->a, digest, &reader)
		|| !attachment_find(w->read, w->a, digest, &row)) {
		page_error(w, q, who, 404, out);
		return;
	}
	if (q->etag.n == digest.n + 2 && str_eq((struct str){ q->etag.p + 1, digest.n }, digest)) {
		out->status = 304;
		file_headers(w->a, &row, out);
		return;
	}
	send_file(w, q, &row, out);
	if (out->status == 404) {
		out->fd = -1;
		page_error(w, q, who, 404, out);
	}
}

static void sent(struct web_worker *w, const struct web_request *q, const struct viewer *who, struct web_response *out)
{
	struct buf b = { .arena = w->a };
	const struct upload *u = q->uploads.v;
	struct str token = { 0 };

	for (size_t i = 0; i < q->pairs.n; i++)
		if (str_is(((struct form_pair *)q->pairs.v)[i].name, "csrf"))
			token = ((struct form_pair *)q->pairs.v)[i].value;
	if (!who->person || !csrf_ok(q, who, token) || (who->token && !memmem(who->scope.p, who->scope.n, "act:", 4))) {
		page_error(w, q, who, 403, out);
		return;
	}
	buf_puts(&b, "{\"files\":[");
	for (size_t i = 0; i < q->uploads.n; i++) {
		buf_puts(&b, i ? ",{\"digest\":" : "{\"digest\":");
		buf_json(&b, u[i].digest);
		buf_puts(&b, ",\"name\":");
		buf_json(&b, u[i].name);
		buf_fmt(&b, ",\"size\":%lld,\"type\":", (long long)u[i].size);
		buf_json(&b, u[i].type);
		buf_puts(&b, "}");
	}
	buf_puts(&b, "]}\n");
	out->status = q->uploads.n ? 201 : 422;
	out->type = STR("application/json");
	out->body = buf_str(&b);
	if (who->set_cookie.n)
		response_header(out, w->a, "Set-Cookie", who->set_cookie);
}

bool attachment_handle(struct web_worker *w, const struct web_request *q, const struct viewer *who, struct web_response *out)
{
	if (str_is(q->path, "/attachments") && q->method == METHOD_POST)
		sent(w, q, who, out);
	else if (str_starts(q->path, "/attachments/") && q->method != METHOD_POST)
		fetch(w, q, who, out);
	else
		return false;
	return true;
}

/* Asked before the body is read: a person with a session of this site, or the public where a form of its own takes a file. */
int may_upload(struct web_worker *w, const struct web_request *q, int64_t *limit)
{
	struct viewer who;
	struct viewer nobody = { .role = ROLE_public };

	session_viewer(w, q, &who);
	if (who.person)
		return who.token || csrf_ok(q, &nobody, STR("")) ? 0 : 403;
	if ((!str_starts(q->path, "/do/org_register") && !str_starts(q->path, "/do/objection_file/")) || !csrf_ok(q, &nobody, STR("")))
		return 403;
	struct str from = limiter_address(w->a, q->remote);
	if (limiter_wait(w->limiter, LIMIT_PUBLIC_UPLOAD, from, q->now))
		return 429;
	limiter_count(w->limiter, LIMIT_PUBLIC_UPLOAD, from, q->now);
	*limit = 10 << 20;
	return 0;
}
