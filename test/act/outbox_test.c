/* The outbox against a peer that speaks SMTP on loopback: what arrives, what is tried again. */
#include "world.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <sqlite3.h>
#include <sys/socket.h>

#include "act/journal.h"
#include "act/outbox.h"

struct peer {
	int fd, port;
	bool refuse;
	char mail[65536];
	size_t n;
};

static void say(int fd, const char *line)
{
	assert_true(write(fd, line, strlen(line)) == (ssize_t)strlen(line));
}

/* One conversation: answers each line, keeps what comes between DATA and the lone dot. */
static void *serve(void *ctx)
{
	struct peer *p = ctx;
	char line[4096];
	bool data = false;
	int fd = accept(p->fd, NULL, NULL);
	FILE *in = fdopen(dup(fd), "r");
	say(fd, "220 peer\r\n");
	while (fgets(line, sizeof line, in)) {
		if (data && strcmp(line, ".\r\n")) {
			size_t n = strlen(line);
			memcpy(p->mail + p->n, line, n);
			p->n += n;
			continue;
		}
		if (!data && p->refuse && !strncmp(line, "RCPT", 4))
			say(fd, "450 later\r\n");
		else if (!data && !strncmp(line, "DATA", 4))
			say(fd, "354 go\r\n"), data = true;
		else if (!strncmp(line, "QUIT", 4)) {
			say(fd, "221 bye\r\n");
			break;
		} else
			say(fd, "250 ok\r\n"), data = false;
	}
	fclose(in);
	close(fd);
	return NULL;
}

static void peer_open(struct peer *p)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t n = sizeof at;
	p->fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(p->fd, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(p->fd, 1), 0);
	assert_int_equal(getsockname(p->fd, (struct sockaddr *)&at, &n), 0);
	p->port = ntohs(at.sin_port);
}

static void queue(struct world *w)
{
	struct outbox_row m = { .id = 99, .at = w->now, .to_secret = STR("to@example.invalid"), .title = STR("\xe5\x85\xac\xe7\xa4\xba"),
		.body = STR("hello"), .next_at = w->now };
	sqlite3 *raw;           /* what registering the offices queued is not our matter here */
	assert_int_equal(sqlite3_open(w->path, &raw), SQLITE_OK);
	assert_int_equal(sqlite3_exec(raw, "delete from outbox", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(raw);
	assert_true(db_begin(w->db) && db_run(w->db, "outbox_insert", &m) == 1 && db_commit(w->db));
}

static int send_to(struct world *w, struct peer *p, int64_t now)
{
	pthread_t t;
	pthread_create(&t, NULL, serve, p);
	struct outbox_settings s = { .url = str_fmt(w->a, "smtp://127.0.0.1:%d", p->port).p, .from = "site@example.invalid" };
	int sent = outbox_send(w->db, w->a, &s, now);
	pthread_join(t, NULL);
	return sent;
}

TEST(a_due_mail_goes_out_once, "")
{
	struct world w = world_new(a);
	static struct peer p;
	p = (struct peer){ 0 };
	peer_open(&p);
	queue(&w);
	assert_int_equal(send_to(&w, &p, w.now), 1);
	assert_non_null(strstr(p.mail, "Subject: =?UTF-8?B?5YWs56S6?="));
	assert_non_null(strstr(p.mail, "aGVsbG8="));
	struct outbox_settings s = { .url = "smtp://127.0.0.1:1", .from = "x@example.invalid" };
	assert_int_equal(outbox_send(w.db, a, &s, w.now + 86400000), 0);
	struct journal_key key = { .now = w.now + 86400000 };
	assert_int_equal(db_all(w.db, a, "outbox_due", &key).n, 0);
	close(p.fd);
	world_free(&w);
}

TEST(a_refused_mail_is_tried_again_later, "")
{
	struct world w = world_new(a);
	static struct peer p;
	p = (struct peer){ .refuse = true };
	peer_open(&p);
	queue(&w);
	assert_int_equal(send_to(&w, &p, w.now), 0);
	struct journal_key key = { .now = w.now };
	assert_int_equal(db_all(w.db, a, "outbox_due", &key).n, 0);
	key.now = w.now + 60000;
	struct rows due = db_all(w.db, a, "outbox_due", &key);
	assert_int_equal(due.n, 1);
	assert_int_equal(((struct outbox_row *)due.v)->tries, 1);
	p.refuse = false;
	assert_int_equal(send_to(&w, &p, w.now + 60000), 1);
	close(p.fd);
	world_free(&w);
}

TEST(nothing_is_sent_without_a_server, "")
{
	struct world w = world_new(a);
	queue(&w);
	struct outbox_settings s = { 0 };
	assert_int_equal(outbox_send(w.db, a, &s, w.now), 0);
	struct journal_key key = { .now = w.now };
	assert_int_equal(db_all(w.db, a, "outbox_due", &key).n, 1);
	world_free(&w);
}

TEST_MAIN
