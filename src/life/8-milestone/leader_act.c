/*
 * The project leader normally stays.  A change is the bidder's to propose, with a reason; demander and bureau both have to agree.
 */
#include "base/word.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"

struct str project_leader(struct db *db, struct arena *a, int64_t challenge)
{
	struct rows all = db_all(db, a, "milestone_leaders_of", &(struct challenge_key){ challenge });
	const struct leader_change_row *c = all.v;
	struct taskbook_row book;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(c[i].state, "agreed"))
			return c[i].leader;
	return taskbook_signed(db, a, challenge, &book) ? book.pi_name : (struct str){ 0 };
}

static struct str title_of(struct act_run *r, enum word_id title)
{
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	return word(r->a, title, "number", str_c(r->a, c.number), NULL);
}

static struct str text_of(struct act_run *r, enum word_id text, const struct leader_change_row *c)
{
	return word(r->a, text, "old", str_c(r->a, c->old_leader), "new", str_c(r->a, c->leader), NULL);
}

static void tell_three(struct act_run *r, struct str title, struct str text)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);
	struct str link = str_fmt(r->a, "/challenges/%lld/milestones", (long long)r->challenge);

	act_tell_org(r, p.demander, title, text, link);
	act_tell_org(r, p.awardee, title, text, link);
	act_tell_role(r, ROLE_bureau, title, text, link);
}

/* ---- leader_change_propose ---- */

bool project_running(struct str stage)
{
	return str_starts(stage, "milestone.") || str_is(stage, "acceptance.applied") || str_is(stage, "acceptance.reviewing")
		|| str_is(stage, "acceptance.failed");
}

bool leader_change_propose_facts(struct act_run *r)
{
	const struct leader_change_form *in = r->in;
	struct leader_change_facts *f = r->facts = NEW(r->a, struct leader_change_facts);
	struct leader_change_row open;

	if (contract_parties(r->db, r->a, r->challenge).awardee != r->q->org)
		return act_missing(r);
	if (!project_running(r->stage))
		return act_not_now(r, r->stage);
	if (db_one(r->db, r->a, "milestone_leaders_of", &(struct challenge_key){ r->challenge }, &open) && str_is(open.state, "proposed"))
		return act_not_now(r, open.state);
	f->now = project_leader(r->db, r->a, r->challenge);
	f->wanted = str_trim(in->leader);
	return true;
}

void leader_change_propose_judge(struct act_run *r)
{
	act_verdict(r, rule_leader_change_other(r->facts, r->policy));
}

void leader_change_propose_apply(struct act_run *r)
{
	const struct leader_change_form *in = r->in;
	const struct leader_change_facts *f = r->facts;
	struct leader_change_row row = { .id = act_id_next(r), .challenge = r->challenge, .old_leader = f->now, .leader = f->wanted,
		.reason = in->reason, .evidence = in->evidence, .state = STR("proposed"), .proposed_on = r->today, .person = r->q->person };

	act_write(r, "milestone_leader_insert", &row);
	tell_three(r, title_of(r, WORD_leader_proposed_title), text_of(r, WORD_leader_proposed_text, &row));
	r->made = row.id;
}

/* ---- leader_change_answer ---- */

struct answering {
	struct leader_change_row row;
	struct leader_change_facts f;
	bool bureau;
};

bool leader_change_answer_facts(struct act_run *r)
{
	const struct leader_answer_form *in = r->in;
	struct answering *s = r->facts = NEW(r->a, struct answering);

	if (!db_one(r->db, r->a, "milestone_leader_one", &(struct id_key){ r->target }, &s->row))
		return act_missing(r);
	s->bureau = r->q->role == ROLE_bureau;
	struct str given = s->bureau ? s->row.bureau_answer : s->row.demander_answer;
	if (!str_is(s->row.state, "proposed") || given.n || !project_running(r->stage))
		return act_not_now(r, s->row.state);
	s->f.deny = str_is(in->answer, "deny");
	s->f.reasoned = str_trim(in->reason).n > 0;
	return true;
}

void leader_change_answer_judge(struct act_run *r)
{
	act_verdict(r, rule_leader_refusal_reason(&((struct answering *)r->facts)->f, r->policy));
}

void leader_change_answer_apply(struct act_run *r)
{
	const struct leader_answer_form *in = r->in;
	struct answering *s = r->facts;
	struct leader_change_row *row = &s->row;

	*(s->bureau ? &row->bureau_answer : &row->demander_answer) = in->answer;
	bool both = str_is(row->bureau_answer, "approve") && str_is(row->demander_answer, "approve");
	if (s->f.deny) {
		row->state = STR("refused");
		row->refusal = in->reason;
	} else if (both) {
		row->state = STR("agreed");
	}
	row->decided_on = s->f.deny || both ? r->today : 0;
	act_write(r, "milestone_leader_update", row);
	if (s->f.deny)
		tell_three(r, title_of(r, WORD_leader_refused_title), in->reason);
	else if (both)
		tell_three(r, title_of(r, WORD_leader_agreed_title), text_of(r, WORD_leader_agreed_text, row));
	r->made = r->challenge;
}
