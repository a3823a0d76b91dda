/*
 * Every panel (8.2.b, 8.4.a to 8.4.c, 8.7.d, 8.8.a): who declares an interest, scores, reports, signs, is replaced.
 *
 * The rubrics' items and points stand in policy/dazu-2023/rubrics.yaml.
 */
#include "sim/cases.h"

#include "across/panel/panel.h"
#include "base/day.h"
#include "life/8-milestone/milestone.h"

#include <string.h>

#define PANELS 24
#define SEATS 20

enum seat_stand { SEAT_INVITED, SEAT_CLEAR, SEAT_CONFLICT, SEAT_DECLINED, SEAT_OPINED, SEAT_SIGNED, SEAT_REPLACED };
struct seat {
	int64_t id, person;
	struct str category;
	bool chair;
	enum seat_stand stand;
};
struct panel {
	int64_t id, challenge;
	enum act_id by;                 /* the act that formed it: what kind it is */
	struct seat seats[SEATS];
	size_t n;
};
struct memory {
	struct cases cases;
	struct panel panels[PANELS];
	size_t n;
};

struct item {
	const char *code;
	int64_t most;
};
static const struct item argument_items[] = { { "need", 25 }, { "novelty", 25 }, { "feasibility", 25 }, { "effect", 25 }, { 0 } };
static const struct item review_items[] = { { "response", 25 }, { "plan", 20 }, { "team", 15 }, { "price", 15 }, { "schedule", 10 }, { "ip_risk", 5 },
	{ "landing", 10 }, { 0 } };
static const struct item milestone_items[] = { { "stage_goals", 40 }, { "progress", 20 }, { "evidence", 20 }, { "prospect", 20 }, { 0 } };
static const struct item acceptance_items[] = { { "goals", 50 }, { "quality", 20 }, { "first_use", 20 }, { "material", 10 }, { 0 } };

static const struct item *rubric(const struct panel *p)
{
	switch (p->by) {
	case ACT_argue_panel_set: return argument_items;
	case ACT_review_panel_propose: return review_items;
	case ACT_acceptance_panel_set: return acceptance_items;
	default: return milestone_items;
	}
}

/* ---- what it saw ---- */

static const struct panel *panel_of(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->panels[i].id == id)
			return &m->panels[i];
	return NULL;
}

static struct seat *seat_of(const struct panel *p, int64_t person)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->seats[i].person == person && p->seats[i].stand != SEAT_REPLACED)
			return (struct seat *)&p->seats[i];
	return NULL;
}

static void formed(struct memory *m, const struct audit_line *l)
{
	const struct panel_form *form = l->q.in;
	const struct milestone_panel_form *of_milestone = l->q.in;
	struct rows rows = l->q.act == ACT_milestone_panel_set ? of_milestone->seats : form->seats;
	const struct panel_seat_form *s = rows.v;
	if (m->n == PANELS)
		return;
	struct panel *p = &m->panels[m->n++];
	*p = (struct panel){ .id = line_item(l, "panel", 0), .challenge = l->challenge, .by = l->q.act };
	for (size_t i = 0; i < rows.n && p->n < SEATS; i++)
		p->seats[p->n++] = (struct seat){ .id = line_item(l, "panel_seat", i), .person = s[i].person, .category = s[i].category, .chair = s[i].chair };
}

