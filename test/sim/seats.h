/*
 * Who may sit on a panel (8.2.b, 8.4.c, 8.7.d, 8.8.a): at least five, odd, three kinds of experts from the pool, with or without the head of the
 * listing unit, nobody who works for a party.  For the desks that judge a panel; each keeps its own people.
 */
#ifndef SIM_SEATS_H
#define SIM_SEATS_H

#include "sim/desk.h"

enum { SEATS_PEOPLE = 60, SEATS_ORGS = 30 };

struct seats_people {
	struct { int64_t id, org; struct str category, employer; bool ended; } people[SEATS_PEOPLE];
	struct { int64_t id; struct str code; } orgs[SEATS_ORGS];
	struct { int64_t person, org; } ties[SEATS_PEOPLE];
	size_t people_n, orgs_n, ties_n;
};

struct seats_question {
	struct rows seats;              /* struct panel_seat_form */
	int64_t parties[8];             /* organisations; the first is the demander */
	size_t parties_n;
	bool head;                      /* a head of the listing unit is wanted */
	enum rule_id size, odd, kinds, conflict, head_rule;
};

void seats_saw(struct seats_people *p, const struct audit_line *l);
void seats_judge(const struct seats_people *p, const struct seats_question *q, struct rule_set *out);

#endif
