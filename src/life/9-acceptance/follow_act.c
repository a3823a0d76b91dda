/*
 * After acceptance (8.8.b): both sides report at the pack's intervals, intend further cooperation in the district, and with the consent of
 * both the bureau recommends it to the government's case-by-case review, whose outcome is recorded.
 */
#include "base/day.h"
#include "base/word.h"
#include "life/8-milestone/change.h"
#include "life/9-acceptance/acceptance.h"
#include "life/9-acceptance/follow_facts.h"

#define FOLLOWUP_OPENS_DAYS 30          /* the desk shows a report so many days before it is due */

bool acceptance_passed(struct db *db, struct arena *a, int64_t challenge, struct acceptance_result_row *out)
{
	return db_one(db, a, "acceptance_results_of", &(struct challenge_key){ challenge }, out) && str_is(out->outcome, "pass");
}

void followup_plan(struct act_run *r)
{
	int64_t months = policy_param(r->policy, RULE_followup_in_time, "months"), times = policy_param(r->policy, RULE_followup_in_time, "times");

	for (int64_t i = 1; i <= times; i++) {
		int64_t due = day_add_months(r->today, (int)(months * i));
		struct followup_plan_row row = { .id = act_id_next(r), .challenge = r->challenge, .ord = i,
			.opens_on = day_add(due, -FOLLOWUP_OPENS_DAYS), .due_on = due };
		act_write(r, "followup_plan_insert", &row);
	}
}

static void tell(struct act_run *r, enum word_id title, struct str text, const char *party)
{
	change_tell_at(r, str_of(party), acceptance_title(r, title), text, "follow");
}

/* Which side this person stands on; empty: neither. */
static struct str side(struct act_run *r)
{
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);
	struct str party = change_party(&who, r->q->role, r->q->org);

	return str_is(party, "demander") || str_is(party, "awardee") ? party : (struct str){ 0 };
}

static const char *other_side(struct str party)
{
	return str_is(party, "demander") ? "awardee" : "demander";
}

/* ---- followup_record ---- */

struct following {
	struct str party;
	struct followup_plan_row plan;  /* the next one that nobody has answered; id 0: none */
	struct followup_facts f;
};

bool followup_record_facts(struct act_run *r)
{
	const struct followup_form *in = r->in;
	struct following *s = r->facts = NEW(r->a, struct following);
	struct acceptance_result_row passed;

	s->party = side(r);
	if (!s->party.n)
		return act_missing(r);
	if (!acceptance_passed(r->db, r->a, r->challenge, &passed))
		return act_not_now(r, r->stage);
	struct rows all = db_all(r->db, r->a, "followup_plans_of", &(struct challenge_key){ r->challenge });
	const struct followup_plan_row *p = all.v;
	for (size_t i = 0; i < all.n && !s->plan.id; i++)
		if (!p[i].followup)
			s->plan = p[i];
	s->f = (struct followup_facts){ .accepted_on = passed.day, .day = in->day, .today = r->today, .due_on = s->plan.due_on,
		.entity = !str_is(in->entity, "none"), .named = str_trim(in->entity_name).n > 0 };
	return true;
}

void followup_record_judge(struct act_run *r)
{
	const struct followup_facts *f = &((struct following *)r->facts)->f;

	act_verdict(r, rule_followup_day(f, r->policy));
	act_verdict(r, rule_followup_in_time(f, r->policy));
	act_verdict(r, rule_followup_entity(f, r->policy));
}

void followup_record_apply(struct act_run *r)
{
	const struct followup_form *in = r->in;
	struct following *s = r->facts;
	struct followup_row row = { .id = act_id_next(r), .challenge = r->challenge, .party = s->party, .day = in->day, .in_use = in->in_use,
		.sales_fen = in->sales_fen, .jobs = in->jobs, .entity = in->entity, .entity_name = in->entity_name, .evidence = in->evidence,
		.person = r->q->person, .reported_on = r->today };

	act_write(r, "followup_insert", &row);
	if (s->plan.id && r->today >= s->plan.opens_on) {
		s->plan.followup = row.id;
		act_write(r, "followup_plan_update", &s->plan);
	}
	tell(r, WORD_followup_title, in->in_use, "bureau");
	r->made = r->challenge;
}

/* ---- cooperation_intend, cooperation_answer ---- */

bool cooperation_intend_facts(struct act_run *r)
{
	struct str *party = r->facts = NEW(r->a, struct str);
	struct acceptance_result_row passed;

	*party = side(r);
	if (!party->n)
		return act_missing(r);
	return acceptance_passed(r->db, r->a, r->challenge, &passed) || act_not_now(r, r->stage);
}

