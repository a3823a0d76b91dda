/*
 * Argument and list (8.2.a to 8.2.e, 8.3.a): the panel that argues, its conclusion followed, what stands on a list, what the government decided,
 * where and until when it is published, what the municipal list takes.  15 days are the pack's advice, one million yuan its cap (10.1.b).
 */
#include "sim/cases.h"

#include "across/panel/panel.h"
#include "base/day.h"
#include "life/2-call/call.h"

#define LISTS 12
#define ITEMS 12
#define CALLED 24

enum item_stand { ITEM_DRAFTED, ITEM_APPROVED, ITEM_DENIED, ITEM_PUBLISHED };
struct list_item {
	int64_t challenge;
	enum item_stand stand;
};
struct list {
	int64_t id, drafted;
	struct list_item items[ITEMS];
	size_t n;
	bool decided, published;
};
/* A case's panel of argument and what the municipal list said of it. */
struct called {
	int64_t challenge, panel;
	int64_t seats, signs;
	struct str conclusion, municipal;
};
struct memory {
	struct cases cases;
	struct list lists[LISTS];
	struct called called[CALLED];
	size_t lists_n, called_n;
};

static struct list *list_of(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->lists_n; i++)
		if (m->lists[i].id == id)
			return (struct list *)&m->lists[i];
	return NULL;
}

static struct called *called_of(const struct memory *m, int64_t challenge)
{
	for (size_t i = 0; i < m->called_n; i++)
		if (m->called[i].challenge == challenge)
			return (struct called *)&m->called[i];
	return NULL;
}

static struct called *called_by_panel(const struct memory *m, int64_t panel)
{
	for (size_t i = 0; i < m->called_n; i++)
		if (m->called[i].panel == panel)
			return (struct called *)&m->called[i];
	return NULL;
}

/* ---- what it saw ---- */

static void drafted(struct memory *m, const struct audit_line *l)
{
	const struct list_form *in = l->q.in;
	const struct list_pick_form *pick = in->picks.v;
	if (m->lists_n == LISTS)
		return;
	struct list *k = &m->lists[m->lists_n++];
	*k = (struct list){ .id = l->made, .drafted = instant_day(l->q.now) };
	for (size_t i = 0; i < in->picks.n && k->n < ITEMS; i++)
		k->items[k->n++].challenge = pick[i].challenge;
}

static void decided(struct list *k, const struct audit_line *l)
{
	const struct list_decide_form *in = l->q.in;
	const struct list_choice_form *c = in->choices.v;
	for (size_t i = 0; i < in->choices.n; i++)
		for (size_t n = 0; n < k->n; n++)
			if (k->items[n].challenge == c[i].challenge)
				k->items[n].stand = str_is(c[i].decision, "approve") ? ITEM_APPROVED : ITEM_DENIED;
	k->decided = true;
}

static void published(struct list *k)
{
	for (size_t n = 0; n < k->n; n++)
		if (k->items[n].stand == ITEM_APPROVED)
			k->items[n].stand = ITEM_PUBLISHED;
	k->published = true;
}

/* What the municipal list took leaves the district's list. */
static void taken(struct memory *m, int64_t challenge)
{
	for (size_t i = 0; i < m->lists_n; i++) {
		struct list *k = &m->lists[i];
		for (size_t n = 0; n < k->n; n++)
			if (k->items[n].challenge == challenge && k->items[n].stand != ITEM_PUBLISHED)
				k->items[n--] = k->items[--k->n];
	}
}

static void saw_case(struct memory *m, const struct audit_line *l)
{
	const struct panel_form *form = l->q.in;
	const struct municipal_form *in = l->q.in;
	struct called *c = called_of(m, l->challenge);
	if (!c && m->called_n < CALLED) {
		c = &m->called[m->called_n++];
		c->challenge = l->challenge;
	}
	if (!c)
		return;
	if (l->q.act == ACT_argue_panel_set)
		*c = (struct called){ .challenge = l->challenge, .panel = line_item(l, "panel", 0), .seats = (int64_t)form->seats.n };
	if (l->q.act == ACT_municipal_record) {
		c->municipal = in->result;
		if (str_is(in->result, "included"))
			taken(m, l->challenge);
	}
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	struct list *k = list_of(m, l->q.target);
	struct called *c = called_by_panel(m, l->q.target);
	cases_saw(&m->cases, l);
	if (l->q.act == ACT_argue_panel_set || l->q.act == ACT_municipal_record)
		saw_case(m, l);
	if (l->q.act == ACT_list_draft)
		drafted(m, l);
	if (k && l->q.act == ACT_list_decide)
		decided(k, l);
	if (k && l->q.act == ACT_list_publish)
		published(k);
	if (c && l->q.act == ACT_panel_report)
		c->conclusion = ((const struct panel_report_form *)l->q.in)->conclusion;
	if (c && l->q.act == ACT_panel_sign)
		c->signs++;
}

/* ---- the panel that argues ---- */

static bool seat_known(const struct cases *c, const struct panel_seat_form *s, int64_t challenge)
{
	const struct people_person *who = people_person(&c->people, s->person);
	const struct people_org *demander = case_demander(c, challenge);
	if (!who || who->ended)
		return false;
	return str_is(s->category, "demander_head") ? demander && who->org == demander->id : str_eq(who->category, s->category);
}

