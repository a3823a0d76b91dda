/*
 * `jiebang serve`: the options, and the server process itself (the parent stands in supervise.c).
 *
 * One process writes the store: its workers, and one ticking thread for what happens by itself.
 */
#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "act/outbox.h"
#include "act/tick.h"
#include "across/attachment/attachment.h"
#include "across/party/party.h"
#include "base/log.h"
#include "commands/command.h"
#include "commands/folder.h"
#include "commands/open.h"
#include "web/demo_clock.h"
#include "web/limiter.h"
#include "web/page_cache.h"
#include "web/serve.h"
#include "web/server.h"
#include "web/session.h"
#include "web/sign.h"

struct site {
	const struct serve_options *o;
	struct arena *a;
	const char *url;
	struct rows programmes;         /* const struct programme * */
	const struct web_site *web;
	struct limiter *limiter;
	bool demo;
	pthread_t ticker;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	bool stopping;
	struct demo_clock clock;        /* stands still at 0 outside a demo */
};

/* ---- what happens by itself ---- */

static const struct programme *programme_at(const struct site *s, size_t i)
{
	return ((const struct programme *const *)s->programmes.v)[i];
}

static void tick_minute(struct site *s, struct db *db, struct arena *a, int64_t now)
{
	for (size_t i = 0; i < s->programmes.n; i++)
		tick(db, a, programme_at(s, i), now, random_seed(a));
	if (db_begin(db)) {
		db_run(db, "sign_sessions_forget", &(struct session_key){ .life = now - 30 * (int64_t)86400000 });
		if (!db_commit(db))
			db_rollback(db);
	}
	attachments_sweep(db, a, str_of(s->o->data), now - 7 * (int64_t)86400000);
	db_checkpoint(db);
}

static void tick_mail(struct site *s, struct db *db, struct arena *a, int64_t now)
{
	struct outbox_settings mail = { s->o->mail, s->o->from ? s->o->from : "jiebang@localhost", s->o->base_url ? s->o->base_url : "" };

	if (!s->o->mail)
		return;
	for (size_t i = 0; !s->demo && i < s->programmes.n; i++)
		enter_links_send(db, a, programme_at(s, i)->id, now, random_seed(a));
	outbox_send(db, a, &mail, now);
}

/* Sleeps until `seconds` have passed; false when the server stops. */
static bool sleep_awhile(struct site *s, int seconds)
{
	struct timespec until;
	bool go;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += seconds;
	pthread_mutex_lock(&s->lock);
	while (!s->stopping && pthread_cond_timedwait(&s->wake, &s->lock, &until) == 0)
		;
	go = !s->stopping;
	pthread_mutex_unlock(&s->lock);
	return go;
}

static void *ticker_run(void *arg)
{
	struct site *s = arg;
	struct arena *own = arena_new((size_t)256 << 20), *a = arena_new((size_t)256 << 20);
	struct str error = { 0 };
	struct db *db = db_open(own, s->url, DB_WRITE, false, &error);

	if (!db)
		log_line(LOG_ERROR, "the ticking thread has no store", "why", str_c(own, error), NULL);
	for (int n = 0; db && sleep_awhile(s, 1); n++) {
		int64_t now = clock_now() + demo_clock_ahead(&s->clock);

		arena_reset(a);
		if (n % 5 == 0)
			tick_mail(s, db, a, now);
		if (n % 60 == 1)
			tick_minute(s, db, a, now);
		if (db_fault(db) != FAULT_NONE) {
			log_line(LOG_WARN, "a tick failed", "why", str_c(a, db_fault_text(db)), NULL);
			db_rollback(db);
			db_fault_clear(db);
		}
	}
	if (db)
		db_close(db);
	arena_free(a);
	arena_free(own);
	return NULL;
}

static void ticker_stop(struct site *s)
{
	pthread_mutex_lock(&s->lock);
	s->stopping = true;
	pthread_cond_broadcast(&s->wake);
	pthread_mutex_unlock(&s->lock);
	pthread_join(s->ticker, NULL);
}

/* ---- workers ---- */

static bool worker_begin(void *ctx, struct web_worker *w)
{
	struct site *s = ctx;
	struct arena *own = arena_new((size_t)256 << 20);
	struct str error = { 0 };

	w->site = s->web;
	w->programmes = s->programmes;
	w->pg = programme_at(s, 0);
	w->demo = s->demo;
	w->demo_clock = s->demo ? &s->clock : NULL;
	w->read = db_open(own, s->url, DB_READ, false, &error);
	if (w->read)
		w->write = db_open(own, s->url, DB_WRITE, false, &error);
	if (!w->read || !w->write)
		log_line(LOG_ERROR, "a worker has no store", "why", str_c(own, error), NULL);
	w->cache = page_cache_new(own);
	return w->read && w->write;
}

static void worker_end(void *ctx, struct web_worker *w)
{
	(void)ctx;
	if (w->read)
		db_close(w->read);
	if (w->write)
		db_close(w->write);
	w->read = w->write = NULL;
	page_cache_free(w->cache);
	w->cache = NULL;
}

