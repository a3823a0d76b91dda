/* The server as a whole: dawdlers, uploads, ranges, headers, delayed answers, draining. */
#include <dirent.h>
#include <pthread.h>

#include "test.h"
#include "base/hash.h"
#include "web/page.h"
#include "web/rig.h"
#include "web/session.h"

static char file_path[128];

static void send_range(struct web_worker *w, const struct web_request *q, struct web_response *out)
{
	out->fd = open(file_path, O_RDONLY | O_CLOEXEC);
	out->status = 206;
	out->offset = 3;
	out->length = 4;
	response_header(out, w->a, "Content-Range", STR("bytes 3-6/10"));
	(void)q;
}

static void handle(struct web_worker *w, const struct web_request *q, struct web_response *out)
{
	struct buf b = { .arena = w->a };
	out->status = 200;
	out->type = STR("text/html; charset=utf-8");
	if (str_is(q->path, "/range")) {
		send_range(w, q, out);
		return;
	}
	if (str_is(q->path, "/slow"))
		usleep(300000);
	if (str_is(q->path, "/late"))
		out->delay_ms = 500;
	if (str_is(q->path, "/cookie"))
		response_header(out, w->a, "Set-Cookie", STR("a=b"));
	for (size_t i = 0; i < q->uploads.n; i++) {
		const struct upload *u = (struct upload *)q->uploads.v + i;
		buf_fmt(&b, "%.*s %.*s %lld %.*s %.*s\n", STR_ARG(u->field), STR_ARG(u->name), (long long)u->size, STR_ARG(u->digest), STR_ARG(u->type));
	}
	for (size_t i = 0; i < q->pairs.n; i++) {
		const struct form_pair *p = (struct form_pair *)q->pairs.v + i;
		buf_fmt(&b, "%.*s=%.*s\n", STR_ARG(p->name), STR_ARG(p->value));
	}
	if (str_is(q->path, "/big"))
		for (int i = 0; i < 3000; i++)
			buf_puts(&b, "<p>the same again</p>\n");
	if (!b.n)
		buf_puts(&b, "<p>hello</p>\n");
	out->body = buf_str(&b);
}

static struct rig rig;

static void start(struct server_config c)
{
	c.handle = handle;
	rig_open(&rig, &c);
}

static struct str get(struct arena *a, const char *path, const char *headers)
{
	bool closed;
	struct str s = str_fmt(a, "GET %s HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n%s\r\n", path, headers);
	int fd = rig_connect(&rig);
	rig_send(fd, s.p, s.n);
	struct str answer = rig_read(a, fd, 2000, &closed);
	close(fd);
	return answer;
}

static int64_t ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Bytes per byte until the server closes; how long that took. */
static int64_t drip(const char *begin, int each_ms, int most_ms)
{
	int fd = rig_connect(&rig);
	int64_t from = ms();
	struct pollfd on = { fd, POLLIN, 0 };
	rig_send(fd, begin, strlen(begin));
	while (ms() - from < most_ms) {
		char c;
		if (poll(&on, 1, each_ms) > 0 && recv(fd, &c, 1, 0) <= 0)
			break;
		if (!rig_send(fd, "x", 1))
			break;
	}
	close(fd);
	return ms() - from;
}

TEST(a_head_that_drips_is_cut_off, "")
{
	start((struct server_config){ .head_ms = 800, .keep_ms = 1200 });
	int64_t took = drip("GET / HTTP/1.1\r\nHost: a\r\nX: ", 100, 5000);
	assert_in_range(took, 700, 4500);
	took = drip("", 4000, 4000);
	assert_in_range(took, 700, 4500);
	assert_int_equal(rig_status(get(a, "/", "")), 200);
	rig_close(&rig);
}

TEST(an_idle_connection_is_closed_after_its_time, "")
{
	static const char one[] = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
	bool closed;
	start((struct server_config){ .keep_ms = 700 });
	int fd = rig_connect(&rig);
	int64_t from = ms();
	rig_send(fd, one, sizeof one - 1);
	rig_read(a, fd, 3000, &closed);
	assert_true(closed);
	assert_in_range(ms() - from, 600, 2900);
	close(fd);
	rig_close(&rig);
}

