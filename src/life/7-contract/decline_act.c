/*
 * A winner gives the award back before it has signed the technical contract (8.6.a): the case stands again where the review ended, the next
 * best or nobody wins; established already, it is closed and its demand can be listed again.  Whether that has consequences for its credit is
 * for people to look into: the bureau is told, nothing is entered by itself.
 */
#include "base/word.h"
#include "life/5-decision/decision.h"
#include "life/6-notice/objection.h"
#include "life/7-contract/decline.h"

struct declining {
	struct challenge_row c;
	struct notice_row notice;
	struct rows awards;             /* struct award_row */
};

bool award_decline_facts(struct act_run *r)
{
	struct declining *o = r->facts = NEW(r->a, struct declining);
	struct count_row n = { 0 };

	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &o->c)
		|| contract_parties(r->db, r->a, r->challenge).awardee != r->q->org
		|| !db_one(r->db, r->a, "notice_newest", &(struct notice_key){ .challenge = r->challenge }, &o->notice))
		return act_missing(r);
	o->awards = db_all(r->db, r->a, "decision_together", &(struct decision_key){ .challenge = r->challenge });
	db_one(r->db, r->a, "decline_contracts", &(struct challenge_key){ r->challenge }, &n);
	/* signed: the contract says what follows; in a horse race the others go on, which its own procedure decides */
	return (!n.n && o->awards.n == 1) || act_not_now(r, r->stage);
}

static void objections_moot(struct act_run *r)
{
	struct rows all = db_all(r->db, r->a, "decline_objections", &(struct challenge_key){ r->challenge });
	struct objection_row *o = all.v;

	for (size_t i = 0; i < all.n && i < OBJECTIONS_MOOT; i++) {
		struct objection_step_row step = { .id = act_id_next(r), .objection = o[i].id, .challenge = r->challenge, .step = STR("moot"),
			.text = word_text(WORD_objection_declined), .at = r->now };

		o[i].state = STR("decided");
		o[i].result = STR("moot");
		o[i].effect = STR("none");
		o[i].decided_on = r->today;
		o[i].due = objection_due(r, "answer");
		o[i].reason = step.text;
		act_write(r, "objection_set", &o[i]);
		act_write(r, "objection_step_insert", &step);
	}
}

static void take_back(struct act_run *r, struct declining *o, struct award_row *award)
{
	const struct award_decline_form *in = r->in;
	struct award_step_row step = { .id = act_id_next(r), .challenge = r->challenge, .award = award->id, .step = STR("declined"),
		.remark = in->reason, .person = r->q->person, .org = r->q->org, .at = r->now };
	struct award_declining_row row = { .id = act_id_next(r), .challenge = r->challenge, .award = award->id, .notice = o->notice.id,
		.reason = in->reason, .org = r->q->org, .person = r->q->person, .at = r->now };

	award->state = STR("declined");
	act_write(r, "decision_award_set", award);
	act_write(r, "decision_step_insert", &step);
	act_write(r, "award_declining_insert", &row);
	o->notice.state = STR("void");
	o->notice.ended_at = r->now;
	act_write(r, "notice_set_state", &o->notice);
	o->c.award_bid = 0;
	o->c.project_number = STR("");
	act_write(r, "decline_case", &o->c);
}

void award_decline_apply(struct act_run *r)
{
	const struct award_decline_form *in = r->in;
	struct declining *o = r->facts;
	struct str number = o->c.number, link = str_fmt(r->a, "/challenges/%lld/decision", (long long)r->challenge);

	take_back(r, o, o->awards.v);
	objections_moot(r);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	struct str title = word(r->a, WORD_award_declined, "number", str_c(r->a, number), NULL);
	act_tell_role(r, ROLE_bureau, title, str_join(r->a, in->reason, "\n", word_text(WORD_award_declined_credit)), link);
	act_tell_org(r, o->c.demander, title, in->reason, link);
}
