/*
 * What several desks need to know of cases, bids and awards; each desk that wants it keeps a copy in its memory and tells it every
 * line.  See people.h.
 */
#ifndef SIM_CASES_H
#define SIM_CASES_H

#include "sim/people.h"

#define CASES 24
#define CASE_BIDS 32
#define BID_MEMBERS 11

enum bid_stand { BID_SEALED, BID_PENDING, BID_WITHDRAWN, BID_OPENED, BID_PASSED, BID_FAILED, BID_EXITED };

struct case_bid {
	int64_t id, challenge, org, sent;       /* the day it was sent */
	enum bid_stand stand;
	struct str codes[BID_MEMBERS], names[BID_MEMBERS], leader;      /* the lead unit first */
	size_t members;
	int64_t departure;                                              /* a member left and it is not decided: its id */
};
struct one_case {
	int64_t id, demander, parent, list, deadline;
	int64_t winners[4];
	size_t winners_n;
	struct str stage, awardee_code, kind;
	bool restricted;
};
struct cases {
	struct people people;
	struct one_case cases[CASES];
	struct case_bid bids[CASE_BIDS];
	size_t cases_n, bids_n;
};

void cases_saw(struct cases *c, const struct audit_line *l);
const struct one_case *case_of(const struct cases *c, int64_t id);
const struct case_bid *case_bid(const struct cases *c, int64_t id);
const struct people_org *case_demander(const struct cases *c, int64_t challenge);
/* Is this person tied to the demander, or (with_bids) to a member of a bid in the review, or (awarded) to who was awarded?
 * `head`: who sits there as the demander's head is not tied by being the demander's. */
enum case_parties { PARTY_DEMANDER, PARTY_BIDDERS, PARTY_AWARDED };
bool case_tied(const struct cases *c, int64_t person, bool head, int64_t challenge, enum case_parties whom, int64_t today);

#endif
