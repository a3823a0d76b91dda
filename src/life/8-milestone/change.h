/*
 * Change requests (5.2.d, 8.6.c) and extensions (8.8.c) of a running project: for this room's own files.
 */
#ifndef CHANGE_H
#define CHANGE_H

#include "act/act.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/change_facts.h"
#include "life/8-milestone/milestone.h"

/* For which party this person would ask or answer: a code of change_party; empty: none. */
struct str change_party(const struct contract_parties *p, enum role role, int64_t org);
bool change_among(struct str list, struct str code);            /* is the code one of a list joined by ',' */
void change_tell(struct act_run *r, struct str party, struct str title, struct str text);
/* The same, with a link to another page of the case: "follow". */
void change_tell_at(struct act_run *r, struct str party, struct str title, struct str text, const char *page);

struct changing {
	struct change_facts f;
	struct contract_parties who;
	struct taskbook_row now;
	struct str party;
	struct rows items;              /* struct change_item_row, as they will be written */
	struct rows before;             /* struct change_item_row, as they were asked for; none while they are */
	int64_t earlier;                /* the returned request that this one mends */
};
/* Reads items (struct change_item_form) against what holds now; s->party, s->who, s->now and s->before are there. */
void change_load(struct act_run *r, struct changing *s, struct rows items);
/* Items of a request as its form had them. */
struct rows change_forms(struct arena *a, struct rows items);
/* "里程碑日期 2": what an item is about, in words. */
struct str change_name(struct arena *a, struct str kind, int64_t which);
bool change_is_day(struct str kind);
/* Who works in the project and which partners take part, by now: struct change_member. */
struct rows change_team(struct db *db, struct arena *a, int64_t challenge);
struct rows change_partners(struct db *db, struct arena *a, int64_t challenge);

#endif
