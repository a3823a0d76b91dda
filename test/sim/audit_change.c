/*
 * What changes while a project runs: requests of typed items and the answers to them (5.2.d, 8.6.c, 7.a; who asks what: the plan's changes.yaml), and
 * extensions by force majeure (8.8.c).  A request with an item about members of
 * the team, about partners or about what is not there is not predicted, nor its approval when its days have run out meanwhile.
 */
#include "sim/desk.h"
#include "sim/people.h"

#include "base/day.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/change.h"
#include "life/8-milestone/milestone.h"

enum { CASES = 24, MOST = 30, EXTENSIONS = 30 };

struct change_case {
	int64_t id, demander, starts, ends, book_ends, assessed, extended;
	int64_t milestones[MOST];
	struct str indicators[MOST], plan, budget, leader;
	bool passed[MOST], paid[8];
	int64_t payments[8], pay_days[3];
	size_t milestones_n, indicators_n, payments_n;
	struct rows asked;              /* struct change_item_form of the open request */
};

struct extension {
	int64_t id, challenge, reports, examined_on, opinion_ends;
	struct str opinion;
};

struct memory {
	struct change_case cases[CASES];
	struct extension extensions[EXTENSIONS];
	size_t n, extensions_n;
};

static const struct change_case *case_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->cases[i].id == id)
			return &m->cases[i];
	return NULL;
}

static struct change_case *case_of(struct memory *m, int64_t id)
{
	struct change_case *c = (struct change_case *)case_find(m, id);
	if (!c && m->n < CASES)
		*(c = &m->cases[m->n++]) = (struct change_case){ .id = id };
	return c;
}

static const struct extension *extension_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->extensions_n; i++)
		if (m->extensions[i].id == id)
			return &m->extensions[i];
	return NULL;
}

/* ---- what was seen ---- */

static void drafted(struct change_case *c, const struct taskbook_form *in)
{
	const struct taskbook_milestone_form *k = in->milestones.v;
	const struct taskbook_indicator_form *x = in->indicators.v;
	c->starts = in->starts;
	c->ends = c->book_ends = in->ends;
	c->plan = in->research_plan;
	c->leader = in->pi_name;
	c->milestones_n = in->milestones.n < MOST ? in->milestones.n : MOST;
	c->indicators_n = in->indicators.n < MOST ? in->indicators.n : MOST;
	for (size_t i = 0; i < c->milestones_n; i++)
		c->milestones[i] = k[i].due;
	for (size_t i = 0; i < c->indicators_n; i++)
		c->indicators[i] = x[i].name;
}

static void approved(struct change_case *c)
{
	const struct change_item_form *k = c->asked.v;
	for (size_t i = 0; i < c->asked.n; i++) {
		size_t n = (size_t)k[i].which - 1;
		if (str_is(k[i].kind, "end_day"))
			c->ends = k[i].day;
		if (str_is(k[i].kind, "plan"))
			c->plan = k[i].wanted;
		if (str_is(k[i].kind, "leader"))
			c->leader = k[i].wanted;
		if (str_is(k[i].kind, "budget"))
			c->budget = k[i].wanted;
		if (str_is(k[i].kind, "pay_day") && n < 3)
			c->pay_days[n] = k[i].day;
		if (str_is(k[i].kind, "milestone_day") && n < c->milestones_n)
			c->milestones[n] = k[i].day;
		if (str_is(k[i].kind, "indicator") && n < c->indicators_n)
			c->indicators[n] = k[i].wanted;
	}
}

static void saw_extension(struct memory *m, struct change_case *c, const struct audit_line *l)
{
	const struct extension_decide_form *decide = l->q.in;
	struct extension *e = (struct extension *)extension_find(m, l->q.act == ACT_extension_report ? line_item(l, "extension", 0) : l->q.target);
	if (l->q.act == ACT_extension_report && !e) {
		/* the second party's report belongs to the open one */
		for (size_t i = 0; i < m->extensions_n; i++)
			if (m->extensions[i].challenge == c->id && m->extensions[i].reports == 1)
				e = &m->extensions[i];
		if (!line_item(l, "extension", 0) && e)
			e->reports++;
		else if (m->extensions_n < EXTENSIONS)
			m->extensions[m->extensions_n++] = (struct extension){ .id = line_item(l, "extension", 0), .challenge = c->id, .reports = 1 };
	} else if (l->q.act == ACT_extension_report) {
		e->reports++;
	}
	if (e && l->q.act == ACT_extension_examine) {
		e->examined_on = instant_day(l->q.now);
		e->opinion = ((const struct extension_examine_form *)l->q.in)->opinion;
		e->opinion_ends = ((const struct extension_examine_form *)l->q.in)->ends;
	}
	if (e && l->q.act == ACT_extension_decide && str_is(decide->outcome, "extend")) {
		c->ends = decide->ends;
		c->extended++;
	}
}

