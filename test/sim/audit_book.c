/* See audit_book.h. */
#include "sim/audit_book.h"

#include "base/day.h"
#include "across/affiliation/affiliation.h"
#include "across/panel/panel.h"
#include "across/party/party.h"
#include "life/1-need/need.h"
#include "life/3-bid/bid.h"
#include "life/8-milestone/milestone.h"

/* ---- finding ---- */

#define FIND(NAME, TYPE, LIST) \
	static struct TYPE *NAME(const struct book *b, int64_t id) \
	{ \
		for (int64_t i = b->LIST##_n; i-- > 0;) \
			if (b->LIST[i].id == id) \
				return (struct TYPE *)&b->LIST[i]; \
		return NULL; \
	}
FIND(find_org, book_org, orgs)
FIND(find_person, book_person, people)
FIND(find_relation, book_relation, relations)
FIND(find_case, book_case, cases)
FIND(find_bid, book_bid, bids)
FIND(find_panel, book_panel, panels)
#undef FIND

const struct book_org *book_org(const struct book *b, int64_t id)
{
	return find_org(b, id);
}

const struct book_person *book_person(const struct book *b, int64_t id)
{
	return find_person(b, id);
}

struct book_case *book_case(const struct book *b, int64_t id)
{
	return find_case(b, id);
}

struct book_bid *book_bid(const struct book *b, int64_t id)
{
	return find_bid(b, id);
}

struct book_panel *book_panel(const struct book *b, int64_t id)
{
	return find_panel(b, id);
}

const struct book_panel *book_panel_of(const struct book *b, int64_t challenge, enum book_panel_kind kind)
{
	for (int64_t i = b->panels_n; i-- > 0;)
		if (b->panels[i].challenge == challenge && b->panels[i].kind == kind && !b->panels[i].dismissed)
			return &b->panels[i];
	return NULL;
}

bool book_panel_signed(const struct book_panel *p)
{
	bool all = p && p->reported && p->seats_n > 0;
	for (int64_t i = 0; p && i < p->seats_n; i++)
		all = all && (p->seats[i].gone || p->seats[i].signed_);
	return all;
}

int64_t line_row(const struct audit_line *l, const char *table, size_t nth)
{
	const struct audit_item *it = l->items.v;
	for (size_t i = 0; i < l->items.n; i++)
		if (str_is(it[i].table, table) && nth-- == 0)
			return it[i].id;
	return 0;
}

/* ---- parties ---- */

static void saw_party(struct book *b, const struct audit_line *l)
{
	struct book_person *p = NULL;
	if (l->q.act == ACT_org_register && b->orgs_n < BOOK_ORGS) {
		const struct org_form *in = l->q.in;
		b->orgs[b->orgs_n++] = (struct book_org){ l->made, in->name, in->credit_code };
	}
	if ((l->q.act == ACT_org_register || l->q.act == ACT_person_add || l->q.act == ACT_expert_add) && b->people_n < BOOK_PEOPLE)
		p = &b->people[b->people_n++];
	if (p && l->q.act == ACT_org_register)
		*p = (struct book_person){ .id = line_row(l, "person", 0), .org = l->made, .name = ((const struct org_form *)l->q.in)->contact };
	if (p && l->q.act == ACT_person_add)
		*p = (struct book_person){ .id = l->made, .org = l->q.target, .name = ((const struct person_form *)l->q.in)->name };
	if (p && l->q.act == ACT_expert_add) {
		const struct expert_form *in = l->q.in;
		*p = (struct book_person){ .id = l->made, .name = in->name, .category = in->category, .employer = in->employer,
			.employer_code = in->employer_code };
	}
	p = find_person(b, l->q.target);
	if (p && l->q.act == ACT_person_end)
		p->ended = true;
	if (p && l->q.act == ACT_expert_update) {
		const struct expert_profile_form *in = l->q.in;
		p->employer = in->employer;
		p->employer_code = in->employer_code;
	}
}

static void saw_relation(struct book *b, const struct audit_line *l)
{
	if ((l->q.act == ACT_relation_declare || l->q.act == ACT_relation_enter) && b->relations_n < BOOK_RELATIONS) {
		const struct relation_form *in = l->q.in;
		b->relations[b->relations_n++] = (struct book_relation){ .id = line_row(l, "relation", 0), .org = l->q.target, .person = in->other_person,
			.org_there = str_is(in->other_kind, "org"), .side = in->side, .kind = in->kind, .name = in->other_name, .code = in->other_code,
			.from = in->from_day, .to = in->to_day };
	}
	struct book_relation *r = l->q.act == ACT_relation_end ? find_relation(b, l->q.target) : NULL;
	if (r)
		r->ended = true;
}

/* ---- cases and bids ---- */

static void saw_case(struct book *b, const struct audit_line *l)
{
	struct book_case *c = find_case(b, l->challenge);
	if (!c && l->challenge && b->cases_n < BOOK_CASES && (l->q.act == ACT_need_submit || l->q.act == ACT_relist || l->q.act == ACT_direct_enter)) {
		c = &b->cases[b->cases_n++];
		*c = (struct book_case){ .id = l->challenge, .demander = l->q.org };
	}
	if (!c)
		return;
	c->stage = l->stage;
	if (l->q.act == ACT_need_submit || l->q.act == ACT_need_resubmit || l->q.act == ACT_relist) {
		const struct need_form *in = l->q.in;
		c->restricted = str_is(in->scope, "restricted");
		c->pay_fen = in->pay_fen;
		c->other_fen = in->other_fen;
	}
}

static struct book_bid *bid_made(struct book *b, const struct audit_line *l)
{
	struct book_bid *bid = find_bid(b, l->made);
	if (bid || b->bids_n >= BOOK_BIDS)
		return bid;
	bid = &b->bids[b->bids_n++];
	*bid = (struct book_bid){ .id = l->made, .challenge = l->challenge, .org = l->q.org };
	return bid;
}

static void saw_bid(struct book *b, const struct audit_line *l)
{
	struct book_bid *bid = l->q.act == ACT_bid_submit ? bid_made(b, l) : find_bid(b, l->q.target);
	if (bid && l->q.act == ACT_bid_submit) {
		const struct bid_form *in = l->q.in;
		const struct bid_partner_form *p = in->partners.v;
		bid->state = BID_FILED;
		bid->partners_n = 0;
		for (size_t i = 0; i < in->partners.n && i < BOOK_MEMBERS; i++) {
			bid->partner_names[i] = p[i].name;
			bid->partners[bid->partners_n++] = p[i].credit_code;
		}
	}
	if (bid && (l->q.act == ACT_bid_withdraw || l->q.act == ACT_bid_exit))
		bid->state = BID_GONE;
	if (bid && l->q.act == ACT_bid_check) {
		bid->checked = true;
		bid->state = str_is(((const struct bid_check_form *)l->q.in)->result, "passed") ? BID_PASSED : BID_FAILED;
	}
	if (bid && l->q.act == ACT_affiliation_look)
		bid->cleared = str_is(((const struct affiliation_look_form *)l->q.in)->result, "holds");
	for (int64_t i = 0; l->q.act == ACT_bids_open && i < b->bids_n; i++)
		if (b->bids[i].challenge == l->challenge && b->bids[i].state == BID_FILED)
			b->bids[i].state = BID_OPENED;
}

/* ---- panels ---- */

static bool panel_act(enum act_id act, enum book_panel_kind *kind)
{
	static const struct {
		enum act_id act;
		enum book_panel_kind kind;
	} acts[] = { { ACT_argue_panel_set, PANEL_ARGUE }, { ACT_review_panel_propose, PANEL_REVIEW }, { ACT_milestone_panel_set, PANEL_MILESTONE },
		{ ACT_acceptance_panel_set, PANEL_ACCEPTANCE }, { ACT_race_panel_set, PANEL_RACE } };
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (acts[i].act == act) {
			*kind = acts[i].kind;
			return true;
		}
	return false;
}

static void saw_panel_set(struct book *b, const struct audit_line *l, enum book_panel_kind kind)
{
	struct book_panel *p = b->panels_n < BOOK_PANELS ? &b->panels[b->panels_n++] : NULL;
	struct rows seats = kind == PANEL_MILESTONE ? ((const struct milestone_panel_form *)l->q.in)->seats : ((const struct panel_form *)l->q.in)->seats;
	const struct panel_seat_form *s = seats.v;
	if (!p)
		return;
	*p = (struct book_panel){ .id = line_row(l, "panel", 0), .challenge = l->challenge, .kind = kind };
	for (size_t i = 0; i < seats.n && i < BOOK_SEATS - 2; i++)
		p->seats[p->seats_n++] = (struct book_seat){ .id = line_row(l, "panel_seat", i), .person = s[i].person, .chair = s[i].chair,
			.category = s[i].category };
	for (int64_t i = 0; kind == PANEL_REVIEW && i < b->bids_n; i++)
		if (b->bids[i].challenge == l->challenge && b->bids[i].state == BID_PASSED)
			b->bids[i].reviewed = true;
}

static struct book_seat *seat_of(struct book_panel *p, int64_t person)
{
	for (int64_t i = 0; p && i < p->seats_n; i++)
		if (p->seats[i].person == person && !p->seats[i].gone)
			return &p->seats[i];
	return NULL;
}

static void saw_report(struct book_panel *p, const struct panel_report_form *in)
{
	const struct panel_rank_form *r = in->ranking.v;
	p->reported = true;
	p->ranked = !in->unrankable;
	p->conclusion = in->conclusion;
	p->ranks_n = 0;
	for (size_t i = 0; p->ranked && i < in->ranking.n && i < BOOK_SEATS; i++) {
		p->rank_bid[p->ranks_n] = r[i].bid;
		p->rank[p->ranks_n++] = r[i].rank;
	}
}

static void saw_replace(struct book_panel *p, const struct panel_replace_form *in)
{
	struct book_seat *s = seat_of(p, in->leaves);
	if (!s || p->seats_n == BOOK_SEATS)
		return;
	s->gone = true;
	p->seats[p->seats_n++] = (struct book_seat){ .person = in->joins, .category = in->category, .chair = s->chair };
}

static void saw_panel(struct book *b, const struct audit_line *l)
{
	enum book_panel_kind kind;
	if (panel_act(l->q.act, &kind))
		saw_panel_set(b, l, kind);
	for (int64_t i = 0; l->q.act == ACT_review_panel_refuse && i < b->panels_n; i++)
		if (b->panels[i].challenge == l->challenge && b->panels[i].kind == PANEL_REVIEW)
			b->panels[i].dismissed = true;
	struct book_panel *p = find_panel(b, l->q.target);
	struct book_seat *s = seat_of(p, l->q.person);
	if (p && l->q.act == ACT_panel_report)
		saw_report(p, l->q.in);
	if (p && l->q.act == ACT_panel_replace)
		saw_replace(p, l->q.in);
	if (s && l->q.act == ACT_panel_declare)
		*(str_is(((const struct panel_declare_form *)l->q.in)->interest, "none") ? &s->clear : &s->conflict) = true;
	if (s && l->q.act == ACT_panel_decline)
		s->conflict = true;
	if (s && l->q.act == ACT_panel_opinion)
		s->opined = true;
	if (s && l->q.act == ACT_panel_sign)
		s->signed_ = true;
}

void book_saw(struct book *b, const struct audit_line *l)
{
	saw_party(b, l);
	saw_relation(b, l);
	saw_case(b, l);
	saw_bid(b, l);
	saw_panel(b, l);
}

/* ---- who is tied to whom (5.2.b) ---- */

static bool stands(const struct book_relation *r, int64_t today)
{
	return !r->ended && (!r->from || r->from <= today) && (!r->to || r->to >= today);
}

static bool same_unit(struct str name, struct str code, const struct book_org *o)
{
	return o && (code.n ? str_eq(code, o->code) : name.n && str_eq(name, o->name));
}

static bool tied_to(const struct book *b, const struct book_person *p, const struct book_org *o, int64_t today)
{
	if (!o)
		return false;
	if (p->org == o->id || same_unit(p->employer, (struct str){ 0 }, o) || (p->employer_code.n && str_eq(p->employer_code, o->code)))
		return true;
	for (int64_t i = 0; i < b->relations_n; i++)
		if (b->relations[i].org == o->id && stands(&b->relations[i], today) && b->relations[i].person == p->id)
			return true;
	return false;
}

static const struct book_org *org_by_code(const struct book *b, struct str code)
{
	for (int64_t i = 0; i < b->orgs_n; i++)
		if (str_eq(b->orgs[i].code, code))
			return &b->orgs[i];
	return NULL;
}

bool book_tied(const struct book *b, int64_t challenge, int64_t person, bool head, int64_t today)
{
	const struct book_person *p = find_person(b, person);
	const struct book_case *c = find_case(b, challenge);
	bool tied = p && c && !head && tied_to(b, p, find_org(b, c->demander), today);
	for (int64_t i = 0; p && i < b->bids_n && !tied; i++) {
		const struct book_bid *d = &b->bids[i];
		if (d->challenge != challenge || d->state == BID_GONE || d->state == BID_FAILED)
			continue;
		tied = tied_to(b, p, find_org(b, d->org), today);
		for (int64_t k = 0; k < d->partners_n && !tied; k++)
			tied = tied_to(b, p, org_by_code(b, d->partners[k]), today);
	}
	return tied;
}

/* Nodes of the search: a unit or a person by code or else by name. */
struct node {
	struct str name, code;
};

static bool same_node(struct node a, struct node b)
{
	return a.code.n && b.code.n ? str_eq(a.code, b.code) : a.name.n && str_eq(a.name, b.name);
}

static struct node node_of(const struct book_org *o)
{
	return o ? (struct node){ o->name, o->code } : (struct node){ 0 };
}

static bool reaches(const struct book *b, struct node from, struct node to, int depth, int64_t today)
{
	if (same_node(from, to))
		return true;
	for (int64_t i = 0; depth > 0 && i < b->relations_n; i++) {
		const struct book_relation *r = &b->relations[i];
		struct node here = node_of(find_org(b, r->org)), there = { r->name, r->code };
		if (!stands(r, today))
			continue;
		if (same_node(here, from) && reaches(b, there, to, depth - 1, today))
			return true;
		if (same_node(there, from) && reaches(b, here, to, depth - 1, today))
			return true;
	}
	return false;
}

bool book_affiliated(const struct book *b, const struct book_bid *bid, int64_t today)
{
	const struct book_case *c = find_case(b, bid->challenge);
	struct node demander = node_of(c ? find_org(b, c->demander) : NULL);
	bool found = reaches(b, node_of(find_org(b, bid->org)), demander, 3, today);
	for (int64_t i = 0; i < bid->partners_n && !found; i++)
		found = reaches(b, (struct node){ bid->partner_names[i], bid->partners[i] }, demander, 3, today);
	return found && !bid->cleared;
}
