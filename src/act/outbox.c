/*
 * The outbox: due rows -> SMTP by libcurl.  A row that failed is tried again after 1, 2, 4 … minutes, twelve times at most.
 */
#include "act/outbox.h"

#include <curl/curl.h>
#include <string.h>

#include "act/journal.h"
#include "base/log.h"

struct upload {
	struct str text;
	size_t at;
};

static size_t read_mail(char *to, size_t size, size_t n, void *ctx)
{
	struct upload *u = ctx;
	size_t room = size * n, left = u->text.n - u->at, take = room < left ? room : left;
	memcpy(to, u->text.p + u->at, take);
	u->at += take;
	return take;
}

static void put_base64(struct buf *b, struct str s, bool lines)
{
	static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0, col = 0; i < s.n; i += 3) {
		unsigned v = (unsigned)(unsigned char)s.p[i] << 16;
		v |= i + 1 < s.n ? (unsigned)(unsigned char)s.p[i + 1] << 8 : 0;
		v |= i + 2 < s.n ? (unsigned char)s.p[i + 2] : 0;
		buf_putc(b, set[v >> 18]);
		buf_putc(b, set[v >> 12 & 63]);
		buf_putc(b, i + 1 < s.n ? set[v >> 6 & 63] : '=');
		buf_putc(b, i + 2 < s.n ? set[v & 63] : '=');
		col += 4;
		if (lines && col >= 76) {
			buf_puts(b, "\r\n");
			col = 0;
		}
	}
}

static struct str mail_text(struct arena *a, const struct outbox_settings *s, const struct outbox_row *m)
{
	struct buf b = { .arena = a };
	buf_fmt(&b, "From: <%s>\r\nTo: <%.*s>\r\nSubject: =?UTF-8?B?", s->from, STR_ARG(m->to_secret));
	put_base64(&b, m->title, false);
	buf_fmt(&b, "?=\r\nMessage-ID: <%lld.jiebang@localhost>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
		"Content-Transfer-Encoding: base64\r\n\r\n", (long long)m->id);
	put_base64(&b, m->body, true);
	buf_puts(&b, "\r\n");
	return buf_str(&b);
}

static bool address_ok(struct str s)
{
	bool at = false;
	for (size_t i = 0; i < s.n; i++) {
		at = at || s.p[i] == '@';
		if (s.p[i] <= ' ' || s.p[i] == '<' || s.p[i] == '>' || s.p[i] == 127)
			return false;
	}
	return at;
}

static const char *send_one(struct arena *a, const struct outbox_settings *s, const struct outbox_row *m)
{
	if (!address_ok(m->to_secret))
		return "address";
	CURL *c = curl_easy_init();
	if (!c)
		return "curl";
	struct upload u = { .text = mail_text(a, s, m) };
	struct curl_slist *to = curl_slist_append(NULL, str_c(a, m->to_secret));
	curl_easy_setopt(c, CURLOPT_URL, s->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_MAIL_FROM, s->from);
	curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(c, CURLOPT_READFUNCTION, read_mail);
	curl_easy_setopt(c, CURLOPT_READDATA, &u);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, 20L);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	CURLcode rc = curl_easy_perform(c);
	curl_slist_free_all(to);
	curl_easy_cleanup(c);
	return rc == CURLE_OK ? NULL : curl_easy_strerror(rc);
}

/* One short transaction per mail, so that a slow mail server never holds the pen. */
static void mark(struct db *db, struct outbox_row *m)
{
	if (db_begin(db) && db_run(db, "outbox_mark", m) >= 0 && db_commit(db))
		return;
	db_rollback(db);
	db_fault_clear(db);
}

int outbox_send(struct db *db, struct arena *a, const struct outbox_settings *s, int64_t now)
{
	int sent = 0;
	if (!s->url)
		return 0;
	struct journal_key key = { .now = now };
	struct rows due = db_all(db, a, "outbox_due", &key);
	struct outbox_row *m = due.v;
	for (size_t i = 0; i < due.n; i++) {
		const char *error = send_one(a, s, &m[i]);
		m[i].tries++;
		m[i].error = str_of(error);
		m[i].sent_at = error ? 0 : now;
		m[i].next_at = now + ((int64_t)60000 << (m[i].tries < 10 ? m[i].tries - 1 : 9));
		mark(db, &m[i]);
		sent += !error;
		if (error)
			log_line(LOG_WARN, "mail failed", "error", error, NULL);
	}
	return sent;
}