/* ---- the process ---- */

/* What a server that died was still receiving is thrown away. */
static void upload_folder(struct site *s)
{
	struct str dir = str_fmt(s->a, "%s/attachments", s->o->data), tmp = str_fmt(s->a, "%s/tmp", dir.p);
	struct dirent *e;
	DIR *d;

	mkdir(dir.p, 0700);
	mkdir(tmp.p, 0700);
	d = opendir(tmp.p);
	while (d && (e = readdir(d)))
		if (!strncmp(e->d_name, "in-", 3))
			unlinkat(dirfd(d), e->d_name, 0);
	if (d)
		closedir(d);
}

static bool site_open(struct site *s, struct str *error)
{
	struct db *db;

	s->url = folder_database(s->a, s->o->data, s->o->database);
	s->demo = folder_is_demo(s->a, s->o->data) && listens_on_loopback(s->o->listen_fd);
	if (s->demo)
		demo_clock_open(&s->clock, s->a, str_of(s->o->data));
	upload_folder(s);
	db = db_open(s->a, s->url, DB_READ, false, error);
	if (!db && db_upgrade(s->a, s->url, error))
		db = db_open(s->a, s->url, DB_READ, false, error);
	if (!db)
		return false;
	s->programmes = programmes_open(s->a, db, error);
	db_close(db);
	if (!s->programmes.n)
		return false;
	s->web = web_site_new(s->a, error);
	s->limiter = limiter_new((int)sysconf(_SC_NPROCESSORS_ONLN) + 2, random_seed(s->a));
	return s->web != NULL;
}

static void say(const struct serve_options *o, char what)
{
	if (o->parent_fd >= 0 && write(o->parent_fd, &what, 1) != 1)
		log_line(LOG_WARN, "the parent is gone", NULL);
}

static void drain_and_stop(struct site *s, struct server *server)
{
	server_drain(server);
	ticker_stop(s);
	server_release(server);
	say(s->o, SERVE_RELEASED);
	server_stop(server, 600000);
	limiter_free(s->limiter);
}

int serve_run(const struct serve_options *o)
{
	struct site s = { .o = o, .a = arena_new((size_t)1 << 30) };
	struct str error = { 0 };
	sigset_t set;
	int got;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	pthread_mutex_init(&s.lock, NULL);
	pthread_cond_init(&s.wake, NULL);
	if (!site_open(&s, &error)) {
		fprintf(stderr, "jiebang serve: %.*s\n", STR_ARG(error));
		return 1;
	}
	struct server_config config = {
		.fd = o->listen_fd, .workers = o->workers, .behind_proxy = o->behind_proxy, .data = o->data, .limiter = s.limiter,
		.worker_begin = worker_begin, .worker_end = worker_end, .handle = web_handle, .may_upload = may_upload, .ctx = &s,
	};
	struct server *server = server_start(&config);
	if (!server || pthread_create(&s.ticker, NULL, ticker_run, &s))
		return 1;
	say(o, SERVE_READY);
	do
		sigwait(&set, &got);
	while (got == SIGHUP);
	drain_and_stop(&s, server);
	arena_free(s.a);
	return 0;
}

static int number(int argc, char **argv, const char *name, int otherwise)
{
	const char *v = option(argc, argv, name);
	int64_t n;

	return v && str_int(str_of(v), &n) && n >= 0 && n < 100000 ? (int)n : otherwise;
}

int command_serve(int argc, char **argv)
{
	static const char *const with_value[] = { "data", "listen", "database", "workers", "mail", "from", "base-url", "listen-fd", "parent-fd", NULL };
	static const char *const flags[] = { "behind-proxy", "help", NULL };
	struct serve_options o = {
		.data = option(argc, argv, "data"), .listen = option(argc, argv, "listen"), .database = option(argc, argv, "database"),
		.mail = option(argc, argv, "mail"), .from = option(argc, argv, "from"), .base_url = option(argc, argv, "base-url"),
		.workers = number(argc, argv, "workers", 4), .behind_proxy = option_flag(argc, argv, "behind-proxy"),
		.listen_fd = number(argc, argv, "listen-fd", -1), .parent_fd = number(argc, argv, "parent-fd", -1),
	};

	if (!options_known(argc, argv, with_value, flags) || !o.data || o.workers < 1 || o.workers > 256) {
		fprintf(stderr, "usage: jiebang serve --data DIR --listen HOST:PORT [--database URL] [--workers N] [--mail smtp://HOST:PORT]\n"
			"       [--from ADDRESS] [--base-url https://HOST] [--behind-proxy]\n");
		return 2;
	}
	if (!folder_exists(o.data)) {
		fprintf(stderr, "jiebang serve: %s is no data folder; run: jiebang init --data %s\n", o.data, o.data);
		return 1;
	}
	o.listen = o.listen ? o.listen : "127.0.0.1:8080";
	return o.listen_fd >= 0 ? serve_run(&o) : supervise(&o, argc, argv);
}
