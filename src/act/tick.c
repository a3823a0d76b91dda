/*
 * The tick: what is due -> acts by nobody's hand, each through the same door with a key that makes it happen once.
 *
 * Notices whose last day has passed; stages and things beside the road whose owner let the limit come near (a reminder) or pass (somebody above
 * is told; an act by itself, where the pack names one).
 */
#include "act/tick.h"

#include "across/deadline/deadline.h"
#include "across/law/law.h"
#include "across/signing/signing.h"
#include "act/journal.h"
#include "base/day.h"
#include "base/hash.h"
#include "base/log.h"

struct ticking {
	struct db *db;
	struct arena *a;
	const struct programme *pg;
	int64_t now, today;
	struct str seed;
	int done;
};

static bool press(struct ticking *t, enum act_id act, int64_t target, const void *in, struct str key)
{
	struct act_request q = { .act = act, .programme = t->pg->id, .role = ROLE_system, .target = target, .in = in, .now = t->now, .key = key,
		.seed = hash_text(t->a, HASH_SHA256, str_fmt(t->a, "%.*s %.*s", STR_ARG(t->seed), STR_ARG(key))) };
	struct act_result r = act_run(t->db, t->a, t->pg, &q);

	t->done += r.answer == ANSWER_DONE;
	if (r.answer == ANSWER_FAULT)
		log_line(LOG_WARN, "tick: store fault", NULL);
	return r.answer == ANSWER_DONE;
}

/* Money that has to come back: reminded of before its day, reported to the offices after it. */
static void recoveries(struct ticking *t)
{
	static const struct empty_form in;
	int64_t soon = day_add(t->today, policy_param(t->pg->policy, RULE_recovery_term, "remind"));
	struct recovery_tick_key key = { t->pg->id, t->today, soon };
	struct rows remind = db_all(t->db, t->a, "recovery_remind_due", &key), late = db_all(t->db, t->a, "recovery_overdue", &key);
	const struct tick_due *d = remind.v;

	for (size_t i = 0; i < remind.n; i++)
		press(t, ACT_recovery_remind, d[i].id, &in, str_fmt(t->a, "recovery-remind-%lld", (long long)d[i].id));
	d = late.v;
	for (size_t i = 0; i < late.n; i++)
		press(t, ACT_recovery_escalate, d[i].id, &in, str_fmt(t->a, "recovery-late-%lld", (long long)d[i].id));
}

static void notices(struct ticking *t)
{
	struct rows due = db_all(t->db, t->a, "notice_due", &(struct tick_key){ t->pg->id, t->today });
	const struct tick_due *d = due.v;

	for (size_t i = 0; i < due.n; i++) {
		struct empty_form in = { 0 };
		press(t, ACT_notice_end, d[i].challenge, &in, str_fmt(t->a, "notice-end-%lld", (long long)d[i].id));
	}
}

/* The key of what happens once for a stay in a stage, or for a thing and its limit. */
static struct str once(struct ticking *t, const char *what, int64_t challenge, const struct deadline_form *in)
{
	struct str all = hash_text(t->a, HASH_SHA256, str_fmt(t->a, "%.*s %lld %.*s %lld %lld", STR_ARG(in->stage), (long long)in->since,
		STR_ARG(in->what), (long long)in->thing, (long long)in->due));

	return str_fmt(t->a, "%s-%lld-%.16s", what, (long long)challenge, all.p);
}

static void lapse(struct ticking *t, const struct deadline_case *c, const struct road_stage *s, const struct deadline_form *in)
{
	struct empty_form nothing = { 0 };
	enum act_id act;

	if (act_find(s->late.lapse, &act))
		press(t, act, c->id, &nothing, once(t, "lapse", c->id, in));
}

static void stage_late(struct ticking *t, const struct deadline_case *c)
{
	const struct road_stage *s = policy_stage(programme_pack(t->pg, c->pack), c->stage);
	struct deadline_days d = deadline_of_stage(s, c->stage_since);
	struct deadline_form in = { .stage = c->stage, .since = c->stage_since, .due = d.due };

	if (!d.due)
		return;
	if (d.remind && t->today >= d.remind && !c->reminded)
		press(t, ACT_deadline_remind, c->id, &in, once(t, "remind", c->id, &in));
	if (d.escalate && t->today >= d.escalate && !c->escalated)
		press(t, ACT_deadline_escalate, c->id, &in, once(t, "escalate", c->id, &in));
	if (d.lapse && t->today >= d.lapse)
		lapse(t, c, s, &in);
}

static void stages(struct ticking *t)
{
	struct rows all = db_all(t->db, t->a, "deadline_cases", &(struct deadline_key){ .programme = t->pg->id });
	const struct deadline_case *c = all.v;

	for (size_t i = 0; i < all.n; i++)
		stage_late(t, &c[i]);
}

static void thing_step(struct ticking *t, const struct due_thing *d, const char *name, enum act_id act, const char *step)
{
	struct deadline_form in = { .what = str_of(name), .thing = d->id, .due = d->due };
	struct deadline_key key = { .challenge = d->challenge, .step = str_of(step), .what = in.what, .thing = d->id, .due = d->due };
	struct count_row n = { 0 };

	if (!db_one(t->db, t->a, "deadline_done", &key, &n) || n.n)
		return;
	press(t, act, d->challenge, &in, once(t, step, d->challenge, &in));
}

static void things(struct ticking *t)
{
	const char **names;
	struct rows all = deadline_things(t->db, t->a, t->pg->id, t->today, &names);
	const struct due_thing *d = all.v;

	for (size_t i = 0; i < all.n; i++) {
		struct deadline_days days = deadline_days(deadline_late_of(programme_pack(t->pg, d[i].pack), &d[i]), d[i].due);
		if (!d[i].challenge)
			continue;
		if (days.remind && t->today >= days.remind)
			thing_step(t, &d[i], names[i], ACT_deadline_remind, "remind");
		if (days.escalate && t->today >= days.escalate)
			thing_step(t, &d[i], names[i], ACT_deadline_escalate, "escalate");
	}
}

/* First signatures that nobody answered in the pack's days (0: no limit), or whose matter has changed since. */
static void signings(struct ticking *t)
{
	int64_t days = policy_param(t->pg->policy, RULE_second_person, "days");
	struct signing_key key = { .programme = t->pg->id, .before = days ? t->now - days * MS_PER_DAY : 0 };
	struct rows due = db_all(t->db, t->a, "signing_due", &key);
	const struct id_key *d = due.v;

	for (size_t i = 0; i < due.n; i++) {
		struct empty_form in = { 0 };
		press(t, ACT_first_sign_lapse, d[i].id, &in, str_fmt(t->a, "first-sign-lapse-%lld", (long long)d[i].id));
	}
}

int tick(struct db *write, struct arena *a, const struct programme *pg, int64_t now, struct str seed)
{
	struct ticking t = { write, a, programme_now(write, a, pg, instant_day(now)), now, instant_day(now), seed, 0 };

	notices(&t);
	recoveries(&t);
	stages(&t);
	things(&t);
	signings(&t);
	return t.done;
}
