/*
 * Contract and task book (8.6): what the project has to reach, by when, for how much; signed by three parties.
 *
 * Later rooms read the signed task book here: its period, indicators and milestones.
 */
#ifndef CONTRACT_H
#define CONTRACT_H

#include "act/act.h"
#include "life/7-contract/contract_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/7-contract/contract.def"
#include "base/field_end.h"

bool contract_newest(struct db *db, struct arena *a, int64_t challenge, struct contract_row *out);
bool taskbook_newest(struct db *db, struct arena *a, int64_t challenge, struct taskbook_row *out);
bool taskbook_signed(struct db *db, struct arena *a, int64_t challenge, struct taskbook_row *out);
/* What holds now: the signed book and its supplements (leader, research plan, last day; wordings of indicators). */
bool taskbook_now(struct db *db, struct arena *a, int64_t challenge, struct taskbook_row *out);
struct rows taskbook_indicators_now(struct db *db, struct arena *a, const struct taskbook_row *book);   /* struct taskbook_indicator_row */
struct rows supplement_values(struct db *db, struct arena *a, int64_t challenge);       /* struct supplement_value_row, in the order they were agreed */
struct rows supplement_lines(struct db *db, struct arena *a, int64_t challenge);        /* struct supplement_line */
/* Writes a supplement: its values (kind, which, org, was, holds, day are given) bind milestones and instalments from now on. The paper names
 * values with their reasons and who approved. Returns its number. */
struct supplement_of {
	const char *source;             /* "change", "extension" */
	int64_t about;
	struct rows values;             /* struct supplement_value_row */
	struct rows reasons;            /* struct supplement_reason_row */
	struct rows approvals;          /* struct supplement_approval_row */
	struct str document;
};
struct str supplement_write(struct act_run *r, const struct supplement_of *s);
struct contract_parties contract_parties(struct db *db, struct arena *a, int64_t challenge);
/* May this viewer read the project's contract, milestones, acceptance?  Parties and offices; an expert after its declaration. */
bool contract_readable(struct db *db, struct arena *a, int64_t challenge, int64_t person, enum role role, unsigned relations);
/* This room's own: facts of a task book as it was typed. */
void taskbook_load(struct act_run *r, struct taskbook_facts *f);
void taskbook_judge(struct act_run *r, const struct taskbook_facts *f);

#endif
