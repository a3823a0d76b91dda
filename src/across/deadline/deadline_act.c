/*
 * What the system does when nobody acts: it reminds the owner, it tells whoever watches over the limit.  The act by itself (lapse) belongs to the
 * room whose thing lapses.  Done by act/tick.c only; the acts look again whether the limit is what the tick thought.
 */
#include "across/deadline/deadline.h"
#include "base/day.h"
#include "base/word.h"

struct late_run {
	struct challenge_row c;
	struct due_thing thing;
	struct deadline_days days;
	const struct road_late *late;
	struct str owner, what;
};

static bool stage_facts(struct act_run *r, const struct deadline_form *in, struct late_run *s)
{
	const struct road_stage *stage = policy_stage(r->policy, s->c.stage);

	if (!str_eq(in->stage, s->c.stage) || in->since != s->c.stage_since || !stage)
		return act_not_now(r, s->c.stage);
	s->late = &stage->late;
	s->days = deadline_of_stage(stage, s->c.stage_since);
	s->owner = stage->owner;
	s->what = stage->label;
	return true;
}

static bool thing_facts(struct act_run *r, const struct deadline_form *in, struct late_run *s)
{
	const char **names;
	struct rows all = deadline_things(r->db, r->a, r->q->programme, r->today, &names);
	const struct due_thing *t = all.v;

	for (size_t i = 0; i < all.n; i++) {
		if (t[i].id != in->thing || !str_is(in->what, names[i]) || t[i].challenge != r->challenge)
			continue;
		s->thing = t[i];
		s->late = deadline_late_of(r->policy, &t[i]);
		s->days = deadline_days(s->late, t[i].due);
		s->owner = t[i].role;
		s->what = t[i].what;
		return true;
	}
	return act_not_now(r, s->c.stage);
}

static struct late_run *late_facts(struct act_run *r)
{
	const struct deadline_form *in = r->in;
	struct late_run *s = r->facts = NEW(r->a, struct late_run);

	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &s->c))
		return act_missing(r), NULL;
	if (!(in->what.n ? thing_facts(r, in, s) : stage_facts(r, in, s)))
		return NULL;
	if (s->days.due != in->due)
		return act_not_now(r, s->c.stage), NULL;
	return s;
}

static void tell_side(struct act_run *r, const struct late_run *s, struct str title, struct str text, struct str link)
{
	struct id_key awardee = { 0 };

	if (s->thing.person)
		act_tell_person(r, s->thing.person, title, text, link);
	else if (s->thing.org)
		act_tell_org(r, s->thing.org, title, text, link);
	else if (str_is(s->owner, "demander"))
		act_tell_org(r, s->c.demander, title, text, link);
	else if (str_is(s->owner, "bidder") && db_one(r->db, r->a, "deadline_awardee", &(struct challenge_key){ r->challenge }, &awardee))
		act_tell_org(r, awardee.id, title, text, link);
}

static void tell_owner(struct act_run *r, const struct late_run *s, struct str title, struct str text)
{
	struct str link = str_fmt(r->a, "/challenges/%lld", (long long)r->challenge);
	enum role role;

	tell_side(r, s, title, text, link);
	if (str_is(s->owner, "expert") && !s->thing.person) {
		struct rows seats = db_all(r->db, r->a, "deadline_seats", &(struct challenge_key){ r->challenge });
		const struct id_key *seat = seats.v;

		for (size_t i = 0; i < seats.n; i++)
			act_tell_person(r, seat[i].id, title, text, link);
	} else if (!s->thing.person && !s->thing.org && role_find(s->owner, &role) && role != ROLE_system) {
		act_tell_role(r, role, title, text, link);
	}
}

static void keep(struct act_run *r, const char *step, const struct late_run *s, struct str told)
{
	const struct deadline_form *in = r->in;
	struct deadline_row row = { .id = act_id_next(r), .challenge = r->challenge, .step = str_of(step), .stage = in->stage, .since = in->since,
		.what = in->what, .thing = in->thing, .due = in->due, .owner = s->owner, .told = told, .day = r->today };

	act_write(r, "deadline_step_insert", &row);
	r->made = r->challenge;
}

static struct str said(struct act_run *r, enum word_id id, const struct late_run *s)
{
	return word(r->a, id, "number", str_c(r->a, s->c.number), "what", str_c(r->a, s->what), "due", str_c(r->a, day_text(r->a, s->days.due)), NULL);
}

/* ---- deadline_remind ---- */

bool deadline_remind_facts(struct act_run *r)
{
	const struct late_run *s = late_facts(r);

	return s && ((s->days.remind && r->today >= s->days.remind) || act_not_now(r, s->c.stage));
}

void deadline_remind_apply(struct act_run *r)
{
	const struct late_run *s = r->facts;

	keep(r, "remind", s, s->owner);
	tell_owner(r, s, said(r, WORD_deadline_remind, s), said(r, WORD_deadline_remind_text, s));
}

/* ---- deadline_escalate ---- */

bool deadline_escalate_facts(struct act_run *r)
{
	const struct late_run *s = late_facts(r);

	return s && ((s->days.escalate && r->today >= s->days.escalate) || act_not_now(r, s->c.stage));
}

void deadline_escalate_apply(struct act_run *r)
{
	const struct late_run *s = r->facts;
	enum role role;

	keep(r, "escalate", s, s->late->escalate_to);
	if (role_find(s->late->escalate_to, &role))
		act_tell_role(r, role, said(r, WORD_deadline_escalate, s), said(r, WORD_deadline_escalate_text, s),
			str_fmt(r->a, "/challenges/%lld", (long long)r->challenge));
	tell_owner(r, s, said(r, WORD_deadline_escalate, s), said(r, WORD_deadline_escalated_text, s));
}
