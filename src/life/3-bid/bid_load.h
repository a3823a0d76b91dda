/* What bid_act.c and bid_load.c share: a bid as it is sent, and the facts that are looked up for it.  Nobody else includes this. */
#ifndef BID_LOAD_H
#define BID_LOAD_H

#include "across/party/party.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/bid_facts.h"

struct bid_run {
	struct bid_facts f;
	struct bid_check_facts check;
	struct challenge_row challenge;
	struct need_full need;
	struct org_row org;             /* the lead */
	struct org_row demander;
	struct bid_row bid;             /* what stands now; id 0: nothing */
	struct rows members;            /* struct bid_member_row, the lead first */
	struct rows sealed;             /* struct bid_row */
};

/* The case, its demand and its demander. False: act_missing() was said. */
bool bid_load_case(struct act_run *r, struct bid_run *s, int64_t challenge);
/* The members of a form: the lead from the register, the partners as typed, with the organisations they are here. */
void bid_load_members(struct act_run *r, struct bid_run *s, const struct bid_form *in);
/* Affiliation, discredit, credit codes of s->members. */
void bid_look_at_members(struct act_run *r, struct bid_run *s);
/* The form against the demand. */
void bid_look_at_form(struct act_run *r, struct bid_run *s, const struct bid_form *in);
/* May the organisation that acts know of the case at all (8.2.d)?  Its own bid there, if any. */
bool bid_may_know(struct act_run *r);
bool bid_of_mine(struct act_run *r, struct bid_row *out);
/* Nothing passed and nothing is left to check. */
bool bid_none_left(struct act_run *r, int64_t challenge);

#endif
