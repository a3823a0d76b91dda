/* What the guard lets through and what not: raw bytes against a real server. */
#include "test.h"
#include "web/rig.h"
#include "web/wire.h"

static void hello(struct web_worker *w, const struct web_request *q, struct web_response *out)
{
	out->status = 200;
	out->type = STR("text/plain");
	out->body = str_fmt(w->a, "path=%.*s body=%.*s remote=%.*s\n", STR_ARG(q->path), STR_ARG(q->body), STR_ARG(q->remote));
}

static int no_upload(struct web_worker *w, const struct web_request *q, int64_t *limit)
{
	(void)w, (void)q, (void)limit;
	return 403;
}

static const struct probe {
	const char *name, *bytes;
	int status;             /* 0: any refusal, or a closed connection without an answer */
} probes[] = {
#define H "Host: a.test\r\n"
	{ "good get", "GET /x HTTP/1.1\r\n" H "\r\n", 200 },
	{ "good post", "POST /x HTTP/1.1\r\n" H "Content-Length: 3\r\n\r\nabc", 200 },
	{ "good 1.0", "GET / HTTP/1.0\r\n\r\n", 200 },
	{ "good escaped", "GET /%E6%8F%AD HTTP/1.1\r\n" H "\r\n", 200 },
	{ "good query", "GET /x?a=%2e%2e/&b=%00 HTTP/1.1\r\n" H "\r\n", 200 },
	{ "two different lengths", "POST / HTTP/1.1\r\n" H "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", 400 },
	{ "two equal lengths", "POST / HTTP/1.1\r\n" H "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400 },
	{ "length and chunked", "POST / HTTP/1.1\r\n" H "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400 },
	{ "chunked and length", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400 },
	{ "chunked", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 411 },
	{ "bad chunks", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", 411 },
	{ "odd coding", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 411 },
	{ "two codings", "POST / HTTP/1.1\r\n" H "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411 },
	{ "signed length", "POST / HTTP/1.1\r\n" H "Content-Length: +3\r\n\r\nabc", 400 },
	{ "negative length", "POST / HTTP/1.1\r\n" H "Content-Length: -3\r\n\r\nabc", 400 },
	{ "hex length", "POST / HTTP/1.1\r\n" H "Content-Length: 0x3\r\n\r\nabc", 400 },
	{ "list length", "POST / HTTP/1.1\r\n" H "Content-Length: 3, 3\r\n\r\nabc", 400 },
	{ "empty length", "POST / HTTP/1.1\r\n" H "Content-Length: \r\n\r\n", 400 },
	{ "vast length", "POST / HTTP/1.1\r\n" H "Content-Length: 99999999999999999999\r\n\r\nabc", 0 },
	{ "form too long", "POST / HTTP/1.1\r\n" H "Content-Length: 3000000\r\n\r\nabc", 413 },
	{ "body on get", "GET / HTTP/1.1\r\n" H "Content-Length: 3\r\n\r\nabc", 400 },
	{ "no host", "GET / HTTP/1.1\r\n\r\n", 400 },
	{ "two hosts", "GET / HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n\r\n", 400 },
	{ "odd host", "GET / HTTP/1.1\r\nHost: a.test/x\r\n\r\n", 400 },
	{ "host with user", "GET / HTTP/1.1\r\nHost: u@a.test\r\n\r\n", 400 },
	{ "empty host", "GET / HTTP/1.1\r\nHost: \r\n\r\n", 400 },
	{ "space before colon", "GET / HTTP/1.1\r\n" H "X-A : b\r\n\r\n", 400 },
	{ "tab before colon", "POST / HTTP/1.1\r\n" H "Content-Length\t: 3\r\n\r\nabc", 400 },
	{ "odd name", "GET / HTTP/1.1\r\n" H "X(A): b\r\n\r\n", 400 },
	{ "control in value", "GET / HTTP/1.1\r\n" H "X-A: b\001c\r\n\r\n", 400 },
	{ "delete in value", "GET / HTTP/1.1\r\n" H "X-A: b\177c\r\n\r\n", 400 },
	{ "two cookies are fine", "GET / HTTP/1.1\r\n" H "Cookie: a=b\r\nCookie: c=d\r\n\r\n", 200 },
	{ "two authorizations", "GET / HTTP/1.1\r\n" H "Authorization: a\r\nAuthorization: b\r\n\r\n", 400 },
	{ "two origins", "GET / HTTP/1.1\r\n" H "Origin: a\r\nOrigin: b\r\n\r\n", 400 },
	{ "two types", "POST / HTTP/1.1\r\n" H "Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 0\r\n\r\n", 400 },
	{ "bare line feeds", "GET / HTTP/1.1\n" "Host: a.test\n\n", 400 },
	{ "one bare line feed", "GET / HTTP/1.1\r\n" H "X-B: c\n" "X-C: d\r\n\r\n", 400 },
	{ "bare line feed at the end", "GET / HTTP/1.1\r\n" H "\n", 0 },
	{ "hidden header", "GET / HTTP/1.1\r\n" H "X-B: c\nContent-Length: 5\r\n\r\n", 400 },
	{ "bare carriage return", "GET / HTTP/1.1\r\n" H "X-B: c\rContent-Length: 5\r\n\r\n", 400 },
	{ "folded line", "GET / HTTP/1.1\r\n" H "X-B: c\r\n d\r\n\r\n", 400 },
	{ "folded by a tab", "GET / HTTP/1.1\r\n" H "X-B: c\r\n\td\r\n\r\n", 400 },
	{ "folded length", "POST / HTTP/1.1\r\n" H "Content-Length:\r\n 3\r\n\r\nabc", 400 },
	{ "empty name", "GET / HTTP/1.1\r\n" H ": b\r\n\r\n", 400 },
	{ "space before the first header", "GET / HTTP/1.1\r\n Host: a.test\r\n\r\n", 0 },
	{ "line feeds in a body are fine", "POST / HTTP/1.1\r\n" H "Content-Length: 6\r\n\r\n\n\n a\r\r", 200 },
	{ "empty line before the request", "\r\nGET / HTTP/1.1\r\n" H "\r\n", 200 },
	{ "two dots", "GET /a/../b HTTP/1.1\r\n" H "\r\n", 400 },
	{ "escaped dots", "GET /a/%2e%2e/b HTTP/1.1\r\n" H "\r\n", 400 },
	{ "half escaped dots", "GET /.%2e/b HTTP/1.1\r\n" H "\r\n", 400 },
	{ "one dot", "GET /a/./b HTTP/1.1\r\n" H "\r\n", 400 },
	{ "trailing dots", "GET /a/.. HTTP/1.1\r\n" H "\r\n", 400 },
	{ "three dots are a name", "GET /a/... HTTP/1.1\r\n" H "\r\n", 200 },
	{ "escaped slash", "GET /a%2f..%2fb HTTP/1.1\r\n" H "\r\n", 400 },
	{ "backslash", "GET /a\\b HTTP/1.1\r\n" H "\r\n", 400 },
	{ "escaped backslash", "GET /a%5cb HTTP/1.1\r\n" H "\r\n", 400 },
	{ "double slash", "GET //a HTTP/1.1\r\n" H "\r\n", 400 },
	{ "escaped nul", "GET /a%00b HTTP/1.1\r\n" H "\r\n", 400 },
	{ "escaped newline", "GET /a%0ab HTTP/1.1\r\n" H "\r\n", 400 },
	{ "bad escape", "GET /a%zzb HTTP/1.1\r\n" H "\r\n", 400 },
	{ "cut escape", "GET /a%4 HTTP/1.1\r\n" H "\r\n", 400 },
	{ "bad utf-8", "GET /a%ff HTTP/1.1\r\n" H "\r\n", 400 },
	{ "overlong utf-8", "GET /a%c0%ae HTTP/1.1\r\n" H "\r\n", 400 },
	{ "fragment", "GET /a#b HTTP/1.1\r\n" H "\r\n", 400 },
	{ "absolute form", "GET http://a.test/ HTTP/1.1\r\n" H "\r\n", 400 },
	{ "star", "OPTIONS * HTTP/1.1\r\n" H "\r\n", 0 },
	{ "delete", "DELETE / HTTP/1.1\r\n" H "\r\n", 405 },
	{ "trace", "TRACE / HTTP/1.1\r\n" H "\r\n", 405 },
	{ "connect", "CONNECT a.test:443 HTTP/1.1\r\n" H "\r\n", 0 },
	{ "version 2", "GET / HTTP/2.0\r\n" H "\r\n", 0 },
	{ "version 1.2", "GET / HTTP/1.2\r\n" H "\r\n", 0 },
	{ "no version", "GET /\r\n\r\n", 0 },
	{ "rubbish", "\001\002\003\r\n\r\n", 0 },
	{ "upload refused before its body", "POST /attachments HTTP/1.1\r\n" H "Content-Length: 100000000\r\n\r\nabc", 403 },
	{ "upload without length", "POST /attachments HTTP/1.1\r\n" H "\r\n", 411 },
};

static struct rig rig;

static void start(void)
{
	struct server_config c = { .handle = hello, .may_upload = no_upload, .workers = 2 };
	rig_open(&rig, &c);
}

TEST(the_guard_table, "")
{
	start();
	for (size_t i = 0; i < sizeof probes / sizeof *probes; i++) {
		bool closed, good;
		struct str s = rig_raw(&rig, a, probes[i].bytes, strlen(probes[i].bytes), &closed);
		int status = rig_status(s);
		good = probes[i].status ? status == probes[i].status : status != 200;
		if (!good)
			print_error("%s: %d, wanted %d\n%.*s\n", probes[i].name, status, probes[i].status, STR_ARG(s));
		assert_true(good);
		if (status == 400 || status == 411 || status == 413)
			assert_true(closed);
	}
	rig_close(&rig);
}

TEST(nothing_behind_a_refused_request_is_read, "")
{
	static const char two[] = "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabcGET /two HTTP/1.1\r\nHost: a\r\n\r\n";
	bool closed;
	start();
	struct str s = rig_raw(&rig, a, two, sizeof two - 1, &closed);
	assert_int_equal(rig_status(s), 400);
	assert_false(rig_has(s, "path="));
	assert_true(closed);
	rig_close(&rig);
}

TEST(a_nul_in_the_head_is_refused, "")
{
	static const char nul[] = "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 3\0 0\r\n\r\nabc", name[] = "GET / HTTP/1.1\r\nHost: a\r\nX\0A: b\r\n\r\n",
		line[] = "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n";
	bool closed;
	start();
	assert_int_equal(rig_status(rig_raw(&rig, a, nul, sizeof nul - 1, &closed)), 400);
	assert_int_equal(rig_status(rig_raw(&rig, a, name, sizeof name - 1, &closed)), 400);
	assert_int_equal(rig_status(rig_raw(&rig, a, line, sizeof line - 1, &closed)), 400);
	rig_close(&rig);
}

/* The look at the bytes keeps the frames: posts with bodies full of traps, sent in every cut. */
TEST(the_frames_are_kept_whatever_the_cuts, "")
{
	static const char two[] = "POST /one HTTP/1.1\r\nHost: a\r\ncontent-LENGTH:  7\r\n\r\n\n\r\0 \n\rxGET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	for (size_t cut = 1; cut < sizeof two - 1; cut++) {
		struct wire w = { 0 };
		wire_take(&w, two, cut);
		wire_take(&w, two + cut, sizeof two - 1 - cut);
		assert_false(w.broken);
		assert_false(w.in_lines);
	}
	bool closed;
	start();
	int fd = rig_connect(&rig);
	rig_send(fd, two, 70);
	usleep(30000);
	rig_send(fd, two + 70, sizeof two - 1 - 70);
	struct str s = rig_read(a, fd, 500, &closed);
	close(fd);
	assert_true(rig_has(s, "path=/one") && rig_has(s, "path=/two"));
	rig_close(&rig);
}

TEST(a_head_of_70_kb_is_refused, "")
{
	bool closed;
	size_t n = 70000;
	char *p = arena_alloc(a, n + 100);
	start();
	int k = sprintf(p, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
	memset(p + k, 'x', n);
	memcpy(p + k + n, "\r\n\r\n", 5);
	struct str s = rig_raw(&rig, a, p, (size_t)k + n + 4, &closed);
	assert_true(rig_status(s) == 431 || rig_status(s) == 413 || (!s.n && closed));
	rig_close(&rig);
}

TEST(two_requests_in_one_write_get_two_answers, "")
{
	static const char two[] = "GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n";
	bool closed;
	start();
	struct str s = rig_raw(&rig, a, two, sizeof two - 1, &closed);
	assert_true(rig_has(s, "path=/one") && rig_has(s, "path=/two"));
	rig_close(&rig);
}

TEST_MAIN
