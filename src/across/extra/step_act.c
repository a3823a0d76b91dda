/*
 * A stage that only one place has: its owner passes it on or sends it back.  Which stages, whose, from where and to where is the
 * pack's road; the form can carry extra fields of the pack.
 */
#include "across/extra/extra.h"
#include "across/extra/extra_facts.h"
#include "act/act.h"
#include "tables/tables.h"

static bool is_owner(const struct act_run *r, struct str owner)
{
	unsigned rel = relations_of(r->db, r->a, r->q->person, r->q->org, "challenge", r->challenge);

	if (str_is(owner, "demander"))
		return r->q->role == ROLE_unit && (rel & REL_DEMANDER);
	return str_is(owner, role_name(r->q->role));
}

static bool step_facts(struct act_run *r, int64_t day)
{
	const struct road_stage *s = policy_stage(r->policy, r->stage);
	struct step_facts *f = r->facts = NEW(r->a, struct step_facts);

	if (!s)
		return act_missing(r);
	*f = (struct step_facts){ .stage = s->label, .owner = is_owner(r, s->owner), .day = day, .today = r->today };
	return true;
}

static void step_judge(struct act_run *r)
{
	act_verdict(r, rule_step_owner(r->facts, r->policy));
	act_verdict(r, rule_step_day(r->facts, r->policy));
}

static void step_apply(struct act_run *r, const char *outcome, int64_t day, struct str opinion, struct str files)
{
	struct step_note_row row = { .id = act_id_next(r), .challenge = r->challenge, .stage = r->stage, .outcome = str_of(outcome), .day = day,
		.opinion = opinion, .files = files, .org = r->q->org, .person = r->q->person, .at = r->now };

	act_write(r, "step_note_insert", &row);
	act_move(r, r->challenge, NULL);
}

bool stage_pass_facts(struct act_run *r)
{
	return step_facts(r, ((const struct step_form *)r->in)->day);
}

void stage_pass_judge(struct act_run *r)
{
	step_judge(r);
}

void stage_pass_apply(struct act_run *r)
{
	const struct step_form *in = r->in;

	step_apply(r, "passed", in->day, in->opinion, in->files);
}

bool stage_back_facts(struct act_run *r)
{
	return step_facts(r, r->today);
}

void stage_back_judge(struct act_run *r)
{
	step_judge(r);
}

void stage_back_apply(struct act_run *r)
{
	step_apply(r, "back", r->today, ((const struct reason_form *)r->in)->reason, STR(""));
}
