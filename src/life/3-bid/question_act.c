/*
 * Questions about a listed item before the deadline: asked of the bureau by a unit that may bid, answered for all that may, without the asker's name.
 */
#include "base/day.h"
#include "base/word.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/question_facts.h"

struct asking {
	struct question_facts f;
	struct need_public_row item;
	struct question_row row;
};

static bool listed(struct act_run *r, struct asking *s)
{
	struct need_public_key key = { .programme = r->q->programme, .challenge = r->challenge, .org = r->q->org, .now = r->now };

	return need_public_find(r->db, r->a, &key, &s->item);
}

bool question_ask_facts(struct act_run *r)
{
	struct asking *s = r->facts = NEW(r->a, struct asking);

	if (!listed(r, s))
		return act_missing(r);
	s->f = (struct question_facts){ .now = r->now, .deadline = s->item.deadline, .open = str_is(s->item.stage, "bid.open"),
		.own = s->item.demander == r->q->org };
	return true;
}

void question_ask_judge(struct act_run *r)
{
	act_verdict(r, rule_question_open(r->facts, r->policy));
	act_verdict(r, rule_question_own(r->facts, r->policy));
}

void question_ask_apply(struct act_run *r)
{
	const struct question_form *in = r->in;
	const struct asking *s = r->facts;
	struct question_row row = { .id = act_id_next(r), .challenge = r->challenge, .org = r->q->org, .person = r->q->person, .question = in->question,
		.asked_on = r->today, .due = day_add(r->today, policy_param(r->policy, RULE_question_open, "answer_days")), .state = STR("asked") };

	act_write(r, "bid_question_insert", &row);
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_question_asked, "number", str_c(r->a, s->item.number), NULL), in->question,
		STR("/desk"));
	r->made = r->challenge;
}

/* ---- question_answer ---- */

static bool load(struct act_run *r, struct asking *s)
{
	return db_one(r->db, r->a, "bid_question_one", &(struct id_key){ r->target }, &s->row) || act_missing(r);
}

bool question_answer_prefill(struct act_run *r)
{
	struct asking s = { 0 };

	if (!load(r, &s))
		return false;
	((struct question_answer_form *)r->in)->wording = s.row.question;
	return true;
}

bool question_answer_facts(struct act_run *r)
{
	struct asking *s = r->facts = NEW(r->a, struct asking);
	const struct question_answer_form *in = r->in;

	if (!load(r, s))
		return false;
	s->f.publish = str_is(in->result, "answered");
	s->f.worded = str_trim(in->wording).n > 0;
	return str_is(s->row.state, "asked") || act_not_now(r, s->row.state);
}

void question_answer_judge(struct act_run *r)
{
	act_verdict(r, rule_question_worded(r->facts, r->policy));
}

void question_answer_apply(struct act_run *r)
{
	const struct question_answer_form *in = r->in;
	struct question_row *row = &((struct asking *)r->facts)->row;
	struct challenge_row c;

	row->state = in->result;
	row->wording = str_is(in->result, "answered") ? in->wording : STR("");
	row->answer = in->answer;
	row->answered_on = r->today;
	row->answered_by = r->q->person;
	act_write(r, "bid_question_update", row);
	if (need_challenge(r->db, r->a, r->challenge, &c))
		act_tell_org(r, row->org, word(r->a, WORD_question_answered, "number", str_c(r->a, c.number), NULL), in->answer,
			str_fmt(r->a, "/open/%lld", (long long)r->challenge));
	r->made = r->challenge;
}
