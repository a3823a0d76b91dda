/*
 * The review (8.4.a, 8.4.c): every opened bid was checked and one passed; the panel has at least 5 members, an odd number, three kinds of experts and
 * the person in charge of the listing unit, nobody tied to a party, nobody twice, one expert for chair; it is over when everybody signed.
 */
#include "sim/audit_book.h"

#include "across/panel/panel.h"
#include "base/day.h"

struct memory {
	struct book book;
};

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	book_saw(&m->book, l);
}

/* An expert of the pool in the category that the pool has; the head is one of the demander's people. */
static bool member_known(const struct book *b, const struct panel_seat_form *s, int64_t demander)
{
	const struct book_person *p = book_person(b, s->person);
	if (!p || p->ended)
		return false;
	return str_is(s->category, "demander_head") ? p->org == demander : str_eq(p->category, s->category);
}

static void seats(const struct book *b, const struct act_request *q, const struct panel_form *in, struct rule_set *out)
{
	const struct panel_seat_form *s = in->seats.v;
	const struct book_case *c = book_case(b, q->target);
	int64_t chairs = 0, expert_chairs = 0, kinds[3] = { 0 }, heads = 0;
	for (size_t i = 0; i < in->seats.n; i++) {
		bool head = str_is(s[i].category, "demander_head");
		chairs += s[i].chair;
		expert_chairs += s[i].chair && !head;
		heads += head;
		kinds[0] |= str_is(s[i].category, "management");
		kinds[1] |= str_is(s[i].category, "frontline");
		kinds[2] |= str_is(s[i].category, "peer");
		breaks(out, RULE_panel_member_known, !member_known(b, &s[i], c ? c->demander : 0));
		breaks(out, RULE_review_panel_conflict, book_tied(b, q->target, s[i].person, head, instant_day(q->now)));
		for (size_t k = 0; k < i; k++)
			breaks(out, RULE_panel_no_duplicate, s[i].person == s[k].person);
	}
	breaks(out, RULE_panel_chair_one, chairs != 1 || expert_chairs != 1);
	breaks(out, RULE_review_panel_size, in->seats.n < 5);
	breaks(out, RULE_review_panel_odd, in->seats.n % 2 == 0);
	breaks(out, RULE_review_panel_kinds, kinds[0] + kinds[1] + kinds[2] < 3);
	breaks(out, RULE_review_panel_head, heads == 0);
	breaks(out, RULE_review_panel_meets, in->meets < instant_day(q->now));
}

static void bids(const struct book *b, int64_t challenge, struct rule_set *out)
{
	int64_t unchecked = 0, passed = 0;
	for (int64_t i = 0; i < b->bids_n; i++) {
		unchecked += b->bids[i].challenge == challenge && b->bids[i].state == BID_OPENED;
		passed += b->bids[i].challenge == challenge && b->bids[i].state == BID_PASSED;
	}
	breaks(out, RULE_review_bids_checked, unchecked > 0);
	breaks(out, RULE_review_bid_passed, passed == 0);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	switch (q->act) {
	case ACT_review_panel_propose:
		bids(&m->book, q->target, out);
		seats(&m->book, q, q->in, out);
		return true;
	case ACT_review_panel_confirm:
	case ACT_review_panel_refuse:
		return true;
	case ACT_review_conclude:
		breaks(out, RULE_review_panel_signed, !book_panel_signed(book_panel_of(&m->book, q->target, PANEL_REVIEW)));
		return true;
	default:
		return false;
	}
}

const struct desk desk_review = { "review", sizeof(struct memory), saw, predicts };
