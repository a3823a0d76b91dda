/*
 * The disbursement plan of a project and what was paid: demander -> bidder 40 / 30 / rest, finance -> demander 50 / 50.
 *
 * payment_plan() makes the rows when the task book is signed, from the pack's parameters.  The order of 10.2, the caps of 10.1 and the
 * vouchers of 10.2.c are rules of this room, judged by its acts.  A ledger with postings can later stand behind this header.
 */
#ifndef ACROSS_PAYMENT_H
#define ACROSS_PAYMENT_H

#include "act/act.h"
#include "across/payment/payment_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/payment/payment.def"
#include "base/field_end.h"

#define PAYMENT_PARTS_MOST 4

/* The pack's parts of both sums, each summing exactly: how many, and the fen of each. */
size_t payment_parts_demander(const struct policy *p, int64_t total_fen, int64_t *shares, int64_t *parts);
size_t payment_parts_fiscal(const struct policy *p, int64_t total_fen, int64_t *shares, int64_t *parts);

/* Writes the fund and its instalments; `id` and `act` of the fund are filled. */
void payment_plan(struct act_run *r, struct payment_fund_row *fund);
/* A runner of a horse race is paid its parts of the project's instalments: plans those that a decision added. Its task book may not be signed
 * yet: then nothing. */
void payment_plan_more(struct act_run *r, int64_t challenge);
/* A trigger was reached ("signed", "stage_passed", "accepted"): instalments that wait for it become due. A failed assessment stops
 * what is not paid yet; a later pass lets it go on. */
void payment_trigger(struct act_run *r, int64_t challenge, const char *trigger);
void payment_stop(struct act_run *r, int64_t challenge);
void payment_resume(struct act_run *r, int64_t challenge);
/* The project is terminated: what is not paid is not paid any more. */
void payment_cancel(struct act_run *r, int64_t challenge);

/* The demander's instalment of this number is due on another day, if it is not paid yet; false: it is, or there is none. */
bool payment_defer(struct act_run *r, int64_t challenge, int64_t instalment, int64_t day);

struct payment_state {
	int64_t planned_fen, paid_fen, confirmed_fen;           /* demander -> bidder */
	int64_t fiscal_planned_fen, fiscal_paid_fen;            /* finance -> demander */
	int64_t instalments, finished;                          /* of both: paid and, where the bidder is paid, received */
	bool all_paid;
};
struct payment_state payment_state(struct db *db, struct arena *a, int64_t challenge);

/* For this room's own files: acts and pages look at the same facts. */
/* Who publishes a case and what kind it is. */
void fund_kinds(struct db *db, struct arena *a, int64_t challenge, struct fund_facts *f);
void payment_load(struct db *db, struct arena *a, const struct payment_row *row, struct payment_facts *f);
/* The grounds of a fiscal instalment, one by one: rows of struct money_ground; *all = every one holds. */
struct rows payment_grounds(struct arena *a, const struct payment_facts *f, const struct policy *p, bool *all);
/* The instalment in words: 「需求单位第 1 期付款」; the condition it waits for. */
struct str payment_name(struct arena *a, const struct payment_row *row);
struct str payment_condition(struct str waits_for);
/* A bank reference as it is compared: upper case, without blanks and dashes. */
struct str payment_reference(struct arena *a, struct str typed);

#endif
