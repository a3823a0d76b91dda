/*
 * After a grade that asks for mending: the awardee hands in what was mended and acceptance begins again, or the time passes by itself.
 */
#include "across/deadline/deadline.h"
#include "life/7-contract/contract.h"
#include "life/9-acceptance/acceptance.h"

static struct acceptance_form form_of(const struct acceptance_rectified_form *in)
{
	return (struct acceptance_form){ .summary = in->summary, .indicators = in->indicators, .materials = in->materials, .spent_fen = in->spent_fen };
}

/* Targets from the book, answers from the application before. */
bool acceptance_rectified_prefill(struct act_run *r)
{
	struct acceptance_rectified_form *in = r->in;
	struct acceptance_row app;

	if (!acceptance_newest(r->db, r->a, r->challenge, &app))
		return false;
	struct rows all = db_all(r->db, r->a, "acceptance_indicators_of", &(struct acceptance_key){ app.id });
	const struct acceptance_indicator_row *x = all.v;
	struct acceptance_indicator_form *out = NEW_ARRAY(r->a, all.n, struct acceptance_indicator_form);
	size_t n = 0;
	for (size_t i = 0; i < all.n; i++)
		if (str_is(x[i].said_by, "awardee"))
			out[n++] = (struct acceptance_indicator_form){ x[i].ord, x[i].name, x[i].target, x[i].actual, x[i].met, x[i].evidence, x[i].files };
	in->indicators = (struct rows){ out, n };
	struct rows materials = acceptance_materials(r->db, r->a, app.id, false);
	const struct acceptance_material_row *m = materials.v;
	struct acceptance_material_form *copy = NEW_ARRAY(r->a, materials.n, struct acceptance_material_form);
	for (size_t i = 0; i < materials.n; i++)
		copy[i] = (struct acceptance_material_form){ m[i].kind, m[i].title, m[i].files };
	in->materials = (struct rows){ copy, materials.n };
	in->spent_fen = app.spent_fen;
	return true;
}

bool acceptance_rectified_facts(struct act_run *r)
{
	struct acceptance_form in = form_of(r->in);

	return acceptance_load(r, &in, r->facts = NEW(r->a, struct acceptance_apply_facts));
}

void acceptance_rectified_judge(struct act_run *r)
{
	act_verdict(r, rule_acceptance_indicators_answered(r->facts, r->policy));
	act_verdict(r, rule_acceptance_materials(r->facts, r->policy));
}

void acceptance_rectified_apply(struct act_run *r)
{
	struct acceptance_form in = form_of(r->in);

	acceptance_write(r, &in, true);
	acceptance_tell(r, acceptance_title(r, WORD_acceptance_rectified_title), word_text(WORD_acceptance_rectified_text));
}

/* ---- acceptance_lapse: the time to mend has passed ---- */

bool acceptance_lapse_facts(struct act_run *r)
{
	struct challenge_row c;

	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c))
		return act_missing(r);
	int64_t day = deadline_of_stage(policy_stage(r->policy, c.stage), c.stage_since).lapse;
	return (day && r->today >= day) || act_not_now(r, c.stage);
}

void acceptance_lapse_apply(struct act_run *r)
{
	act_move(r, r->challenge, NULL);
	acceptance_tell(r, acceptance_title(r, WORD_acceptance_lapsed_title), word_text(WORD_acceptance_lapsed_text));
	r->made = r->challenge;
}
