/*
 * While bids are received: the bureau moves the deadline to a later instant (8.3.a), before it is over, as a correction that is published where
 * the list was; whoever has sent a bid is told and may send a new version.  The demander may take its demand back: bids stay sealed.
 *
 * Who has sent something is read here to tell them and goes into no row and no answer.
 */
#include "base/day.h"
#include "base/word.h"
#include "life/3-bid/extend.h"
#include "life/3-bid/extend_facts.h"

struct extending {
	struct extend_facts f;
	struct challenge_row c;
};

struct rows deadline_changes(struct db *db, struct arena *a, int64_t challenge)
{
	return db_all(db, a, "deadline_changes_of", &(struct challenge_key){ challenge });
}

static bool load(struct act_run *r, struct extending **out)
{
	struct extending *o = r->facts = NEW(r->a, struct extending);

	*out = o;
	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &o->c))
		return act_missing(r);
	o->f.now = r->now;
	o->f.today = r->today;
	o->f.old_deadline = o->c.deadline;
	return true;
}

static void tell_senders(struct act_run *r, struct str title, struct str text)
{
	struct rows all = db_all(r->db, r->a, "extend_senders", &(struct challenge_key){ r->challenge });
	const struct challenge_row *c = all.v;

	for (size_t i = 0; i < all.n; i++)
		act_tell_org(r, c[i].demander, title, text, str_fmt(r->a, "/open/%lld", (long long)r->challenge));
}

/* ---- deadline_extend ---- */

bool deadline_extend_facts(struct act_run *r)
{
	const struct deadline_extend_form *in = r->in;
	struct extending *o;
	struct count_row n = { 0 };

	if (!load(r, &o))
		return false;
	db_one(r->db, r->a, "deadline_change_count", &(struct challenge_key){ r->challenge }, &n);
	o->f.times = n.n;
	o->f.new_deadline = in->deadline;
	o->f.new_day = in->deadline ? instant_day(in->deadline) : 0;
	o->f.days = in->deadline && o->c.deadline ? day_between(instant_day(o->c.deadline), o->f.new_day) : 0;
	return true;
}

void deadline_extend_judge(struct act_run *r)
{
	const struct extend_facts *f = &((struct extending *)r->facts)->f;

	act_verdict(r, rule_deadline_not_over(f, r->policy));
	act_verdict(r, rule_deadline_later(f, r->policy));
	act_verdict(r, rule_deadline_days(f, r->policy));
	act_verdict(r, rule_deadline_times(f, r->policy));
}

void deadline_extend_apply(struct act_run *r)
{
	const struct deadline_extend_form *in = r->in;
	struct extending *o = r->facts;
	struct deadline_change_row row = { .id = act_id_next(r), .challenge = r->challenge, .old_deadline = o->c.deadline, .new_deadline = in->deadline,
		.reason = in->reason, .media = in->media, .at = r->now };

	act_write(r, "deadline_change_insert", &row);
	o->c.deadline = in->deadline;
	act_write(r, "challenge_set_deadline", &o->c);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	struct str title = word(r->a, WORD_deadline_extended, "number", str_c(r->a, o->c.number),
		"deadline", str_c(r->a, instant_text(r->a, in->deadline)), NULL);
	tell_senders(r, title, word_text(WORD_deadline_extended_text));
	act_tell_org(r, o->c.demander, title, in->reason, str_fmt(r->a, "/challenges/%lld", (long long)r->challenge));
}

/* ---- challenge_withdraw ---- */

bool challenge_withdraw_facts(struct act_run *r)
{
	struct extending *o;

	return load(r, &o);
}

void challenge_withdraw_judge(struct act_run *r)
{
	act_verdict(r, rule_withdraw_in_time(&((struct extending *)r->facts)->f, r->policy));
}

void challenge_withdraw_apply(struct act_run *r)
{
	const struct challenge_withdraw_form *in = r->in;
	const struct extending *o = r->facts;
	struct challenge_withdrawal_row row = { .id = act_id_next(r), .challenge = r->challenge, .reason = in->reason, .person = r->q->person,
		.at = r->now };
	struct str title = word(r->a, WORD_challenge_withdrawn, "number", str_c(r->a, o->c.number), NULL);

	act_write(r, "challenge_withdrawal_insert", &row);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	tell_senders(r, title, str_join(r->a, word_text(WORD_bids_returned), "\n", in->reason));
	act_tell_role(r, ROLE_bureau, title, in->reason, str_fmt(r->a, "/challenges/%lld", (long long)r->challenge));
}
