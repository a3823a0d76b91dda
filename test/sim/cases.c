/* What several desks need to know of cases, bids and awards; see cases.h. */
#include "sim/cases.h"

#include "base/day.h"
#include "life/1-need/need.h"
#include "life/2-call/call.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/consortium.h"
#include "life/3-bid/extend.h"
#include "life/5-decision/decision.h"
#include "life/7-contract/direct.h"

const struct one_case *case_of(const struct cases *c, int64_t id)
{
	for (size_t i = 0; i < c->cases_n; i++)
		if (c->cases[i].id == id)
			return &c->cases[i];
	return NULL;
}

static struct one_case *case_get(struct cases *c, int64_t id)
{
	struct one_case *found = (struct one_case *)case_of(c, id);
	if (!found && c->cases_n < CASES) {
		found = &c->cases[c->cases_n++];
		found->id = id;
	}
	return found;
}

const struct case_bid *case_bid(const struct cases *c, int64_t id)
{
	for (size_t i = 0; i < c->bids_n; i++)
		if (c->bids[i].id == id)
			return &c->bids[i];
	return NULL;
}

static struct case_bid *bid_get(struct cases *c, int64_t id)
{
	struct case_bid *found = (struct case_bid *)case_bid(c, id);
	if (!found && c->bids_n < CASE_BIDS) {
		found = &c->bids[c->bids_n++];
		found->id = id;
	}
	return found;
}

const struct people_org *case_demander(const struct cases *c, int64_t challenge)
{
	const struct one_case *k = case_of(c, challenge);
	return k ? people_org(&c->people, k->demander) : NULL;
}

/* ---- the case ---- */

static void demanded(struct one_case *k, const struct audit_line *l)
{
	const struct need_form *in = l->q.in;
	k->demander = l->q.org ? l->q.org : k->demander;
	k->restricted = str_is(in->scope, "restricted");
	k->kind = in->kind;
}

static void directly(struct one_case *k, const struct audit_line *l)
{
	const struct direct_form *in = l->q.in;
	k->demander = l->q.org;
	k->awardee_code = in->awardee_code;
}

/* The cases of a list learn its deadline: the rows that the publishing wrote. */
static void listed(struct cases *c, const struct audit_line *l)
{
	const struct list_publish_form *in = l->q.in;
	int64_t id;
	for (size_t i = 0; (id = line_item(l, "challenge", i)); i++) {
		struct one_case *k = case_get(c, id);
		if (k) {
			k->deadline = in->deadline;
			k->list = l->q.target;
			k->stage = STR("bid.open");
		}
	}
}

static void awarded(struct one_case *k, const struct audit_line *l)
{
	const struct award_form *in = l->q.in;
	const struct award_pick_form *pick = in->picks.v;
	k->winners_n = 0;
	for (size_t i = 0; i < in->picks.n && k->winners_n < 4; i++)
		if (pick[i].wins)
			k->winners[k->winners_n++] = pick[i].bid;
}

/* Several winners: a case for each, in order. */
static void established(struct cases *c, struct one_case *k, const struct audit_line *l)
{
	int64_t id;
	size_t n = 0;
	for (size_t i = 0; (id = line_item(l, "challenge", i)); i++) {
		if (id == l->challenge || n == k->winners_n)
			continue;
		struct one_case *runner = case_get(c, id);
		if (!runner)
			return;
		runner->parent = k->id;
		runner->demander = k->demander;
		runner->winners[0] = k->winners[n++];
		runner->winners_n = 1;
	}
}

/* ---- bids ---- */

static void bid_sent(struct cases *c, const struct audit_line *l)
{
	const struct bid_form *in = l->q.in;
	const struct bid_partner_form *partner = in->partners.v;
	const struct people_org *lead = people_org(&c->people, l->q.org);
	struct case_bid *b = bid_get(c, l->made);
	if (!b || !lead)
		return;
	*b = (struct case_bid){ .id = l->made, .challenge = l->challenge, .org = l->q.org, .sent = instant_day(l->q.now), .stand = BID_SEALED, .leader = in->leader, .members = 1,
		.codes = { lead->code }, .names = { lead->name } };
	for (size_t i = 0; i < in->partners.n && b->members < BID_MEMBERS; i++, b->members++) {
		b->codes[b->members] = partner[i].credit_code;
		b->names[b->members] = partner[i].name;
	}
}

