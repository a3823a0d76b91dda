/*
 * A whole site without a socket: an empty SQLite store in memory's file system, a story told into it, a worker over it, and a session for whom
 * one likes.  For fuzzers and for tests that walk over pages.
 */
#ifndef TEST_TOLD_H
#define TEST_TOLD_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/hash.h"
#include "commands/init.h"
#include "commands/open.h"
#include "story/story.h"
#include "web/session.h"
#include "web/web.h"

struct told {
	struct arena *a, *request;
	struct web_worker worker;
	struct str error;
	char *dir;
	int64_t now;
	int tries;
	struct str taint;
	const char *pack;               /* NULL: Dazu's */
};

static inline bool told_read(void *ctx, struct arena *a, struct str name, struct str *text)
{
	FILE *f = fopen(str_fmt(a, "%s/%.*s", (const char *)ctx, STR_ARG(name)).p, "rb");
	struct buf b = { .arena = a };
	char part[4096];
	if (!f)
		return false;
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_put(&b, (struct str){ part, n });
	fclose(f);
	*text = buf_str(&b);
	return true;
}

static inline bool told_story(struct told *t, struct programme *pg, const char *stories, const char *name, int64_t end)
{
	struct str text;
	if (!told_read((void *)stories, t->a, str_of(name), &text))
		return t->error = STR("no such story"), false;
	struct rows parts = story_parts(t->a, text);
	struct story_world *w = story_new(t->a, t->worker.write, pg);
	story_read_by(w, told_read, (void *)stories);
	story_taint(w, t->taint);
	bool good = parts.n && story_run(w, str_of(name), parts.v, &t->error);
	story_free(w);
	t->now = end;
	return good;
}

/* t->taint is set or empty before. stories: the folder; name: the file whose first story is told.  False: t->error says why. */
static inline bool told_open(struct told *t, const char *stories, const char *name)
{
	struct programme_begin how = { .pack = t->pack ? t->pack : "dazu-2023", .hash = "sha256", .id = 1, .now = instant_of(20251231, 9, 0) };
	struct first_admin who = { .login = "admin", .name = "admin", .now = how.now };
	struct str taint = t->taint;
	*t = (struct told){ .taint = taint, .a = arena_new((size_t)1 << 30), .request = arena_new((size_t)256 << 20) };
	t->dir = (char *)str_fmt(t->a, "%s/jiebang-told-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp").p;
	if (!mkdtemp(t->dir))
		return false;
	const char *url = str_fmt(t->a, "%s/jiebang.db", t->dir).p;
	struct web_worker *w = &t->worker;
	*w = (struct web_worker){ .a = t->request, .data = str_of(t->dir) };
	w->write = db_open(t->a, url, DB_WRITE, true, &t->error);
	if (!w->write || !programme_begin(t->a, w->write, &how, &t->error))
		return false;
	struct programme *pg = programme_open(t->a, w->write, 1, &t->error);
	w->pg = pg;
	if (!pg || !programme_people(t->a, w->write, pg, &who, &t->error) || !told_story(t, pg, stories, name, instant_of(20280105, 9, 0)))
		return false;
	w->read = db_open(t->a, url, DB_READ, false, &t->error);
	w->site = w->read ? web_site_new(t->a, &t->error) : NULL;
	return w->site != NULL;
}

static inline void told_close(struct told *t)
{
	static const char *const tails[] = { "", "-wal", "-shm", ".lock" };
	if (t->worker.read)
		db_close(t->worker.read);
	if (t->worker.write)
		db_close(t->worker.write);
	for (int i = 0; i < 4; i++)
		unlink(str_fmt(t->a, "%s/jiebang.db%s", t->dir, tails[i]).p);
	rmdir(t->dir);
	arena_free(t->request);
	arena_free(t->a);
}

static inline struct web_request told_request(struct told *t, const char *path)
{
	struct arena *a = t->request;
	struct str seed = str_fmt(a, "told %d", ++t->tries);
	const char *query = strchr(path, '?');
	return (struct web_request){ .method = METHOD_GET, .path = { path, query ? (size_t)(query - path) : strlen(path) },
		.query = str_of(query ? query + 1 : ""), .host = STR("localhost"), .remote = STR("127.0.0.1"), .accept = STR("text/html"),
		.now = t->now, .seed = hash_text(a, HASH_SHA256, seed), .secret = hash_text(a, HASH_SHA256, str_join(a, seed, "-", STR("s"))) };
}

/* The cookie of a new session for a person by login or name; "" when there is none. Lasts as long as t. */
static inline struct str told_cookie(struct told *t, const char *name)
{
	struct story_key key = { .programme = 1, .name = str_of(name), .taint = t->taint };
	struct story_actor who;
	struct web_request q = told_request(t, "/");
	if (!db_one(t->worker.write, t->a, "story_actor_named", &key, &who))
		return STR("");
	struct str cookie = session_start(&t->worker, &q, who.id);
	cookie = str_cut(&cookie, ';');
	return str_copy(t->a, cookie);
}

#endif