static void seats(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct panel_form *in = q->in;
	const struct panel_seat_form *s = in->seats.v;
	int chairs = 0;
	bool chair_head = false, twice = false, unknown = false, head = false, tied = false;
	for (size_t i = 0; i < in->seats.n; i++) {
		bool of_demander = str_is(s[i].category, "demander_head");
		chairs += s[i].chair != 0;
		chair_head |= s[i].chair && of_demander;
		head |= of_demander;
		unknown |= !seat_known(&m->cases, &s[i], q->target);
		tied |= case_tied(&m->cases, s[i].person, of_demander, q->target, PARTY_DEMANDER, instant_day(q->now));
		for (size_t k = 0; k < i; k++)
			twice |= s[k].person == s[i].person;
	}
	breaks(out, RULE_panel_no_duplicate, twice);
	breaks(out, RULE_panel_member_known, unknown);
	breaks(out, RULE_panel_chair_one, chairs != 1 || chair_head);
	breaks(out, RULE_argue_panel_no_head, head);
	breaks(out, RULE_argue_panel_conflict, tied);
}

static int64_t kinds(const struct panel_form *in)
{
	static const char *const names[] = { "management", "frontline", "peer" };
	const struct panel_seat_form *s = in->seats.v;
	int64_t n = 0;
	for (size_t k = 0; k < 3; k++) {
		bool there = false;
		for (size_t i = 0; i < in->seats.n; i++)
			there |= str_is(s[i].category, names[k]);
		n += there;
	}
	return n;
}

static void argue_panel(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct panel_form *in = q->in;
	int64_t n = (int64_t)in->seats.n;
	seats(m, q, out);
	breaks(out, RULE_argue_panel_size, n < 5);
	breaks(out, RULE_argue_panel_odd, n % 2 == 0);
	breaks(out, RULE_argue_panel_kinds, kinds(in) < 3);
}

static void conclude(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct argue_conclude_form *in = q->in;
	const struct called *c = called_of(m, q->target);
	bool done = c && c->signs == c->seats;
	breaks(out, RULE_argue_signed, !done);
	breaks(out, RULE_argue_follows_panel, c && c->conclusion.n && !str_eq(c->conclusion, in->conclusion));
}

/* ---- lists ---- */

static bool municipal(const struct memory *m, int64_t challenge)
{
	const struct called *c = called_of(m, challenge);
	return c && (str_is(c->municipal, "applied") || str_is(c->municipal, "included"));
}

static void draft(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct list_form *in = q->in;
	const struct list_pick_form *p = in->picks.v;
	breaks(out, RULE_list_filled, !in->picks.n);
	for (size_t i = 0; i < in->picks.n; i++) {
		const struct one_case *k = case_of(&m->cases, p[i].challenge);
		bool again = false;
		for (size_t n = 0; n < i; n++)
			again |= p[n].challenge == p[i].challenge;
		bool argued = k && str_is(k->stage, "call.argued") && !again;
		breaks(out, RULE_list_argued, !argued);
		if (!argued)
			continue;       /* what cannot be listed needs no grounds */
		breaks(out, RULE_list_grounds, !p[i].influence.n || !p[i].pull.n || !p[i].breadth.n);
		breaks(out, RULE_list_not_municipal, municipal(m, p[i].challenge));
	}
}

static void decide(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct list_decide_form *in = q->in;
	const struct list_choice_form *c = in->choices.v;
	const struct list *k = list_of(m, q->target);
	if (!k)
		return;
	breaks(out, RULE_list_decision_day, in->decided_on < k->drafted || in->decided_on > instant_day(q->now));
	for (size_t n = 0; n < k->n; n++) {
		bool found = false;
		for (size_t i = 0; i < in->choices.n; i++)
			found |= c[i].challenge == k->items[n].challenge;
		breaks(out, RULE_list_decided_all, !found);
	}
}

static void publish(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct list_publish_form *in = q->in;
	const struct list *k = list_of(m, q->target);
	bool approved = false;
	for (size_t n = 0; k && n < k->n; n++)
		if (k->items[n].stand == ITEM_APPROVED) {
			approved = true;
			breaks(out, RULE_list_not_municipal, municipal(m, k->items[n].challenge));
		}
	breaks(out, RULE_list_approved, !approved);
	breaks(out, RULE_list_deadline_ahead, in->deadline <= q->now);
	breaks(out, RULE_list_deadline, in->deadline - q->now < 15 * MS_PER_DAY);
	breaks(out, RULE_list_media, !in->media.n);
}

static void municipal_record(const struct act_request *q, struct rule_set *out)
{
	const struct municipal_form *in = q->in;
	bool included = str_is(in->result, "included");
	breaks(out, RULE_municipal_day, in->day > instant_day(q->now));
	breaks(out, RULE_municipal_evidence, included && (!in->document.n || !in->scan.n));
	breaks(out, RULE_municipal_decision, in->match_fen > 0 && !in->match_document.n);
	breaks(out, RULE_municipal_cap, in->match_fen > 100000000);
	breaks(out, RULE_municipal_match, in->match_fen > 0 && !included);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	switch (q->act) {
	case ACT_argue_panel_set: argue_panel(m, q, out); return true;
	case ACT_argue_conclude: conclude(m, q, out); return true;
	case ACT_municipal_record: municipal_record(q, out); return true;
	case ACT_list_draft: draft(m, q, out); return true;
	case ACT_list_decide: decide(m, q, out); return true;
	case ACT_list_publish: publish(m, q, out); return true;
	default: return false;
	}
}

const struct desk desk_call = { "call", sizeof(struct memory), saw, predicts };
