/*
 * What the rules of the money look at.  Filled by payment_load.c from the store; the rules know nothing else.
 */
#ifndef ACROSS_PAYMENT_FACTS_H
#define ACROSS_PAYMENT_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

/* The three sources of a project's money: for the caps. */
struct fund_facts {
	int64_t demander_fen, fiscal_fen, other_fen;
	struct str publisher_kind, project_type;        /* who publishes, and what: figures of the pack may depend on them */
};

struct payment_facts {
	/* the instalment */
	struct str name;                /* 「第 1 期」, for sentences */
	struct str condition;           /* what it waits for, in words */
	bool fiscal;
	int64_t instalment, instalments;
	int64_t planned_fen;
	bool reached;                   /* its condition was reached */
	bool stopped;                   /* stopped after a failed assessment */
	bool requested;                 /* the bureau has asked finance to pay */
	int64_t paid_fen;               /* paid before */
	/* what is sent now */
	int64_t amount_fen;
	int64_t paid_on, today;
	int64_t paid_before_on;         /* receipt: the day on which it was paid */
	int64_t vouchers;               /* files attached */
	struct str used_in;             /* the instalment that has used this reference or voucher already; empty: none */
	/* the project's money as it stands */
	struct fund_facts fund;         /* of a horse race: of the whole project */
	bool runner;                    /* one of a horse race */
	int64_t first_fen;              /* a runner's part of the project's first instalment */
	bool signed_book, stage_passed, accepted;
	int64_t earlier_unpaid;         /* demander's instalments before this one that are not paid */
	int64_t demander_paid_fen;      /* paid by the demander and evidenced by a voucher */
	int64_t demander_vouchered;     /* the demander's first instalments, in order, that are paid and evidenced */
	int64_t fiscal_other_fen;       /* fiscal money of the project paid in its other instalments */
};

/* How a sum is divided: the first n-1 parts are rounded down to the fen, the last takes the rest. shares has n-1 entries. */
void payment_split(int64_t total_fen, const int64_t *shares, int64_t *parts, size_t n);

struct verdict rule_fiscal_share(const struct fund_facts *f, const struct policy *p);
struct verdict rule_fiscal_cap(const struct fund_facts *f, const struct policy *p);

struct verdict rule_payment_due(const struct payment_facts *f, const struct policy *p);
struct verdict rule_payment_running(const struct payment_facts *f, const struct policy *p);
struct verdict rule_payment_not_twice(const struct payment_facts *f, const struct policy *p);
struct verdict rule_payment_amount_exact(const struct payment_facts *f, const struct policy *p);
struct verdict rule_payment_day(const struct payment_facts *f, const struct policy *p);
struct verdict rule_payment_day_order(const struct payment_facts *f, const struct policy *p);
struct verdict rule_payment_requested(const struct payment_facts *f, const struct policy *p);
struct verdict rule_demander_order(const struct payment_facts *f, const struct policy *p);
struct verdict rule_demander_earlier_paid(const struct payment_facts *f, const struct policy *p);
struct verdict rule_voucher_present(const struct payment_facts *f, const struct policy *p);
struct verdict rule_voucher_unique(const struct payment_facts *f, const struct policy *p);
struct verdict rule_fiscal_after_taskbook(const struct payment_facts *f, const struct policy *p);
struct verdict rule_fiscal_first_after_demander(const struct payment_facts *f, const struct policy *p);
struct verdict rule_fiscal_second_after_acceptance(const struct payment_facts *f, const struct policy *p);
struct verdict rule_fiscal_voucher(const struct payment_facts *f, const struct policy *p);
struct verdict rule_fiscal_total_within(const struct payment_facts *f, const struct policy *p);

#endif