static const char *const everywhere[] = { "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'", "frame-ancestors 'none'",
	"X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
	"Cross-Origin-Resource-Policy: same-origin", "Permissions-Policy: camera=()", "Cache-Control: " };

TEST(every_answer_has_the_security_headers, "")
{
	static const char *const paths[] = { "/", "/cookie", "/big", "/healthz", "/metrics", "/range", "/a/../b", "//" };
	start((struct server_config){ 0 });
	snprintf(file_path, sizeof file_path, "%s/ten", rig.dir);
	FILE *f = fopen(file_path, "w");
	fputs("0123456789", f);
	fclose(f);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct str s = get(a, paths[i], "");
		for (size_t k = 0; k < sizeof everywhere / sizeof *everywhere; k++)
			if (!rig_has(s, everywhere[k]))
				fail_msg("%s lacks %s", paths[i], everywhere[k]);
		assert_false(rig_has(s, "unsafe-inline"));
		assert_false(rig_has(s, "Strict-Transport-Security"));
	}
	assert_true(rig_has(get(a, "/", "Cookie: a=b\r\n"), "Cache-Control: no-store"));
	assert_true(rig_has(get(a, "/cookie", ""), "Cache-Control: no-store"));
	rig_close(&rig);
}

TEST(behind_a_proxy_its_word_counts, "")
{
	start((struct server_config){ .behind_proxy = true });
	assert_true(rig_has(get(a, "/", "X-Forwarded-Proto: https\r\n"), "Strict-Transport-Security: max-age=31536000"));
	assert_int_equal(rig_status(get(a, "/metrics", "X-Forwarded-For: 192.0.2.1\r\n")), 200);
	assert_true(rig_has(get(a, "/metrics", "X-Forwarded-For: 192.0.2.1\r\n"), "hello"));       /* not ours: the handler's */
	assert_true(rig_has(get(a, "/metrics", ""), "jiebang_requests_total{class=\"2xx\"}"));
	rig_close(&rig);
}

TEST(without_a_proxy_its_word_does_not_count, "")
{
	start((struct server_config){ 0 });
	assert_false(rig_has(get(a, "/", "X-Forwarded-Proto: https\r\n"), "Strict-Transport"));
	rig_close(&rig);
}

TEST(large_texts_are_zipped_when_asked, "")
{
	start((struct server_config){ 0 });
	struct str plain = get(a, "/big", ""), small = get(a, "/big", "Accept-Encoding: gzip\r\n");
	assert_true(plain.n > 60000 && small.n < 4000);
	assert_true(rig_has(small, "Content-Encoding: gzip") && rig_has(small, "Vary: Accept-Encoding"));
	rig_close(&rig);
}

TEST(head_has_the_length_and_no_body, "")
{
	bool closed;
	static const char head[] = "HEAD /big HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	start((struct server_config){ 0 });
	struct str s = rig_raw(&rig, a, head, sizeof head - 1, &closed);
	assert_int_equal(rig_status(s), 200);
	assert_true(rig_has(s, "Content-Length: 66000"));
	assert_false(rig_has(s, "same again"));
	rig_close(&rig);
}

TEST(a_part_of_a_file, "")
{
	start((struct server_config){ 0 });
	snprintf(file_path, sizeof file_path, "%s/ten", rig.dir);
	FILE *f = fopen(file_path, "w");
	fputs("0123456789", f);
	fclose(f);
	struct str s = get(a, "/range", "");
	assert_int_equal(rig_status(s), 206);
	assert_true(str_ends(s, "\r\n\r\n3456"));
	rig_close(&rig);
}

