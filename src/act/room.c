/*
 * What the rooms' facts, judge and apply functions call: verdicts, ids, rows, moves, numbers, notices.
 *
 * Only inside a run of act_run() (act_write and what follows only inside apply).
 */
#include <assert.h>

#include "act/door.h"
#include "base/day.h"

void act_verdict(struct act_run *r, struct verdict v)
{
	if (v.outcome == HOLDS || !policy_enabled(r->policy, v.rule))
		return;
	assert(r->door->verdicts_n < LIMIT_VERDICTS);
	r->door->verdicts[r->door->verdicts_n++] = v;
}

bool act_missing(struct act_run *r)
{
	r->door->missing = true;
	return false;
}

bool act_not_now(struct act_run *r, struct str state)
{
	r->door->not_now = true;
	r->door->state = state;
	return false;
}

int64_t act_id_next(struct act_run *r)
{
	assert(r->door->writes && r->door->ids < LIMIT_ACT_ROWS);
	return r->door->journal + ++r->door->ids;
}

struct str act_random(struct act_run *r)
{
	struct str all = hash_text(r->a, HASH_SHA256, str_fmt(r->a, "%.*s %lld", STR_ARG(r->q->seed), (long long)++r->door->randoms));
	return (struct str){ all.p, 32 };
}

/* The columns `id` and `act` of a row, by its statement's table. */
static void touch(struct act_run *r, struct str table, int64_t id)
{
	struct act_door *d = r->door;
	for (size_t i = 0; i < d->rows_n; i++)
		if (d->rows[i].id == id && str_eq(d->rows[i].table, table))
			return;
	assert(d->rows_n < LIMIT_ACT_ROWS);
	d->rows[d->rows_n++] = (struct touched){ table, id };
}

void act_write(struct act_run *r, const char *statement, void *row)
{
	assert(r->door->writes);
	const struct fields *t = db_statement_in(r->db, statement);
	struct str table = db_statement_writes(r->db, statement);
	assert(t && table.n);
	const struct field *id = field_find(t, STR("id")), *act = field_find(t, STR("act"));
	assert(id && act);
	FIELD_INT(row, act) = r->seq;
	db_put(r->db, statement, row, 1);
	touch(r, table, FIELD_INT(row, id));
}

static const struct road_step *step_to(const struct policy *p, struct str stage, const char *act, const char *to)
{
	struct road_step *s = p->steps.v;
	for (size_t i = 0; i < p->steps.n; i++)
		if (str_eq(s[i].from, stage) && str_is(s[i].act, act) && (!to || str_is(s[i].to, to)))
			return &s[i];
	return NULL;
}

void act_move(struct act_run *r, int64_t challenge, const char *to)
{
	struct challenge_row c;
	struct id_key key = { .id = challenge };
	if (!db_one(r->db, r->a, "challenge_read", &key, &c)) {
		assert(db_fault(r->db) != FAULT_NONE);
		return;
	}
	struct str from = c.stage.n ? c.stage : STR("start");
	const struct road_step *s = step_to(programme_pack(r->pg, c.pack), from, r->info->name, to);
	if (!s) {
		act_not_now(r, c.stage);
		return;
	}
	r->door->stage_after = s->to;
	if (!r->challenge)
		r->challenge = challenge;
	if (str_eq(s->to, c.stage))
		return;
	c.stage = s->to;
	c.stage_since = r->today;
	act_write(r, "challenge_move", &c);
}

struct str act_number(struct act_run *r, const char *series)
{
	int year = day_year(r->today);
	struct journal_key key = { .programme = r->q->programme, .name = str_fmt(r->a, "%s %d", series, year) };
	struct series_row s;
	if (db_one(r->db, r->a, "series_read", &key, &s)) {
		s.last++;
		act_write(r, "series_update", &s);
	} else {
		s = (struct series_row){ .id = act_id_next(r), .programme = r->q->programme, .name = key.name, .last = 1 };
		act_write(r, "series_insert", &s);
	}
	if (str_is(str_of(series), "challenge"))
		return str_fmt(r->a, "%.*s-%d-%03lld", STR_ARG(r->pg->prefix), year, (long long)s.last);
	struct str code = policy_series_code(r->policy, series);
	return str_fmt(r->a, "%.*s-%.*s-%d-%03lld", STR_ARG(r->pg->prefix), STR_ARG(code), year, (long long)s.last);
}

static void tell(struct act_run *r, struct rows people, struct str title, struct str text, struct str link)
{
	struct act_door *d = r->door;
	const struct tell_row *p = people.v;
	for (size_t i = 0; i < people.n && d->inboxes < LIMIT_ACT_ROWS; i++) {
		struct inbox_row in = { .id = d->journal + ++d->inboxes, .person = p[i].id, .journal = d->journal, .at = r->now,
			.title = title, .body = text, .link = link };
		db_put(r->db, "inbox_insert", &in, 1);
		if (!p[i].email_secret.n)
			continue;
		struct outbox_row mail = { .id = d->journal + ++d->outboxes, .at = r->now, .to_secret = p[i].email_secret, .title = title,
			.body = text, .next_at = r->now };
		db_put(r->db, "outbox_insert", &mail, 1);
	}
}

void act_tell_person(struct act_run *r, int64_t person, struct str title, struct str text, struct str link)
{
	struct tell_key key = { .programme = r->q->programme, .person = person };
	tell(r, db_all(r->db, r->a, "tell_person", &key), title, text, link);
}

void act_tell_org(struct act_run *r, int64_t org, struct str title, struct str text, struct str link)
{
	struct tell_key key = { .programme = r->q->programme, .org = org };
	tell(r, db_all(r->db, r->a, "tell_org", &key), title, text, link);
}

void act_tell_role(struct act_run *r, enum role role, struct str title, struct str text, struct str link)
{
	struct tell_key key = { .programme = r->q->programme, .role = str_of(role_name(role)) };
	tell(r, db_all(r->db, r->a, "tell_role", &key), title, text, link);
}