static void saw_case(struct change_case *c, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	if (l->q.act == ACT_need_submit || l->q.act == ACT_direct_enter)
		c->demander = l->q.org;
	if (l->q.act == ACT_taskbook_draft)
		drafted(c, l->q.in);
	for (size_t i = 0; l->q.act == ACT_taskbook_sign && i < l->items.n; i++)
		if (str_is(t[i].table, "payment") && str_is(l->stage, "milestone.running") && c->payments_n < 8)
			c->payments[c->payments_n++] = t[i].id;
	for (size_t i = 0; i < c->payments_n; i++)
		c->paid[i] |= c->payments[i] == l->q.target && (l->q.act == ACT_payment_record || l->q.act == ACT_fiscal_pay);
	if (l->q.act == ACT_milestone_panel_set)
		c->assessed = ((const struct milestone_panel_form *)l->q.in)->milestone;
	if (l->q.act == ACT_milestone_conclude && c->assessed && c->assessed <= MOST)
		c->passed[c->assessed - 1] = str_is(((const struct milestone_conclude_form *)l->q.in)->result, "pass");
	if (l->q.act == ACT_change_propose)
		c->asked = ((const struct change_form *)l->q.in)->items;
	if (l->q.act == ACT_change_answer && line_item(l, "supplement", 0))
		approved(c);
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	const struct audit_item *t = l->items.v;
	struct change_case *c = l->challenge ? case_of(m, l->challenge) : NULL;
	for (size_t i = 0; c && l->q.act == ACT_establish && i < l->items.n; i++)
		if (str_is(t[i].table, "challenge") && t[i].id != c->id && case_of(m, t[i].id))
			case_of(m, t[i].id)->demander = c->demander;
	if (!c)
		return;
	saw_case(c, l);
	saw_extension(m, c, l);
}

/* ---- extension ---- */

static void longer(const struct change_case *c, int64_t ends, struct rule_set *out)
{
	breaks(out, RULE_extension_longer, ends <= c->ends);
	breaks(out, RULE_extension_most, ends > day_add_months(c->book_ends, 12));
	breaks(out, RULE_extension_times, c->extended >= 2);
}

static void report(const struct change_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct extension_report_form *in = q->in;
	int64_t today = instant_day(q->now);
	breaks(out, RULE_extension_proved, !in->evidence.n);
	breaks(out, RULE_extension_happened, in->happened_on < c->starts || in->happened_on > today);
	breaks(out, RULE_extension_lead_time, today > day_add(c->ends, -30));
	if (str_is(in->asks, "extend"))
		longer(c, in->ends, out);
}

static bool extension(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct extension *e = extension_find(m, q->target);
	const struct change_case *c = e ? case_find(m, e->challenge) : NULL;
	const struct extension_examine_form *examine = q->in;
	const struct extension_decide_form *decide = q->in;
	if (!c || (q->act != ACT_extension_examine && q->act != ACT_extension_decide))
		return false;
	if (q->act == ACT_extension_examine) {
		breaks(out, RULE_extension_both, e->reports < 2);
		if (str_is(examine->opinion, "extend"))
			longer(c, examine->ends, out);
		return true;
	}
	breaks(out, RULE_extension_decision_day, decide->decided_on < e->examined_on || decide->decided_on > instant_day(q->now));
	bool other = !str_eq(decide->outcome, e->opinion) || (str_is(decide->outcome, "extend") && decide->ends != e->opinion_ends);
	breaks(out, RULE_extension_reason, (str_is(decide->outcome, "refuse") || other) && !decide->reason.n);
	if (str_is(decide->outcome, "extend"))
		longer(c, decide->ends, out);
	return true;
}

/* ---- requests ---- */

static bool is_one_of(struct str kind, const char *a, const char *b, const char *c)
{
	return str_is(kind, a) || str_is(kind, b) || str_is(kind, c);
}

static bool named(struct str kind)
{
	return is_one_of(kind, "member_in", "member_out", "") || is_one_of(kind, "partner_in", "partner_out", "");
}

static bool whole(const struct change_item_form *k)
{
	bool which = is_one_of(k->kind, "indicator", "pay_day", "milestone_day"), day = is_one_of(k->kind, "pay_day", "milestone_day", "end_day");
	return (!which || k->which) && (day ? k->day != 0 : k->wanted.n != 0);
}

