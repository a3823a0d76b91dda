/*
 * Acceptance and what follows it (8.8.a, 9.3, 8.8.b): the application, the panel, the result, mending, the material, striking off; later the use of
 * the results and further cooperation.
 */
#include "sim/seats.h"
#include "sim/people.h"

#include "across/panel/panel.h"
#include "base/day.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/change.h"
#include "life/8-milestone/milestone.h"
#include "life/9-acceptance/acceptance.h"

enum { CASES = 40, INDICATORS = 60, PAYMENTS = 8, COOPERATIONS = 40 };

struct acceptance_case {
	int64_t id, parties[8], ends, new_ends, panel, failed, rectified, accepted_on, reports, assessed;
	int64_t payments[PAYMENTS];
	size_t parties_n, indicators, milestones, payments_n;
	bool binding[INDICATORS], milestone_passed[INDICATORS], settled[PAYMENTS], panel_signed, runner;
	struct str conclusion;
	struct rows materials;          /* of the last application */
};

struct memory {
	struct seats_people people;
	struct acceptance_case cases[CASES];
	struct { int64_t id, consents, recommended_on; } cooperations[COOPERATIONS];
	size_t n, cooperations_n;
};

static const struct acceptance_case *case_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->cases[i].id == id)
			return &m->cases[i];
	return NULL;
}

static struct acceptance_case *case_of(struct memory *m, int64_t id)
{
	struct acceptance_case *c = (struct acceptance_case *)case_find(m, id);
	if (!c && m->n < CASES)
		*(c = &m->cases[m->n++]) = (struct acceptance_case){ .id = id };
	return c;
}

/* ---- what was seen ---- */

static void party(struct acceptance_case *c, int64_t org)
{
	for (size_t i = 0; i < c->parties_n; i++)
		if (c->parties[i] == org)
			return;
	if (c->parties_n < 8)
		c->parties[c->parties_n++] = org;
}

static void drafted(struct acceptance_case *c, const struct taskbook_form *in)
{
	const struct taskbook_indicator_form *k = in->indicators.v;
	c->ends = in->ends;
	c->milestones = in->milestones.n;
	c->indicators = in->indicators.n;
	for (size_t i = 0; i < in->indicators.n && i < INDICATORS; i++)
		c->binding[i] = k[i].binding;
}

static void saw_book(struct acceptance_case *c, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	if (l->q.role == ROLE_unit)
		party(c, l->q.org);
	for (size_t i = 0; i < l->items.n && c->payments_n < PAYMENTS; i++)
		if (str_is(t[i].table, "payment") && str_is(l->stage, "milestone.running"))
			c->payments[c->payments_n++] = t[i].id;
}

/* The demander's instalments are settled when they arrived, the fiscal ones when they were paid. */
static void saw_money(struct acceptance_case *c, const struct audit_line *l)
{
	for (size_t i = 0; i < c->payments_n; i++)
		if (c->payments[i] == l->q.target)
			c->settled[i] |= l->q.act == (i < 3 ? ACT_payment_receive : ACT_fiscal_pay);
}

static void saw_change(struct acceptance_case *c, const struct audit_line *l)
{
	const struct change_form *in = l->q.in;
	const struct change_item_form *k = in->items.v;
	if (l->q.act == ACT_change_propose)
		c->new_ends = 0;
	for (size_t i = 0; l->q.act == ACT_change_propose && i < in->items.n; i++)
		if (str_is(k[i].kind, "end_day"))
			c->new_ends = k[i].day;
	if (l->q.act == ACT_change_answer && line_item(l, "supplement", 0) && c->new_ends)
		c->ends = c->new_ends;
	if (l->q.act == ACT_extension_decide && str_is(((const struct extension_decide_form *)l->q.in)->outcome, "extend"))
		c->ends = ((const struct extension_decide_form *)l->q.in)->ends;
}

static void saw_panel(struct acceptance_case *c, const struct audit_line *l)
{
	if (l->q.act == ACT_acceptance_panel_set) {
		c->panel = line_item(l, "panel", 0);
		c->panel_signed = false;
		c->conclusion = (struct str){ 0 };
	}
	if (!c->panel || l->q.target != c->panel)
		return;
	if (l->q.act == ACT_panel_report)
		c->conclusion = ((const struct panel_report_form *)l->q.in)->conclusion;
	c->panel_signed |= l->q.act == ACT_panel_sign && line_item(l, "panel", 0);
}