void cooperation_intend_apply(struct act_run *r)
{
	const struct cooperation_form *in = r->in;
	struct str party = *(struct str *)r->facts;
	struct cooperation_row row = { .id = act_id_next(r), .challenge = r->challenge, .kind = in->kind, .text = in->text, .asked_by = party,
		.person = r->q->person, .asked_on = r->today, .state = STR("intended"), .consents = in->consent };

	act_write(r, "cooperation_insert", &row);
	tell(r, WORD_cooperation_title, in->text, other_side(party));
	tell(r, WORD_cooperation_title, in->text, "bureau");
	r->made = row.id;
}

struct cooperating {
	struct cooperation_row row;
	struct cooperation_facts f;
};

static struct cooperating *load(struct act_run *r, const char *state)
{
	struct cooperating *s = r->facts = NEW(r->a, struct cooperating);

	if (!db_one(r->db, r->a, "cooperation_one", &(struct id_key){ r->target }, &s->row)) {
		act_missing(r);
		return NULL;
	}
	if (!str_is(s->row.state, state)) {
		act_not_now(r, s->row.state);
		return NULL;
	}
	s->f.consents = s->row.consents;
	s->f.recommended_on = s->row.recommended_on;
	s->f.today = r->today;
	return s;
}

bool cooperation_answer_facts(struct act_run *r)
{
	const struct cooperation_answer_form *in = r->in;
	struct cooperating *s = load(r, "intended");

	if (!s)
		return false;
	struct str party = side(r);
	if (!party.n || str_eq(party, s->row.asked_by))
		return act_missing(r);
	s->f.deny = str_is(in->answer, "deny");
	s->f.reasoned = str_trim(in->reason).n > 0;
	return true;
}

void cooperation_answer_judge(struct act_run *r)
{
	act_verdict(r, rule_cooperation_reason(&((struct cooperating *)r->facts)->f, r->policy));
}

void cooperation_answer_apply(struct act_run *r)
{
	const struct cooperation_answer_form *in = r->in;
	struct cooperating *s = r->facts;

	s->row.state = s->f.deny ? STR("declined") : STR("agreed");
	s->row.reason = in->reason;
	s->row.answered_on = r->today;
	s->row.consents += !s->f.deny && in->consent;
	act_write(r, "cooperation_update", &s->row);
	tell(r, s->f.deny ? WORD_cooperation_declined_title : WORD_cooperation_agreed_title, s->f.deny ? in->reason : s->row.text,
		str_c(r->a, s->row.asked_by));
	if (!s->f.deny)
		tell(r, WORD_cooperation_agreed_title, s->row.text, "bureau");
	r->made = r->challenge;
}

/* ---- recommend_review, recommend_record ---- */

bool recommend_review_facts(struct act_run *r)
{
	return load(r, "agreed") != NULL;
}

void recommend_review_judge(struct act_run *r)
{
	act_verdict(r, rule_recommend_consents(&((struct cooperating *)r->facts)->f, r->policy));
}

void recommend_review_apply(struct act_run *r)
{
	const struct recommend_form *in = r->in;
	struct cooperating *s = r->facts;

	s->row.state = STR("recommended");
	s->row.opinion = in->opinion;
	s->row.recommended_on = r->today;
	act_write(r, "cooperation_update", &s->row);
	tell(r, WORD_recommended_title, in->opinion, "government");
	tell(r, WORD_recommended_title, in->opinion, "demander");
	tell(r, WORD_recommended_title, in->opinion, "awardee");
	r->made = r->challenge;
}

bool recommend_record_facts(struct act_run *r)
{
	const struct recommend_outcome_form *in = r->in;
	struct cooperating *s = load(r, "recommended");

	if (!s)
		return false;
	s->f.decided_on = in->decided_on;
	return true;
}

void recommend_record_judge(struct act_run *r)
{
	act_verdict(r, rule_recommend_day(&((struct cooperating *)r->facts)->f, r->policy));
}

void recommend_record_apply(struct act_run *r)
{
	const struct recommend_outcome_form *in = r->in;
	struct cooperating *s = r->facts;

	s->row.state = in->outcome;
	s->row.document = in->document;
	s->row.decided_on = in->decided_on;
	s->row.outcome_text = in->text;
	act_write(r, "cooperation_update", &s->row);
	tell(r, WORD_recommend_decided_title, in->text, "demander");
	tell(r, WORD_recommend_decided_title, in->text, "awardee");
	tell(r, WORD_recommend_decided_title, in->text, "bureau");
	r->made = r->challenge;
}