static void replaced(struct panel *p, const struct audit_line *l)
{
	const struct panel_replace_form *in = l->q.in;
	struct seat *leaves = seat_of(p, in->leaves);
	bool chair = leaves && leaves->chair;
	if (leaves)
		leaves->stand = SEAT_REPLACED;
	if (p->n < SEATS)
		p->seats[p->n++] = (struct seat){ .person = in->joins, .category = in->category, .chair = chair };
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	struct panel *p = (struct panel *)panel_of(m, l->q.target);
	struct seat *s = p ? seat_of(p, l->q.person) : NULL;
	cases_saw(&m->cases, l);
	switch (l->q.act) {
	case ACT_argue_panel_set:
	case ACT_review_panel_propose:
	case ACT_milestone_panel_set:
	case ACT_race_panel_set:
	case ACT_acceptance_panel_set: formed(m, l); break;
	case ACT_panel_replace:
		if (p)
			replaced(p, l);
		break;
	case ACT_panel_declare:
		if (s)
			s->stand = str_is(((const struct panel_declare_form *)l->q.in)->interest, "none") ? SEAT_CLEAR : SEAT_CONFLICT;
		break;
	case ACT_panel_decline:
		if (s)
			s->stand = SEAT_DECLINED;
		break;
	case ACT_panel_opinion:
		if (s)
			s->stand = SEAT_OPINED;
		break;
	case ACT_panel_sign:
		if (s)
			s->stand = SEAT_SIGNED;
		break;
	default: break;
	}
}

/* ---- what it expects ---- */

static enum case_parties parties(const struct panel *p)
{
	return p->by == ACT_argue_panel_set ? PARTY_DEMANDER : p->by == ACT_review_panel_propose ? PARTY_BIDDERS : PARTY_AWARDED;
}

static bool plan(const struct memory *m, const struct panel *p, size_t i)
{
	const struct case_bid *b = &m->cases.bids[i];
	return b->challenge == p->challenge && b->stand == BID_PASSED;
}

/* How often the item was scored for the plan; and whether above its points. */
static int scored(const struct panel_opinion_form *in, int64_t bid, const struct item *item, bool *above)
{
	const struct panel_score_form *s = in->scores.v;
	int n = 0;
	for (size_t i = 0; i < in->scores.n; i++)
		if (s[i].bid == bid && str_is(s[i].item, item->code)) {
			n++;
			*above |= s[i].points > item->most;
		}
	return n;
}

static void opinion(const struct memory *m, const struct panel *p, const struct act_request *q, struct rule_set *out)
{
	const struct panel_opinion_form *in = q->in;
	const struct seat *s = seat_of(p, q->person);
	bool above = false, once = true;
	for (const struct item *item = rubric(p); item->code; item++) {
		if (p->by != ACT_review_panel_propose)
			once &= scored(in, 0, item, &above) == 1;
		else
			for (size_t i = 0; i < m->cases.bids_n; i++)
				if (plan(m, p, i))
					once &= scored(in, m->cases.bids[i].id, item, &above) == 1;
	}
	breaks(out, RULE_panel_seat_clear, !s || s->stand != SEAT_CLEAR);
	breaks(out, RULE_panel_scores_complete, !once);
	breaks(out, RULE_panel_scores_range, above);
}

static bool ranked(const struct memory *m, const struct panel *p, const struct panel_report_form *in)
{
	const struct panel_rank_form *r = in->ranking.v;
	int64_t plans = 0;
	bool good = true;
	for (size_t i = 0; i < m->cases.bids_n; i++) {
		int times = 0;
		if (!plan(m, p, i))
			continue;
		plans++;
		for (size_t k = 0; k < in->ranking.n; k++)
			times += r[k].bid == m->cases.bids[i].id;
		good &= times == 1;
	}
	for (size_t k = 0; k < in->ranking.n; k++) {
		good &= r[k].rank <= plans;
		for (size_t i = 0; i < k; i++)
			good &= r[i].rank != r[k].rank;
	}
	return good && (int64_t)in->ranking.n == plans;
}

static void report(const struct memory *m, const struct panel *p, const struct act_request *q, struct rule_set *out)
{
	const struct panel_report_form *in = q->in;
	bool all = true;
	for (size_t i = 0; i < p->n; i++)
		all &= p->seats[i].stand == SEAT_OPINED || p->seats[i].stand == SEAT_REPLACED;
	breaks(out, RULE_panel_all_opined, !all);
	breaks(out, RULE_panel_ranking_complete, p->by == ACT_review_panel_propose && !in->unrankable && !ranked(m, p, in));
}

