/*
 * Poor implementation is stopped in time: halt, resumption, and the demander's report that the bidder cannot finish.
 */
#include "across/race/race.h"
#include "across/panel/panel.h"
#include "across/payment/payment.h"
#include "base/word.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"
#include "life/8-milestone/termination.h"

/* ---- what the files of this matter share ---- */

struct str ending_number(struct act_run *r)
{
	struct challenge_row c;

	return db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c) ? c.number : (struct str){ 0 };
}

struct str ending_link(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/ending", (long long)r->challenge);
}

void ending_tell(struct act_run *r, struct str title, struct str text)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);

	act_tell_org(r, p.demander, title, text, ending_link(r));
	if (p.awardee)
		act_tell_org(r, p.awardee, title, text, ending_link(r));
	act_tell_role(r, ROLE_bureau, title, text, ending_link(r));
}

int64_t ending_files(struct str digests)
{
	int64_t n = 0;

	while (digests.n)
		n += str_cut(&digests, ',').n > 0;
	return n;
}

bool ending_side(struct act_run *r, struct str *side)
{
	if (r->q->role == ROLE_bureau) {
		*side = STR("bureau");
		return true;
	}
	*side = STR("demander");
	return contract_parties(r->db, r->a, r->challenge).demander == r->q->org;
}

/* ---- project_halt ---- */

struct halting {
	struct project_halt_row row;
	struct halt_facts f;
	struct str side;
};

bool project_halt_facts(struct act_run *r)
{
	const struct project_halt_form *in = r->in;
	struct halting *s = r->facts = NEW(r->a, struct halting);

	if (!ending_side(r, &s->side))
		return act_missing(r);
	s->f.files = ending_files(in->evidence);
	return true;
}

void project_halt_judge(struct act_run *r)
{
	act_verdict(r, rule_halt_evidenced(&((struct halting *)r->facts)->f, r->policy));
}

/* An assessment under way is broken off: its results are checked anew after the halt. */
static void break_off(struct act_run *r)
{
	struct milestone_check_row check;
	struct milestone_row m;

	if (!str_is(r->stage, "milestone.assessing")
		|| !db_one(r->db, r->a, "milestone_check_newest", &(struct challenge_key){ r->challenge }, &check)
		|| !db_one(r->db, r->a, "milestone_by_id", &(struct id_key){ check.milestone }, &m))
		return;
	m.state = STR("reported");
	act_write(r, "milestone_update", &m);
	panel_dismiss(r, check.panel);
}

void project_halt_apply(struct act_run *r)
{
	const struct project_halt_form *in = r->in;
	struct halting *s = r->facts;
	struct project_halt_row row = { .id = act_id_next(r), .challenge = r->challenge, .side = s->side, .person = r->q->person,
		.reason = in->reason, .evidence = in->evidence, .halted_on = r->today, .state = STR("open") };

	act_write(r, "project_halt_insert", &row);
	break_off(r);
	payment_stop(r, r->challenge);
	act_move(r, r->challenge, "milestone.halted");
	ending_tell(r, word(r->a, WORD_halt_title, "number", str_c(r->a, ending_number(r)), NULL), in->reason);
	r->made = r->challenge;
}

/* ---- project_resume ---- */

static bool halt_open(struct act_run *r, struct project_halt_row *out)
{
	return db_one(r->db, r->a, "project_halts_of", &(struct challenge_key){ r->challenge }, out) && str_is(out->state, "open");
}

void project_halt_lift(struct act_run *r, struct str remedied, struct str proof)
{
	struct project_halt_row row;

	if (!halt_open(r, &row))
		return;
	row.state = STR("lifted");
	row.remedied = remedied;
	row.proof = proof;
	row.lifted_on = r->today;
	act_write(r, "project_halt_update", &row);
}

static struct str failed_milestone(struct act_run *r)
{
	struct rows all = db_all(r->db, r->a, "milestones_of", &(struct challenge_key){ r->challenge });
	const struct milestone_row *m = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(m[i].state, "failed"))
			return m[i].name;
	return (struct str){ 0 };
}

bool project_resume_facts(struct act_run *r)
{
	struct halting *s = r->facts = NEW(r->a, struct halting);
	const struct project_resume_form *in = r->in;

	if (!ending_side(r, &s->side))
		return act_missing(r);
	if (race_stopped(r->db, r->a, r->challenge))
		return act_not_now(r, r->stage);
	s->f.failed = failed_milestone(r);
	s->f.files = ending_files(in->evidence);
	return true;
}

void project_resume_judge(struct act_run *r)
{
	const struct halt_facts *f = &((struct halting *)r->facts)->f;

	act_verdict(r, rule_resume_assessed(f, r->policy));
	act_verdict(r, rule_halt_evidenced(f, r->policy));
}

void project_resume_apply(struct act_run *r)
{
	const struct project_resume_form *in = r->in;

	project_halt_lift(r, in->remedied, in->evidence);
	payment_resume(r, r->challenge);
	act_move(r, r->challenge, "milestone.running");
	ending_tell(r, word(r->a, WORD_resume_title, "number", str_c(r->a, ending_number(r)), NULL), in->remedied);
	r->made = r->challenge;
}

/* ---- cannot_finish_report ---- */

bool cannot_finish_report_prefill(struct act_run *r)
{
	((struct cannot_finish_form *)r->in)->found_on = r->today;
	return true;
}

bool cannot_finish_report_facts(struct act_run *r)
{
	const struct cannot_finish_form *in = r->in;
	struct halt_facts *f = r->facts = NEW(r->a, struct halt_facts);

	if (contract_parties(r->db, r->a, r->challenge).demander != r->q->org)
		return act_missing(r);
	if (!project_running(r->stage))
		return act_not_now(r, r->stage);
	f->files = ending_files(in->evidence);
	f->found_on = in->found_on;
	f->today = r->today;
	return true;
}

void cannot_finish_report_judge(struct act_run *r)
{
	const struct halt_facts *f = r->facts;

	act_verdict(r, rule_cannot_finish_day(f, r->policy));
	act_verdict(r, rule_cannot_finish_in_time(f, r->policy));
}

void cannot_finish_report_apply(struct act_run *r)
{
	const struct cannot_finish_form *in = r->in;
	struct cannot_finish_row row = { .id = act_id_next(r), .challenge = r->challenge, .person = r->q->person, .found_on = in->found_on,
		.reported_on = r->today, .reason = in->reason, .wish = in->wish, .evidence = in->evidence };

	act_write(r, "cannot_finish_insert", &row);
	ending_tell(r, word(r->a, WORD_cannot_finish_title, "number", str_c(r->a, ending_number(r)), NULL), in->reason);
	r->made = r->challenge;
}
