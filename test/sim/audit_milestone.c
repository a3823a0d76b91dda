/*
 * Supervision (8.7): what the awardee reports, whom the demander seats, what it concludes, a halt and its end, a report that it cannot be done (9.2).
 */
#include "sim/seats.h"

#include "across/panel/panel.h"
#include "base/day.h"
#include "life/8-milestone/milestone.h"
#include "life/8-milestone/ending.h"

enum { CASES = 40, MILESTONES = 30 };
enum state { PLANNED, REPORTED, ASSESSING, PASSED, FAILED };

struct milestone_case {
	int64_t id, parties[8], ids[MILESTONES], assessed, panel;
	size_t parties_n, n;
	enum state states[MILESTONES];
	struct str methods, conclusion;
	bool panel_signed;
};

struct memory {
	struct seats_people people;
	struct milestone_case cases[CASES];
	size_t n;
};

static const struct milestone_case *case_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->cases[i].id == id)
			return &m->cases[i];
	return NULL;
}

static struct milestone_case *case_of(struct memory *m, int64_t id)
{
	struct milestone_case *c = (struct milestone_case *)case_find(m, id);
	if (!c && m->n < CASES)
		*(c = &m->cases[m->n++]) = (struct milestone_case){ .id = id };
	return c;
}

/* ---- what was seen ---- */

static void begun(struct milestone_case *c, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	for (size_t i = 0; i < l->items.n && c->n < MILESTONES; i++)
		if (str_is(t[i].table, "milestone"))
			c->ids[c->n++] = t[i].id;
}

static void party(struct milestone_case *c, int64_t org)
{
	for (size_t i = 0; i < c->parties_n; i++)
		if (c->parties[i] == org)
			return;
	if (c->parties_n < 8)
		c->parties[c->parties_n++] = org;
}

static void seated(struct milestone_case *c, const struct audit_line *l)
{
	const struct milestone_panel_form *in = l->q.in;
	const struct audit_item *t = l->items.v;
	c->assessed = in->milestone;
	c->methods = in->methods;
	c->panel_signed = false;
	c->conclusion = (struct str){ 0 };
	for (size_t i = 0; i < l->items.n; i++)
		if (str_is(t[i].table, "panel"))
			c->panel = t[i].id;
	if (in->milestone <= (int64_t)c->n)
		c->states[in->milestone - 1] = ASSESSING;
}

static void saw_panel(struct milestone_case *c, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	if (l->q.act == ACT_panel_report)
		c->conclusion = ((const struct panel_report_form *)l->q.in)->conclusion;
	for (size_t i = 0; l->q.act == ACT_panel_sign && i < l->items.n; i++)
		c->panel_signed |= str_is(t[i].table, "panel");        /* the panel's own row changes when the last one signs */
}

static void saw_case(struct milestone_case *c, const struct audit_line *l)
{
	int64_t a = c->assessed - 1;
	for (size_t i = 0; i < c->n; i++)
		if (c->ids[i] == l->q.target && (l->q.act == ACT_milestone_report || l->q.act == ACT_milestone_return))
			c->states[i] = l->q.act == ACT_milestone_report ? REPORTED : PLANNED;
	if (l->q.act == ACT_taskbook_sign && l->q.role == ROLE_unit)
		party(c, l->q.org);
	if (l->q.act == ACT_taskbook_sign && str_is(l->stage, "milestone.running"))
		begun(c, l);
	if (l->q.act == ACT_milestone_panel_set)
		seated(c, l);
	if (l->q.act == ACT_milestone_conclude && a >= 0)
		c->states[a] = str_is(((const struct milestone_conclude_form *)l->q.in)->result, "pass") ? PASSED : FAILED;
	if (l->q.act == ACT_project_halt && a >= 0 && c->states[a] == ASSESSING)
		c->states[a] = REPORTED;
	if (c->panel && l->q.target == c->panel)
		saw_panel(c, l);
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	struct milestone_case *c = l->challenge ? case_of(m, l->challenge) : NULL;
	seats_saw(&m->people, l);
	if (c && (l->q.act == ACT_need_submit || l->q.act == ACT_direct_enter))
		party(c, l->q.org);
	if (c)
		saw_case(c, l);
}

