/*
 * The disbursement plan of a project and what was paid: demander -> bidder 40 / 30 / rest, finance -> demander 50 / 50.
 *
 * payment_plan() makes the rows when the task book is signed, from the pack's parameters.  The order of 10.2, the caps of 10.1 and the
 * vouchers of 10.2.c are rules of this room, judged by its acts.  A ledger with postings can later stand behind this header.
 */
#ifndef ACROSS_PAYMENT_H
#define ACROSS_PAYMENT_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/payment/payment.def"
#include "base/field_end.h"

/* Writes the payment rows of a project: total_fen is what the demander pays the bidder, fiscal_fen what finance pays the demander. */
void payment_plan(struct act_run *r, int64_t challenge, int64_t demander, int64_t awardee, int64_t total_fen, int64_t fiscal_fen);
/* A trigger was reached ("signed", "stage_passed", "accepted"): instalments that wait for it become due. A failed assessment stops them. */
void payment_trigger(struct act_run *r, int64_t challenge, const char *trigger);
void payment_stop(struct act_run *r, int64_t challenge);

struct payment_state {
	int64_t planned_fen, paid_fen, confirmed_fen;           /* demander -> bidder */
	int64_t fiscal_planned_fen, fiscal_paid_fen;            /* finance -> demander */
	bool all_paid;
};
struct payment_state payment_state(struct db *db, struct arena *a, int64_t challenge);

#endif