/* Does the item speak of something that is there and still open? */
static bool known(const struct change_case *c, const struct change_item_form *k)
{
	size_t n = (size_t)k->which - 1;
	if (str_is(k->kind, "indicator"))
		return n < c->indicators_n;
	if (str_is(k->kind, "milestone_day"))
		return n < c->milestones_n && !c->passed[n];
	if (str_is(k->kind, "pay_day"))
		return n < 3 && !c->paid[n];
	return true;
}

static bool same(const struct change_case *c, const struct change_item_form *k)
{
	size_t n = (size_t)k->which - 1;
	if (str_is(k->kind, "indicator"))
		return str_eq(k->wanted, c->indicators[n]);
	if (str_is(k->kind, "milestone_day"))
		return k->day == c->milestones[n];
	if (str_is(k->kind, "pay_day"))
		return k->day == c->pay_days[n];
	if (str_is(k->kind, "end_day"))
		return k->day == c->ends;
	return str_eq(k->wanted, str_is(k->kind, "plan") ? c->plan : str_is(k->kind, "leader") ? c->leader : c->budget);
}

/* What the days would be: after today, within the period, in their order. */
static void days(const struct change_case *c, const struct change_form *in, int64_t today, struct rule_set *out)
{
	const struct change_item_form *k = in->items.v;
	struct change_case after = *c;
	bool moved = false;
	for (size_t i = 0; i < in->items.n; i++)
		if (str_is(k[i].kind, "end_day") && k[i].day) {
			after.ends = k[i].day;
			moved = true;
		}
	for (size_t i = 0; i < in->items.n; i++) {
		bool day = is_one_of(k[i].kind, "pay_day", "milestone_day", "end_day") && whole(&k[i]);
		if (day && str_is(k[i].kind, "milestone_day") && k[i].which && known(c, &k[i]))
			after.milestones[k[i].which - 1] = k[i].day;
		breaks(out, RULE_change_days, day && (k[i].day < today || k[i].day < c->starts));
		breaks(out, RULE_change_days, day && k[i].day > after.ends);
	}
	for (size_t i = 0; i < after.milestones_n; i++) {
		bool touched = moved || after.milestones[i] != c->milestones[i] || (i && after.milestones[i - 1] != c->milestones[i - 1]);
		breaks(out, RULE_change_days, touched && (after.milestones[i] > after.ends || (i && after.milestones[i] < after.milestones[i - 1])));
	}
	breaks(out, RULE_change_period, moved && after.ends > day_add_months(c->starts, 36));
}

static bool propose(const struct change_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct change_form *in = q->in;
	const struct change_item_form *k = in->items.v;
	bool awardee = q->role == ROLE_unit && q->org != c->demander, bureau = q->role == ROLE_bureau;
	for (size_t i = 0; i < in->items.n; i++)
		if (named(k[i].kind) || (whole(&k[i]) && !known(c, &k[i])))
			return false;
	for (size_t i = 0; i < in->items.n; i++) {
		bool there = whole(&k[i]) && known(c, &k[i]);
		breaks(out, RULE_change_asked_by, bureau || (is_one_of(k[i].kind, "budget", "leader", "") && !awardee));
		breaks(out, RULE_change_whole, !whole(&k[i]));
		breaks(out, RULE_change_known, whole(&k[i]) && !known(c, &k[i]));
		breaks(out, RULE_change_other, there && same(c, &k[i]));
		breaks(out, RULE_change_proved, is_one_of(k[i].kind, "indicator", "leader", "") && !k[i].evidence.n);
		for (size_t j = 0; j < i; j++)
			breaks(out, RULE_change_once, str_eq(k[j].kind, k[i].kind) && k[j].which == k[i].which);
	}
	days(c, in, instant_day(q->now), out);
	return true;
}

/* Would an open request's days be refused by now? */
static bool days_over(const struct memory *m, const struct act_request *q)
{
	struct rule_set out = { 0 };
	for (size_t i = 0; i < m->n; i++) {
		struct change_form in = { .items = m->cases[i].asked };
		days(&m->cases[i], &in, instant_day(q->now), &out);
	}
	return out.has[RULE_change_days];
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct change_case *c = case_find(memory, q->target);
	const struct change_answer_form *answer = q->in;
	switch (q->act) {
	case ACT_extension_report:
		if (c)
			report(c, q, out);
		return c;
	case ACT_change_answer:
		if (str_is(answer->answer, "approve") && days_over(memory, q))
			return false;
		breaks(out, RULE_change_reason, !str_is(answer->answer, "approve") && !answer->reason.n);
		return true;
	case ACT_change_withdraw:
		return true;
	case ACT_change_propose:
		return c && propose(c, q, out);
	default:
		return extension(memory, q, out);
	}
}

const struct desk desk_change = { "change", sizeof(struct memory), saw, predicts };
