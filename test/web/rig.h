/* For tests of the web: a free loopback port, a server on it with any handler, raw bytes over a socket, a fresh store with a programme. */
#ifndef TEST_WEB_RIG_H
#define TEST_WEB_RIG_H

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "act/act.h"
#include "commands/init.h"
#include "commands/open.h"
#include "web/serve.h"
#include "web/server.h"

struct rig {
	char dir[64];
	int fd, port;
	struct server *server;
};

static __attribute__((unused)) void rig_open(struct rig *r, struct server_config *c)
{
	char tmp[128];
	signal(SIGPIPE, SIG_IGN);
	strcpy(r->dir, "/tmp/jiebang-test-XXXXXX");
	assert_non_null(mkdtemp(r->dir));
	snprintf(tmp, sizeof tmp, "%s/attachments", r->dir);
	mkdir(tmp, 0700);
	snprintf(tmp, sizeof tmp, "%s/attachments/tmp", r->dir);
	mkdir(tmp, 0700);
	r->fd = listen_on("127.0.0.1:0", &r->port);
	assert_true(r->fd >= 0);
	c->fd = r->fd;
	c->data = r->dir;
	r->server = server_start(c);
	assert_non_null(r->server);
}

static __attribute__((unused)) void rig_close(struct rig *r)
{
	char command[128];
	if (r->server)
		server_stop(r->server, 3000);
	close(r->fd);
	snprintf(command, sizeof command, "rm -rf %s", r->dir);
	assert_int_equal(system(command), 0);
}

static __attribute__((unused)) int rig_connect(const struct rig *r)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)r->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	return fd;
}

static __attribute__((unused)) bool rig_send(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t done = send(fd, p, n, MSG_NOSIGNAL);
		if (done <= 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	return true;
}

/* All until the peer closes or nothing comes for wait_ms. closed: did it close? */
static __attribute__((unused)) struct str rig_read(struct arena *a, int fd, int wait_ms, bool *closed)
{
	char *p = arena_alloc(a, 1 << 20);
	size_t n = 0;
	struct pollfd on = { fd, POLLIN, 0 };
	*closed = false;
	while (n < (1 << 20) - 1 && poll(&on, 1, wait_ms) > 0) {
		ssize_t got = recv(fd, p + n, (1 << 20) - 1 - n, 0);
		if (got <= 0) {
			*closed = true;
			break;
		}
		n += (size_t)got;
	}
	return (struct str){ p, n };
}

/* One request as bytes; the whole answer. */
static __attribute__((unused)) struct str rig_raw(const struct rig *r, struct arena *a, const char *bytes, size_t n, bool *closed)
{
	int fd = rig_connect(r);
	rig_send(fd, bytes, n);
	struct str s = rig_read(a, fd, 400, closed);
	close(fd);
	return s;
}

static __attribute__((unused)) int rig_status(struct str answer)
{
	return answer.n > 12 && !memcmp(answer.p, "HTTP/1.1 ", 9) ? atoi(answer.p + 9) : 0;
}

static __attribute__((unused)) bool rig_has(struct str answer, const char *what)
{
	return memmem(answer.p, answer.n, what, strlen(what)) != NULL;
}

/* ---- a store with a programme, its offices and the first administrator; no server ---- */

struct world {
	struct arena *a;
	char dir[64];
	struct db *db;
	struct programme *pg;
	struct web_worker w;
	int64_t now;
	int seed;
};

static __attribute__((unused)) void world_open(struct world *w)
{
	struct str error = { 0 };
	char path[128];
	*w = (struct world){ .a = arena_new((size_t)1 << 30), .now = 1768700000000 };
	strcpy(w->dir, "/tmp/jiebang-test-XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	snprintf(path, sizeof path, "%s/jiebang.db", w->dir);
	w->db = db_open(w->a, path, DB_WRITE, true, &error);
	if (!w->db)
		print_error("%.*s\n", STR_ARG(error));
	assert_non_null(w->db);
	struct programme_begin how = { .pack = "dazu-2023", .hash = "sha256", .id = 1, .now = w->now };
	bool begun = programme_begin(w->a, w->db, &how, &error);
	if (!begun)
		print_error("%.*s\n", STR_ARG(error));
	assert_true(begun);
	w->pg = programme_open(w->a, w->db, 1, &error);
	assert_non_null(w->pg);
	struct first_admin who = { .login = "admin", .name = "Admin", .now = w->now };
	bool peopled = programme_people(w->a, w->db, w->pg, &who, &error);
	if (!peopled)
		print_error("%.*s\n", STR_ARG(error));
	assert_true(peopled);
	w->w = (struct web_worker){ .site = web_site_new(w->a, &error), .pg = w->pg, .read = w->db, .write = w->db, .a = w->a, .data = str_of(w->dir) };
	if (!w->w.site)
		print_error("%.*s\n", STR_ARG(error));
	assert_non_null(w->w.site);
}

static __attribute__((unused)) void world_close(struct world *w)
{
	char command[128];
	db_close(w->db);
	snprintf(command, sizeof command, "rm -rf %s", w->dir);
	assert_int_equal(system(command), 0);
	arena_free(w->a);
}

/* A request of a world: fresh seeds each time. */
static __attribute__((unused)) struct web_request world_request(struct world *w, enum method method, const char *path)
{
	struct web_request q = { .method = method, .path = str_of(path), .host = STR("example.test"), .remote = STR("192.0.2.7"), .now = w->now,
		.type = method == METHOD_POST ? STR("application/x-www-form-urlencoded") : STR("") };
	w->seed++;
	q.seed = str_fmt(w->a, "%064d", w->seed);
	q.secret = str_fmt(w->a, "%064d", 1000000 + w->seed);
	return q;
}

static __attribute__((unused)) struct str world_header(const struct web_response *r, const char *name)
{
	const struct web_header *h = r->headers.v;
	for (size_t i = 0; i < r->headers.n; i++)
		if (str_is(h[i].name, name))
			return h[i].value;
	return (struct str){ 0 };
}

#endif
