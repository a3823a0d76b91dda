/*
 * What several desks of the award need to know of the world: units, people, relations, cases, bids, panels, as they were seen to come about.
 * Each desk has a book of its own inside its memory and fills it by book_saw().
 */
#ifndef AUDIT_BOOK_H
#define AUDIT_BOOK_H

#include "sim/desk.h"

enum { BOOK_ORGS = 48, BOOK_PEOPLE = 80, BOOK_RELATIONS = 24, BOOK_CASES = 32, BOOK_BIDS = 48, BOOK_PANELS = 40, BOOK_SEATS = 18, BOOK_MEMBERS = 12 };

struct book_org {
	int64_t id;
	struct str name, code;
};

struct book_person {
	int64_t id, org;
	bool ended;
	struct str name, category;      /* category: of an expert of the pool */
	struct str employer, employer_code;
};

struct book_relation {
	int64_t id, org, person;
	bool ended, org_there;
	struct str side, kind, name, code;
	int64_t from, to;
};

struct book_case {
	int64_t id, demander, parent;
	struct str stage;
	bool restricted;
	int64_t pay_fen, other_fen;
};

enum book_bid_state { BID_FILED, BID_OPENED, BID_PASSED, BID_FAILED, BID_GONE };

struct book_bid {
	int64_t id, challenge, org;
	enum book_bid_state state;
	bool checked, cleared;          /* cleared: a person looked and found no affiliation */
	struct str partners[BOOK_MEMBERS];
	struct str partner_names[BOOK_MEMBERS];
	int64_t partners_n;
	bool reviewed;
};

enum book_panel_kind { PANEL_ARGUE, PANEL_REVIEW, PANEL_MILESTONE, PANEL_ACCEPTANCE, PANEL_RACE };

struct book_seat {
	int64_t id, person;
	bool chair, gone, conflict, clear, opined, signed_;
	struct str category;
};

struct book_panel {
	int64_t id, challenge;
	enum book_panel_kind kind;
	bool dismissed, reported, ranked;
	struct str conclusion;
	struct book_seat seats[BOOK_SEATS];
	int64_t seats_n;
	int64_t rank_bid[BOOK_SEATS], rank[BOOK_SEATS], ranks_n;
};

struct book {
	struct book_org orgs[BOOK_ORGS];
	struct book_person people[BOOK_PEOPLE];
	struct book_relation relations[BOOK_RELATIONS];
	struct book_case cases[BOOK_CASES];
	struct book_bid bids[BOOK_BIDS];
	struct book_panel panels[BOOK_PANELS];
	int64_t orgs_n, people_n, relations_n, cases_n, bids_n, panels_n;
};

void book_saw(struct book *b, const struct audit_line *l);

const struct book_org *book_org(const struct book *b, int64_t id);
const struct book_person *book_person(const struct book *b, int64_t id);
struct book_case *book_case(const struct book *b, int64_t id);
struct book_bid *book_bid(const struct book *b, int64_t id);
struct book_panel *book_panel(const struct book *b, int64_t id);
/* The newest panel of a kind in a case that was not sent back. */
const struct book_panel *book_panel_of(const struct book *b, int64_t challenge, enum book_panel_kind kind);
bool book_panel_signed(const struct book_panel *p);

/* Is this person tied (5.2.b) to a unit of an opened bid of the case or (but for the head, who is of it) to its demander? */
bool book_tied(const struct book *b, int64_t challenge, int64_t person, bool head, int64_t today);
/* Does a path of relations lead from a unit of the bid to the demander? */
bool book_affiliated(const struct book *b, const struct book_bid *bid, int64_t today);

/* The first row of a table that the line wrote; 0: none. */
int64_t line_row(const struct audit_line *l, const char *table, size_t nth);

#endif