static void saw_result(struct acceptance_case *c, const struct audit_line *l)
{
	if (l->q.act == ACT_acceptance_apply)
		c->materials = ((const struct acceptance_form *)l->q.in)->materials;
	if (l->q.act == ACT_acceptance_rectified) {
		c->materials = ((const struct acceptance_rectified_form *)l->q.in)->materials;
		c->rectified++;
	}
	if (l->q.act != ACT_acceptance_conclude && l->q.act != ACT_acceptance_lapse)
		return;
	c->failed += str_is(l->stage, "acceptance.failed");
	if (str_is(l->stage, "acceptance.passed"))
		c->accepted_on = instant_day(l->q.now);
}

/* Every twelve months, three times; a report counts for the next one from thirty days before it is due (as the plan of reports says it). */
static int64_t report_due(const struct acceptance_case *c)
{
	return c->reports < 3 ? day_add_months(c->accepted_on, 12 * ((int)c->reports + 1)) : DAY_MAX;
}

static void saw_case(struct memory *m, struct acceptance_case *c, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	if (l->q.act == ACT_need_submit || l->q.act == ACT_direct_enter)
		party(c, l->q.org);
	for (size_t i = 0; l->q.act == ACT_establish && i < l->items.n; i++)
		if (str_is(t[i].table, "challenge") && t[i].id != c->id && case_of(m, t[i].id))
			case_of(m, t[i].id)->runner = true;
	if (l->q.act == ACT_taskbook_draft)
		drafted(c, l->q.in);
	if (l->q.act == ACT_taskbook_sign)
		saw_book(c, l);
	if (l->q.act == ACT_milestone_panel_set)
		c->assessed = ((const struct milestone_panel_form *)l->q.in)->milestone;
	if (l->q.act == ACT_milestone_conclude && c->assessed && c->assessed <= INDICATORS)
		c->milestone_passed[c->assessed - 1] = str_is(((const struct milestone_conclude_form *)l->q.in)->result, "pass");
	if (l->q.act == ACT_followup_record)
		c->reports += instant_day(l->q.now) >= day_add(report_due(c), -30);
	saw_money(c, l);
	saw_change(c, l);
	saw_panel(c, l);
	saw_result(c, l);
}

static void saw_cooperation(struct memory *m, const struct audit_line *l)
{
	if (l->q.act == ACT_cooperation_intend && m->cooperations_n < COOPERATIONS) {
		m->cooperations[m->cooperations_n].id = line_item(l, "cooperation", 0);
		m->cooperations[m->cooperations_n++].consents = ((const struct cooperation_form *)l->q.in)->consent;
	}
	for (size_t i = 0; i < m->cooperations_n; i++) {
		if (m->cooperations[i].id != l->q.target)
			continue;
		if (l->q.act == ACT_cooperation_answer)
			m->cooperations[i].consents += ((const struct cooperation_answer_form *)l->q.in)->consent;
		if (l->q.act == ACT_recommend_review)
			m->cooperations[i].recommended_on = instant_day(l->q.now);
	}
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	struct acceptance_case *c = l->challenge ? case_of(m, l->challenge) : NULL;
	seats_saw(&m->people, l);
	if (c)
		saw_case(m, c, l);
	saw_cooperation(m, l);
}

/* ---- what is broken ---- */

/* A line with neither title nor file is no material. */
static bool given(const struct acceptance_material_form *k)
{
	return k->title.n || k->files.n;
}

static size_t kinds(struct rows materials)
{
	const struct acceptance_material_form *k = materials.v;
	size_t n = 0;
	for (size_t i = 0; i < materials.n; i++) {
		bool seen = false;
		for (size_t j = 0; j < i; j++)
			seen |= str_eq(k[j].kind, k[i].kind) && given(&k[j]);
		n += !seen && given(&k[i]);
	}
	return n;
}

static void answered(const struct acceptance_case *c, struct rows said, struct rows materials, struct rule_set *out)
{
	const struct acceptance_indicator_form *k = said.v;
	for (size_t i = 1; i <= c->indicators; i++) {
		bool found = false;
		for (size_t j = 0; j < said.n; j++)
			found |= k[j].ord == (int64_t)i;
		breaks(out, RULE_acceptance_indicators_answered, !found);
	}
	breaks(out, RULE_acceptance_materials, kinds(materials) < 3);
}

static void apply(const struct acceptance_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct acceptance_form *in = q->in;
	int64_t today = instant_day(q->now);
	for (size_t i = 0; i < c->milestones && i < INDICATORS; i++)
		breaks(out, RULE_acceptance_milestones_passed, !c->milestone_passed[i]);
	answered(c, in->indicators, in->materials, out);
	breaks(out, RULE_acceptance_at_end, today < c->ends);
	breaks(out, RULE_acceptance_in_time, today > day_add(c->ends, 90));
	breaks(out, RULE_acceptance_again, c->failed > 1);
}

