/*
 * What the rules of the bid look at: plain figures, gathered by bid_act.c.
 *
 * Nothing here says where a unit is registered, since when, or what degrees its people hold: 1.a and 5.2.c forbid to ask.
 */
#ifndef BID_FACTS_H
#define BID_FACTS_H

#include "rule/policy.h"

struct bid_facts {
	int64_t now, today, deadline;   /* instants; day */
	/* who bids */
	struct str org;                 /* name of the lead unit */
	bool innovator;                 /* university, institute, enterprise or other innovation body */
	enum outcome verified;          /* every unit: HOLDS verified, UNKNOWN nobody looked at one yet, BROKEN one was refused */
	struct str unverified;          /* the unit that it is about */
	int64_t leads, partners;        /* lead units named; further units */
	struct str partner_bad;         /* the first partner with a wrong credit code */
	struct str partner_twice;       /* the first that is named twice */
	int64_t agreement;              /* joint declaration attached */
	int64_t partners_confirmed;     /* of the units named, how many confirmed */
	struct str partner_missing;     /* the first that did not */
	struct str partner_terms;       /* the first that confirmed something else */
	/* affiliation, discredit */
	enum outcome affiliation;
	struct str affiliation_path;
	int64_t affiliation_steps;
	int64_t discredit_day;          /* latest entry of any member, 0 = none */
	struct str discredit;
	/* the form */
	bool no_affiliation, strength, ip, not_mature, credit_declared, ethics, leader_stays, truth;
	int64_t plan_parts;             /* feasibility, route: how many are written */
	int64_t indicators, answered;   /* of the demand; with an answer and a value */
	struct str unanswered;          /* the first without */
	int64_t milestones, latest_month, period, period_asked;
	struct str latest_name;
	int64_t quote_fen, list_fen, budget_fen;        /* quote; money on the list; sum of the budget's column */
};

struct bid_check_facts {
	bool failed, reasoned;
	struct str twice;               /* a unit that takes part in several bids of the case */
	int64_t times;
	struct str departed;            /* a partner that left, and nobody decided yet */
};

struct partner_facts {
	bool known, other, in_scope;    /* registered; neither the lead nor the demander; may know of the case */
	struct str unit;                /* name, or the code that was given */
};

struct departure_facts {
	bool replaced, prepared;        /* another unit steps in; it is registered and the agreement is there */
	bool denied, reasoned;
	struct str successor;
};

struct exit_facts {
	int64_t statements;             /* files */
	bool proposed;                  /* this bid is proposed to win */
	struct str org;
};

struct verdict rule_bid_deadline(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_kind(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_org_verified(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_one_lead(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_partner_codes(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_partner_twice(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_agreement(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_affiliation(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_affiliation_declared(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_strength(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_plan(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_ip(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_not_mature(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_credit_declared(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_credit(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_ethics(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_leader_stays(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_truth(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_answers(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_milestones(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_milestones_inside(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_period(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_period_asked(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_quote(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_budget_adds(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_consortium(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bids_after_deadline(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_check_reason(const struct bid_check_facts *f, const struct policy *p);
struct verdict rule_bid_once(const struct bid_check_facts *f, const struct policy *p);

struct verdict rule_bid_partners_confirmed(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_partner_terms(const struct bid_facts *f, const struct policy *p);
struct verdict rule_bid_partners_stand(const struct bid_check_facts *f, const struct policy *p);
struct verdict rule_partner_registered(const struct partner_facts *f, const struct policy *p);
struct verdict rule_partner_other(const struct partner_facts *f, const struct policy *p);
struct verdict rule_partner_in_scope(const struct partner_facts *f, const struct policy *p);
struct verdict rule_departure_plan(const struct departure_facts *f, const struct policy *p);
struct verdict rule_departure_refusal(const struct departure_facts *f, const struct policy *p);
struct verdict rule_bid_exit_statement(const struct exit_facts *f, const struct policy *p);
struct verdict rule_bid_exit_not_proposed(const struct exit_facts *f, const struct policy *p);

#endif
