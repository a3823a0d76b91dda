/*
 * Drafts: what somebody has typed and not yet sent, kept outside the book; one for each person, act and target.
 *
 * A form that was sent after the session had ended is kept under a token instead of a person, and offered again after signing in.
 */
#include "web/inside.h"
#include "base/day.h"
#include "base/hash.h"
#include "base/limits.h"

#define DRAFTS_MOST 200         /* of one person */

static struct str pairs_text(struct arena *a, struct rows pairs)
{
	struct buf b = { .arena = a };
	const struct form_pair *p = pairs.v;

	for (size_t i = 0; i < pairs.n; i++) {
		if (i)
			buf_putc(&b, '&');
		buf_url(&b, p[i].name);
		buf_putc(&b, '=');
		buf_url(&b, p[i].value);
	}
	return buf_str(&b);
}

/* 52 bits of the request's seed: ids of drafts lie outside the book's. */
static int64_t draft_id(struct str seed)
{
	int64_t id = 0;

	for (size_t i = 0; i < 13 && i < seed.n; i++) {
		char c = seed.p[i];

		id = id * 16 + (c >= 'a' ? c - 'a' + 10 : c - '0');
	}
	return id;
}

static struct draft_row key_of(struct ask *k, const char *act, int64_t target, struct str token)
{
	struct draft_row d = { .person = token.n ? 0 : k->who->person, .act = str_of(act), .target = target };

	d.token = token.n ? hash_text(k->w->a, HASH_SHA256, token) : STR("");
	return d;
}

bool draft_read(struct ask *k, const char *act, int64_t target, struct str token, struct rows *pairs, int64_t *at)
{
	struct draft_row key = key_of(k, act, target, token), d;
	struct str error;

	if ((!key.person && !token.n) || !db_one(k->v.db, k->v.a, "draft_read", &key, &d))
		return false;
	*at = d.at;
	return form_pairs_from_urlencoded(k->w->a, d.body_secret, pairs, &error);
}

static bool written(struct ask *k, const char *statement, const struct draft_row *d)
{
	struct db *db = k->w->write;
	bool good;

	if (!db_begin(db))
		return false;
	db_run(db, statement, d);
	good = db_fault(db) == FAULT_NONE && db_commit(db);
	if (!good) {
		db_rollback(db);
		db_fault_clear(db);
	}
	return good;
}

/* Nobody fills the disk with drafts. */
static bool has_room(struct ask *k, const struct draft_row *d)
{
	struct id_key key = { .id = d->person };
	struct count_row n = { 0 };
	struct draft_row old;

	if (!d->person || db_one(k->v.db, k->v.a, "draft_read", d, &old))
		return true;
	return db_one(k->v.db, k->v.a, "draft_count", &key, &n) && n.n < DRAFTS_MOST;
}

bool draft_keep(struct ask *k, const char *act, int64_t target, struct str token, struct rows pairs)
{
	struct draft_row d = key_of(k, act, target, token);

	if (token.n) {
		struct draft_row old = { .at = k->q->now - MS_PER_DAY };

		written(k, "draft_purge", &old);
	}
	d.id = draft_id(k->q->seed);
	d.at = k->q->now;
	d.body_secret = pairs_text(k->w->a, pairs);
	return d.body_secret.n <= LIMIT_FORM_BYTES && (d.person || token.n) && has_room(k, &d) && written(k, "draft_put", &d);
}

void draft_drop(struct ask *k, const char *act, int64_t target)
{
	struct draft_row d = key_of(k, act, target, STR(""));

	if (d.person)
		written(k, "draft_drop", &d);
}
