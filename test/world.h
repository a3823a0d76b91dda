/*
 * A small world for tests: an empty store in a temporary folder (SQLite, or PostgreSQL when JIEBANG_TEST_PG is set and asked for), the Dazu pack,
 * the offices and an administrator, and a shorthand for acts.  Everything is a function of the counter: no clock, no randomness.
 */
#ifndef TEST_WORLD_H
#define TEST_WORLD_H

#include "test.h"

#include <unistd.h>

#include "across/party/party.h"
#include "act/act.h"
#include "base/day.h"
#include "base/hash.h"
#include "commands/init.h"
#include "commands/open.h"
#include "store/db.h"

struct world {
	struct arena *a;
	const char *path;
	struct db *db;
	struct programme *pg;
	int64_t now;
	int count;
};

static inline struct world world_new(struct arena *a)
{
	struct str error = { 0 };
	char *dir = (char *)str_fmt(a, "%s/jiebang-test-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp").p;
	assert_non_null(mkdtemp(dir));
	struct world w = { .a = a, .path = str_fmt(a, "%s/test.db", dir).p, .now = instant_of(20260105, 9, 0) };
	w.db = db_open(a, w.path, DB_WRITE, true, &error);
	if (!w.db)
		fail_msg("%.*s", STR_ARG(error));
	struct programme_begin how = { .pack = "dazu-2023", .hash = "sha256", .id = 1, .now = w.now };
	if (!programme_begin(a, w.db, &how, &error) || !(w.pg = programme_open(a, w.db, 1, &error)))
		fail_msg("%.*s", STR_ARG(error));
	struct first_admin admin = { .login = "admin", .name = "admin", .now = w.now };
	if (!programme_people(a, w.db, w.pg, &admin, &error))
		fail_msg("%.*s", STR_ARG(error));
	return w;
}

static inline void world_free(struct world *w)
{
	db_close(w->db);
}

/* An act as `role` by person and org, with a key of its own. */
static inline struct act_result world_act(struct world *w, enum act_id act, enum role role, int64_t person, int64_t org, int64_t target, const void *in)
{
	struct str n = str_fmt(w->a, "test-%d", ++w->count);
	struct act_request q = { .act = act, .programme = 1, .role = role, .person = person, .org = org, .target = target, .in = in,
		.now = w->now, .key = n, .seed = hash_text(w->a, HASH_SHA256, n) };
	return act_press(w->db, w->a, w->pg, &q);
}

#endif