TEST(delayed_answers_keep_no_worker, "")
{
	start((struct server_config){ .workers = 1 });
	int fd[5];
	static const char late[] = "GET /late HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	int64_t from = ms();
	bool closed;
	for (int i = 0; i < 5; i++) {
		fd[i] = rig_connect(&rig);
		rig_send(fd[i], late, sizeof late - 1);
	}
	assert_int_equal(rig_status(get(a, "/", "")), 200);
	assert_true(ms() - from < 470);
	for (int i = 0; i < 5; i++) {
		assert_int_equal(rig_status(rig_read(a, fd[i], 2000, &closed)), 200);
		close(fd[i]);
	}
	assert_in_range(ms() - from, 480, 4000);
	rig_close(&rig);
}

TEST(too_long_a_queue_is_refused_at_once, "")
{
	start((struct server_config){ .workers = 1, .queue_most = 2 });
	static const char slow[] = "GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	int fd[8], served = 0, refused = 0;
	bool closed;
	for (int i = 0; i < 8; i++) {
		fd[i] = rig_connect(&rig);
		rig_send(fd[i], slow, sizeof slow - 1);
	}
	for (int i = 0; i < 8; i++) {
		struct str s = rig_read(a, fd[i], 3000, &closed);
		served += rig_status(s) == 200;
		refused += rig_status(s) == 503 && rig_has(s, "Retry-After");
		close(fd[i]);
	}
	assert_int_equal(served + refused, 8);
	assert_true(refused >= 4 && served >= 2);
	rig_close(&rig);
}

TEST(one_address_has_so_many_connections, "")
{
	start((struct server_config){ .per_address = 10 });
	int fd[14], alive = 0;
	static const char one[] = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
	bool closed;
	for (int i = 0; i < 14; i++) {
		fd[i] = rig_connect(&rig);
		rig_send(fd[i], one, sizeof one - 1);
		alive += rig_status(rig_read(a, fd[i], 200, &closed)) == 200;
	}
	for (int i = 0; i < 14; i++)
		close(fd[i]);
	assert_in_range(alive, 8, 10);
	rig_close(&rig);
}

/* ---- uploads ---- */

#define BOUNDARY "XXbXX"

static int files_below(const char *dir)
{
	char command[200];
	int n = 0;
	snprintf(command, sizeof command, "find %s -type f | wc -l", dir);
	FILE *p = popen(command, "r");
	assert_int_equal(fscanf(p, "%d", &n), 1);
	pclose(p);
	return n;
}

static int64_t resident_kb(void)
{
	long long pages = 0;
	FILE *f = fopen("/proc/self/statm", "r");
	assert_int_equal(fscanf(f, "%*d %lld", &pages), 1);
	fclose(f);
	return pages * 4;
}

/* A multipart post with one value and one file of `size` bytes of a pattern; sends only `send` of them. */
static struct str upload(struct arena *a, int64_t size, int64_t sent, struct str *digest)
{
	static char block[65536];
	struct str head = STR("--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\xe6\x8f\xad\xe6\xa6\x9c\r\n--" BOUNDARY
		"\r\nContent-Disposition: form-data; name=\"licence\"; filename=\"C:\\dir\\plan.pdf\"\r\nContent-Type: text/html\r\n\r\n");
	struct str tail = STR("\r\n--" BOUNDARY "--\r\n");
	struct str request = str_fmt(a, "POST /do/x/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=" BOUNDARY
		"\r\nContent-Length: %lld\r\n\r\n", (long long)(head.n + (size_t)size + tail.n));
	struct hash *h = hash_start(a, HASH_SHA256);
	int fd = rig_connect(&rig);
	bool closed;
	rig_send(fd, request.p, request.n);
	rig_send(fd, head.p, head.n);
	for (int64_t at = 0; at < sent; at += (int64_t)sizeof block) {
		size_t n = sent - at < (int64_t)sizeof block ? (size_t)(sent - at) : sizeof block;
		memset(block, (int)(at >> 16), n);
		if (at == 0)
			memcpy(block, "%PDF-1.7\n", n < 9 ? n : 9);
		hash_add(h, (struct str){ block, n });
		if (!rig_send(fd, block, n))
			break;
	}
	*digest = hash_end(a, h);
	struct str answer = { 0 };
	if (sent == size) {
		rig_send(fd, tail.p, tail.n);
		answer = rig_read(a, fd, 20000, &closed);
	}
	close(fd);
	return answer;
}

