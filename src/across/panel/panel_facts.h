/* What the rules about panels look at. Plain figures: filled by panel_act.c and by the rooms that seat a panel. */
#ifndef ACROSS_PANEL_FACTS_H
#define ACROSS_PANEL_FACTS_H

#include "base/str.h"

#define PANEL_MANAGEMENT 1      /* bits of panel_facts.kinds */
#define PANEL_FRONTLINE  2
#define PANEL_PEER       4

/* What the size, odd, kinds, head and conflict rules look at; filled from a panel_form before it is seated, or from a panel as it is. */
struct panel_facts {
	int64_t members;                /* seats that vote */
	int64_t kinds;                  /* which of the three kinds of experts are present: a mask of the bits above */
	bool demander_head;             /* a person of the listing unit sits on it, in that capacity */
	struct str tied;                /* the first member with an interest (same employer as a party, affiliate, declared), empty: none */
	bool chair_is_member;           /* exactly one chair, and that chair is an expert */
	int64_t chairs;
	struct str duplicate;           /* the first person who sits there twice */
	struct str stranger;            /* the first who is not what the seat says: not in the pool, other kind, other organisation */
};

/* How many of the three kinds are present. */
static inline int64_t panel_kinds_count(int64_t kinds)
{
	return (kinds & PANEL_MANAGEMENT ? 1 : 0) + (kinds & PANEL_FRONTLINE ? 1 : 0) + (kinds & PANEL_PEER ? 1 : 0);
}

struct panel_declare_facts {
	bool none;                      /* "I have no interest" */
	struct str member, tied_to;     /* the party with which an interest is known; empty: none */
};

struct panel_opinion_facts {
	bool clear;                     /* this member declared that it has no interest */
	struct str member;
	int64_t wanted, given;          /* scores: plans times items of the rubric; given ones that fit, each once */
	struct str missing;             /* the first that is missing, or that does not belong there */
	struct str beyond;              /* the first item scored outside 0..most */
	int64_t points, most;
};

struct panel_report_facts {
	int64_t members, opined;
	struct str waits_for;
	bool ranks;                     /* this kind of panel ranks plans, and does not call them unrankable */
	int64_t plans, ranked;          /* plans before the panel; places 1..plans given, each once */
	struct str unplaced;
};

struct panel_sign_facts {
	bool clear, dissent, remark;
	struct str member;
};

struct panel_replace_facts {
	struct panel_facts before, after;
	bool leaves_sits;               /* whoever leaves sits on this panel now */
	struct str kind_lost;           /* the kind of member that nobody represents any more; empty: none */
};

#endif