/* ---- what is broken ---- */

static void report(const struct act_request *q, struct rule_set *out)
{
	const struct milestone_report_form *in = q->in;
	const struct milestone_actual_form *k = in->actuals.v;
	breaks(out, RULE_milestone_day, in->reached_on > instant_day(q->now));
	for (size_t i = 0; i < in->actuals.n; i++)
		breaks(out, RULE_milestone_evidenced, !k[i].files.n);
}

static void panel(const struct memory *m, const struct milestone_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct milestone_panel_form *in = q->in;
	struct seats_question seats = { .seats = in->seats, .parties_n = c->parties_n, .head = true, .size = RULE_milestone_panel_size,
		.odd = RULE_milestone_panel_odd, .kinds = RULE_milestone_panel_kinds, .conflict = RULE_milestone_panel_conflict,
		.head_rule = RULE_milestone_panel_head };
	for (size_t i = 0; i < c->parties_n; i++)
		seats.parties[i] = c->parties[i];
	breaks(out, RULE_milestone_reported, in->milestone <= (int64_t)c->n && c->states[in->milestone - 1] != REPORTED);
	for (int64_t i = 0; i + 1 < in->milestone && i < (int64_t)c->n; i++)
		breaks(out, RULE_milestone_in_turn, c->states[i] != PASSED);
	seats_judge(&m->people, &seats, out);
}

static bool kept(const struct milestone_conclude_form *in, struct str method)
{
	const struct milestone_evidence_form *k = in->evidence.v;
	for (size_t i = 0; i < in->evidence.n; i++)
		if (str_eq(k[i].method, method) && k[i].files.n)
			return true;
	return false;
}

static void conclude(const struct milestone_case *c, const struct milestone_conclude_form *in, struct rule_set *out)
{
	bool same = str_is(in->result, "pass") == str_is(c->conclusion, "support");
	struct str rest = c->methods;
	while (rest.n)
		breaks(out, RULE_milestone_methods_kept, !kept(in, str_cut(&rest, ',')));
	breaks(out, RULE_milestone_panel_signed, !c->panel_signed);
	breaks(out, RULE_milestone_follows_panel, c->panel_signed && !same && !in->differs.n);
}

static void cannot(const struct act_request *q, struct rule_set *out)
{
	const struct cannot_finish_form *in = q->in;
	int64_t today = instant_day(q->now);
	breaks(out, RULE_cannot_finish_day, in->found_on > today);
	breaks(out, RULE_cannot_finish_in_time, day_between(in->found_on, today) > 15);
}

static bool any_failed(const struct milestone_case *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->states[i] == FAILED)
			return true;
	return false;
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct milestone_case *c = case_find(memory, q->target);
	switch (q->act) {
	case ACT_milestone_report:
		report(q, out);
		return true;
	case ACT_milestone_return:
		return true;
	case ACT_cannot_finish_report:
		cannot(q, out);
		return true;
	case ACT_project_halt:
		breaks(out, RULE_halt_evidenced, !((const struct project_halt_form *)q->in)->evidence.n);
		return true;
	case ACT_project_resume:
		breaks(out, RULE_halt_evidenced, !((const struct project_resume_form *)q->in)->evidence.n);
		breaks(out, RULE_resume_assessed, c && any_failed(c));
		return c;
	case ACT_milestone_panel_set:
		if (c)
			panel(memory, c, q, out);
		return c;
	case ACT_milestone_conclude:
		if (c)
			conclude(c, q->in, out);
		return c;
	default:
		return false;
	}
}

const struct desk desk_milestone = { "milestone", sizeof(struct memory), saw, predicts };