static void panel(const struct memory *m, const struct acceptance_case *c, const struct act_request *q, struct rule_set *out)
{
	struct seats_question seats = { .seats = ((const struct panel_form *)q->in)->seats, .parties_n = c->parties_n,
		.size = RULE_acceptance_panel_size, .odd = RULE_acceptance_panel_odd, .kinds = RULE_acceptance_panel_kinds,
		.conflict = RULE_acceptance_panel_conflict };
	for (size_t i = 0; i < c->parties_n; i++)
		seats.parties[i] = c->parties[i];
	seats_judge(&m->people, &seats, out);
}

static void conclude(const struct acceptance_case *c, const struct acceptance_conclude_form *in, struct rule_set *out)
{
	const struct acceptance_decide_form *k = in->indicators.v;
	bool pass = str_is(in->result, "pass"), same = pass == str_is(c->conclusion, "support");
	for (size_t i = 1; i <= c->indicators; i++) {
		bool found = false, unmet = false;
		for (size_t j = 0; j < in->indicators.n; j++) {
			found |= k[j].ord == (int64_t)i;
			unmet |= k[j].ord == (int64_t)i && !str_is(k[j].met, "met");
		}
		breaks(out, RULE_acceptance_indicators_judged, !found);
		breaks(out, RULE_acceptance_by_taskbook, pass && unmet && i <= INDICATORS && c->binding[i - 1]);
	}
	breaks(out, RULE_acceptance_panel_signed, !c->panel_signed);
	breaks(out, RULE_acceptance_follows_panel, c->panel_signed && !same && !in->differs.n);
	breaks(out, RULE_acceptance_rectify_times, str_is(in->result, "rectify") && c->rectified >= 1);
}

static void file(const struct acceptance_case *c, const struct acceptance_file_form *in, struct rule_set *out)
{
	const struct acceptance_material_form *had = c->materials.v, *k = in->materials.v;
	for (size_t i = 0; i < c->materials.n; i++) {
		bool found = false;
		for (size_t j = 0; j < in->materials.n; j++)
			found |= str_eq(k[j].kind, had[i].kind) && given(&k[j]);
		breaks(out, RULE_closing_materials, given(&had[i]) && !found);
	}
}

static void followup(const struct acceptance_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct followup_form *in = q->in;
	int64_t today = instant_day(q->now);
	breaks(out, RULE_followup_day, in->day < c->accepted_on || in->day > today);
	breaks(out, RULE_followup_in_time, today > report_due(c));
	breaks(out, RULE_followup_entity, !str_is(in->entity, "none") && !in->entity_name.n);
}

static bool cooperation(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct cooperation_answer_form *answer = q->in;
	const struct recommend_outcome_form *outcome = q->in;
	size_t i = 0;
	while (i < m->cooperations_n && m->cooperations[i].id != q->target)
		i++;
	if (i == m->cooperations_n)
		return false;
	if (q->act == ACT_cooperation_answer)
		breaks(out, RULE_cooperation_reason, str_is(answer->answer, "deny") && !answer->reason.n);
	if (q->act == ACT_recommend_review)
		breaks(out, RULE_recommend_consents, m->cooperations[i].consents < 2);
	if (q->act == ACT_recommend_record)
		breaks(out, RULE_recommend_day, outcome->decided_on < m->cooperations[i].recommended_on || outcome->decided_on > instant_day(q->now));
	return q->act == ACT_cooperation_answer || q->act == ACT_recommend_review || q->act == ACT_recommend_record;
}

static bool on_case(const struct memory *m, const struct acceptance_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct acceptance_rectified_form *rectified = q->in;
	switch (q->act) {
	case ACT_acceptance_apply:
		return apply(c, q, out), true;
	case ACT_acceptance_rectified:
		return answered(c, rectified->indicators, rectified->materials, out), true;
	case ACT_acceptance_panel_set:
		return panel(m, c, q, out), true;
	case ACT_acceptance_conclude:
		return conclude(c, q->in, out), true;
	case ACT_acceptance_file:
		return file(c, q->in, out), true;
	case ACT_followup_record:
		return followup(c, q, out), true;
	case ACT_strike_off:
		for (size_t i = 0; i < c->payments_n; i++)
			breaks(out, RULE_closing_money_settled, !c->settled[i]);
		return !c->runner;
	case ACT_acceptance_return: case ACT_acceptance_file_return: case ACT_cooperation_intend:
		return true;
	default:
		return false;
	}
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct acceptance_case *c = case_find(memory, q->target);
	return c ? on_case(memory, c, q, out) : cooperation(memory, q, out);
}

const struct desk desk_acceptance = { "acceptance", sizeof(struct memory), saw, predicts };