static void bids_opened(struct cases *c, const struct audit_line *l)
{
	for (size_t i = 0; i < c->bids_n; i++)
		if (c->bids[i].challenge == l->challenge && c->bids[i].stand == BID_SEALED)
			c->bids[i].stand = BID_OPENED;
}

static void bid_stands(struct cases *c, int64_t id, enum bid_stand stand)
{
	struct case_bid *b = id ? bid_get(c, id) : NULL;
	if (b)
		b->stand = stand;
}

static void saw_bids(struct cases *c, const struct audit_line *l)
{
	const struct bid_check_form *check = l->q.in;
	switch (l->q.act) {
	case ACT_bid_submit: bid_sent(c, l); break;
	case ACT_bids_open: bids_opened(c, l); break;
	case ACT_bid_withdraw: bid_stands(c, l->q.target, BID_WITHDRAWN); break;
	case ACT_bid_exit: bid_stands(c, l->q.target, BID_EXITED); break;
	case ACT_bid_check: bid_stands(c, l->q.target, str_is(check->result, "passed") ? BID_PASSED : BID_FAILED); break;
	case ACT_partner_invite:
	case ACT_partner_remove: bid_stands(c, line_item(l, "bid", 0), BID_PENDING); break;
	case ACT_partner_leave:
		if (line_item(l, "bid_departure", 0))
			break;
		bid_stands(c, line_item(l, "bid", 0), BID_PENDING);
		break;
	case ACT_departure_decide: bid_stands(c, line_item(l, "bid", 0), BID_EXITED); break;
	default: break;
	}
}

void cases_saw(struct cases *c, const struct audit_line *l)
{
	struct one_case *k = l->challenge ? case_get(c, l->challenge) : NULL;
	people_saw(&c->people, l);
	saw_bids(c, l);
	if (!k)
		return;
	k->stage = l->stage;
	switch (l->q.act) {
	case ACT_need_submit:
	case ACT_need_resubmit:
	case ACT_relist: demanded(k, l); break;
	case ACT_direct_enter:
	case ACT_direct_again: directly(k, l); break;
	case ACT_list_publish: listed(c, l); break;
	case ACT_deadline_extend: k->deadline = ((const struct deadline_extend_form *)l->q.in)->deadline; break;
	case ACT_award_propose: awarded(k, l); break;
	case ACT_establish: established(c, k, l); break;
	default: break;
	}
}

/* ---- ties ---- */

static bool tied_to_bid(const struct cases *c, int64_t person, const struct case_bid *b, int64_t today)
{
	bool tied = false;
	for (size_t i = 0; b && i < b->members; i++)
		tied |= people_tied(&c->people, person, b->codes[i], today);
	return tied;
}

bool case_tied(const struct cases *c, int64_t person, bool head, int64_t challenge, enum case_parties whom, int64_t today)
{
	const struct people_org *demander = case_demander(c, challenge);
	const struct one_case *k = case_of(c, challenge);
	const struct people_person *who = people_person(&c->people, person);
	bool own = head && who && demander && who->org == demander->id;
	bool tied = demander && !own && people_tied(&c->people, person, demander->code, today);
	for (size_t i = 0; whom == PARTY_BIDDERS && i < c->bids_n; i++)
		tied |= c->bids[i].challenge == challenge && c->bids[i].stand == BID_PASSED && tied_to_bid(c, person, &c->bids[i], today);
	for (size_t i = 0; whom == PARTY_AWARDED && k && i < k->winners_n; i++)
		tied |= tied_to_bid(c, person, case_bid(c, k->winners[i]), today);
	if (whom == PARTY_AWARDED && k && k->awardee_code.n)
		tied |= people_tied(&c->people, person, k->awardee_code, today);
	return tied;
}