TEST(a_small_upload_arrives_whole, "")
{
	struct str digest;
	start((struct server_config){ 0 });
	struct str s = upload(a, 1000, 1000, &digest);
	assert_int_equal(rig_status(s), 200);
	assert_true(rig_has(s, str_fmt(a, "licence plan.pdf 1000 %.*s application/pdf", STR_ARG(digest)).p));
	assert_true(rig_has(s, "title=\xe6\x8f\xad\xe6\xa6\x9c"));
	struct str path = str_fmt(a, "%s/attachments/%.2s/%.*s", rig.dir, digest.p, STR_ARG(digest));
	struct stat st;
	assert_int_equal(stat(path.p, &st), 0);
	assert_int_equal(st.st_size, 1000);
	assert_int_equal(st.st_mode & 0777, 0400);
	upload(a, 1000, 1000, &digest);
	assert_int_equal(files_below(rig.dir), 1);
	rig_close(&rig);
}

TEST(two_hundred_megabytes_in_little_memory, "")
{
	struct str digest;
	int64_t size = (int64_t)200 << 20;
	start((struct server_config){ 0 });
	int64_t before = resident_kb();
	struct str s = upload(a, size, size, &digest);
	int64_t grown = resident_kb() - before;
	assert_int_equal(rig_status(s), 200);
	assert_true(rig_has(s, str_fmt(a, "%lld %.*s", (long long)size, STR_ARG(digest)).p));
	if (grown > 16384)
		fail_msg("resident memory grew by %lld kB", (long long)grown);
	rig_close(&rig);
}

TEST(a_file_above_the_limit_is_refused, "")
{
	struct str digest;
	start((struct server_config){ 0 });
	struct str s = upload(a, ((int64_t)202 << 20), 0, &digest);
	assert_true(rig_status(s) == 413 || !s.n);
	usleep(200000);
	assert_int_equal(files_below(rig.dir), 0);
	rig_close(&rig);
}

TEST(a_cut_upload_leaves_nothing, "")
{
	struct str digest;
	start((struct server_config){ 0 });
	for (int i = 0; i < 5; i++)
		upload(a, 5000000, i * 1000000 + 17, &digest);
	for (int i = 0; i < 50 && files_below(rig.dir); i++)
		usleep(50000);
	assert_int_equal(files_below(rig.dir), 0);
	rig_close(&rig);
}

TEST(bad_multipart_leaves_nothing, "")
{
	static const char bad[] = "POST /do/x/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=qqq\r\nContent-Length: 90\r\n\r\n"
		"--qqq\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nabcdefabcdefabcdefabcdefabcdefabcdefabcdef";
	static const char none[] = "POST /do/x/1 HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc";
	bool closed;
	start((struct server_config){ 0 });
	assert_int_not_equal(rig_status(rig_raw(&rig, a, bad, sizeof bad - 1, &closed)), 200);
	assert_int_equal(rig_status(rig_raw(&rig, a, none, sizeof none - 1, &closed)), 400);
	usleep(100000);
	assert_int_equal(files_below(rig.dir), 0);
	rig_close(&rig);
}

TEST(draining_finishes_what_is_under_way, "")
{
	static const char slow[] = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
	bool closed;
	start((struct server_config){ 0 });
	int fd = rig_connect(&rig);
	rig_send(fd, slow, sizeof slow - 1);
	usleep(50000);
	server_drain(rig.server);
	struct str s = rig_read(a, fd, 1000, &closed);
	assert_int_equal(rig_status(s), 200);
	assert_true(rig_has(s, "Connection: close") || rig_has(s, "Connection: Close"));
	assert_true(closed);
	close(fd);
	rig_close(&rig);
}

TEST_MAIN