static int64_t kinds(const struct panel *p, int64_t without, struct str with)
{
	static const char *const names[] = { "management", "frontline", "peer", "demander_head" };
	int64_t n = 0;
	for (size_t k = 0; k < 4; k++) {
		bool there = str_is(with, names[k]);
		for (size_t i = 0; i < p->n; i++)
			there |= p->seats[i].stand != SEAT_REPLACED && p->seats[i].person != without && str_is(p->seats[i].category, names[k]);
		n += there;
	}
	return n;
}

static bool known(const struct cases *c, int64_t id, struct str category, int64_t challenge)
{
	const struct people_person *who = people_person(&c->people, id);
	const struct people_org *demander = case_demander(c, challenge);
	if (!who || who->ended)
		return false;
	if (str_is(category, "demander_head"))
		return demander && who->org == demander->id;
	return str_eq(who->category, category);
}

static void replace(const struct memory *m, const struct panel *p, const struct act_request *q, struct rule_set *out)
{
	const struct panel_replace_form *in = q->in;
	const struct seat *leaves = seat_of(p, in->leaves);
	bool head = str_is(in->category, "demander_head"), again = false;  /* whoever left does not come back */
	int64_t after = kinds(p, in->leaves, in->category);
	for (size_t i = 0; i < p->n; i++)
		again |= p->seats[i].person == in->joins;
	breaks(out, RULE_panel_replace_leaves, !leaves);
	if (!leaves)
		return;         /* nobody leaves: what the panel would be afterwards cannot be said */
	breaks(out, RULE_panel_no_duplicate, again);
	breaks(out, RULE_panel_member_known, !known(&m->cases, in->joins, in->category, p->challenge));
	breaks(out, RULE_panel_chair_one, leaves->chair && head);
	breaks(out, RULE_panel_replace_kind, after < kinds(p, 0, (struct str){ 0 }));
	breaks(out, RULE_panel_replace_conflict, case_tied(&m->cases, in->joins, head, p->challenge, parties(p), instant_day(q->now)));
}

static void declare(const struct memory *m, const struct panel *p, const struct act_request *q, struct rule_set *out)
{
	const struct panel_declare_form *in = q->in;
	breaks(out, RULE_panel_declare_tied,
		str_is(in->interest, "none") && case_tied(&m->cases, q->person, true, p->challenge, parties(p), instant_day(q->now)));
}

static void sign(const struct panel *p, const struct act_request *q, struct rule_set *out)
{
	const struct panel_sign_form *in = q->in;
	const struct seat *s = seat_of(p, q->person);
	breaks(out, RULE_panel_sign_clear, !s || s->stand != SEAT_OPINED);
	breaks(out, RULE_panel_dissent_reason, str_is(in->sign, "dissent") && !in->remark.n);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	const struct panel *p = panel_of(m, q->target);
	bool mine = q->act == ACT_panel_declare || q->act == ACT_panel_opinion || q->act == ACT_panel_report || q->act == ACT_panel_sign ||
		q->act == ACT_panel_replace;
	if (q->act == ACT_panel_decline)
		return true;
	if (!mine || !p)
		return false;
	/* a node's panel of a horse race judges runner by runner: not known here yet */
	if (p->by == ACT_race_panel_set && (q->act == ACT_panel_opinion || q->act == ACT_panel_report))
		return false;
	switch (q->act) {
	case ACT_panel_declare: declare(m, p, q, out); break;
	case ACT_panel_opinion: opinion(m, p, q, out); break;
	case ACT_panel_report: report(m, p, q, out); break;
	case ACT_panel_sign: sign(p, q, out); break;
	default: replace(m, p, q, out); break;
	}
	return true;
}

const struct desk desk_panel = { "panel", sizeof(struct memory), saw, predicts };
