/*
 * Bids: one per organisation and case, in versions; sealed until the bureau opens them after the deadline.
 *
 * Before the opening nobody but the author's organisation may read a bid, know that it exists or count bids: pages ask
 * bid_visible() only, which filters where data is read.  For later rooms, after the opening: bid_passed(), bid_content(), bid_members().
 */
#ifndef BID_H
#define BID_H

#include "act/act.h"
#include "life/1-need/need.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/3-bid/bid.def"
#include "base/field_end.h"

struct bid_full {
	struct bid_row bid;
	struct bid_version_row v;       /* the version that counts */
	struct rows members;            /* struct bid_member_row: the lead first, then the partners */
	struct rows team;               /* struct bid_person_row */
	struct rows answers;            /* struct bid_answer_row, in the order of the demand's indicators */
	struct rows milestones;         /* struct bid_milestone_row */
	struct rows budget;             /* struct bid_budget_row */
};
/* Everything of a bid. Unfiltered: for acts, and for pages after bid_visible() has said yes. */
bool bid_content(struct db *db, struct arena *a, int64_t bid, struct bid_full *out);
bool bid_find(struct db *db, struct arena *a, int64_t bid, struct bid_row *out);
/* The bids of a case that were opened (opened, passed, failed), those that passed the formal check: struct bid_row, by number. */
struct rows bid_opened(struct db *db, struct arena *a, int64_t challenge);
struct rows bid_passed(struct db *db, struct arena *a, int64_t challenge);
/* The lead and its partners: struct bid_member_row; org is 0 for a unit that is not registered here. */
struct rows bid_members(struct db *db, struct arena *a, int64_t bid);

/* 5.2.b, 5.2.4: what the registers know of one unit (verified or not, its affiliation with the demander, its latest discredit), the worst so far kept in *f.
 * For the consortium, and for a unit that won a contest. */
struct bid_facts;
struct org_row;
void bid_unit_facts(struct act_run *r, struct bid_facts *f, const struct org_row *demander, const struct bid_member_row *m);
/* The project leader too: an entry about this person at the unit that leads. */
void bid_leader_facts(struct act_run *r, struct bid_facts *f, int64_t org, struct str leader);

/* A member that left after the opening while nobody has decided yet whether the bid stands (rule bid_partners_stand): its name; empty: none.
 * bid 0: of any bid of the case that still runs. */
struct str bid_departed(struct db *db, struct arena *a, int64_t challenge, int64_t bid);

/* What this reader may know: all bids of a case (bid 0), or one bid. struct bid_line. */
struct rows bid_visible(struct db *db, struct arena *a, const struct need_reader *who, int64_t challenge, int64_t bid);

#endif
