/*
 * What the rules of argument and list look at: plain figures, gathered by call_act.c and list_act.c.
 */
#ifndef CALL_FACTS_H
#define CALL_FACTS_H

#include "rule/policy.h"

struct argue_facts {
	/* the panel that is to be seated */
	int64_t members, kinds;         /* voting seats; how many of the three kinds of experts */
	bool head;                      /* the demander's person in charge sits on it */
	struct str tied;                /* the first member with an interest */
	/* the conclusion */
	bool signed_by_all, follows_panel;
	struct str panel_conclusion;    /* in words */
};

struct list_facts {
	int64_t today, now;
	int64_t picks;                  /* challenges taken */
	struct str not_argued;          /* the first that may not be listed */
	struct str without_grounds;     /* the first whose reasons are incomplete */
	int64_t grounds;                /* reasons given for it, of three */
	struct str municipal;           /* the first that stands on the municipal list, or applied for it */
	bool municipal_open;            /* applied for, no result yet: a person has to look */
	int64_t decided_on, drafted_on;
	int64_t items, decided;         /* waiting for a decision; decided by this form */
	int64_t approved;               /* items that the government approved and that still may be published */
	int64_t deadline;               /* instant */
	int64_t media;
};

struct municipal_facts {
	bool included;
	int64_t match_fen;
	bool evidence;                  /* number and file of the municipal list */
	bool decision;                  /* number of the decision on the matching money */
	int64_t noted_on, today;        /* day of the municipal list, or of a milestone there */
};

struct verdict rule_argue_panel_size(const struct argue_facts *f, const struct policy *p);
struct verdict rule_argue_panel_odd(const struct argue_facts *f, const struct policy *p);
struct verdict rule_argue_panel_kinds(const struct argue_facts *f, const struct policy *p);
struct verdict rule_argue_panel_no_head(const struct argue_facts *f, const struct policy *p);
struct verdict rule_argue_panel_conflict(const struct argue_facts *f, const struct policy *p);
struct verdict rule_argue_signed(const struct argue_facts *f, const struct policy *p);
struct verdict rule_argue_follows_panel(const struct argue_facts *f, const struct policy *p);

struct verdict rule_list_filled(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_argued(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_grounds(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_not_municipal(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_decision_day(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_decided_all(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_approved(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_deadline_ahead(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_deadline(const struct list_facts *f, const struct policy *p);
struct verdict rule_list_media(const struct list_facts *f, const struct policy *p);

struct verdict rule_municipal_match(const struct municipal_facts *f, const struct policy *p);
struct verdict rule_municipal_day(const struct municipal_facts *f, const struct policy *p);
struct verdict rule_municipal_evidence(const struct municipal_facts *f, const struct policy *p);
struct verdict rule_municipal_decision(const struct municipal_facts *f, const struct policy *p);
struct verdict rule_municipal_cap(const struct municipal_facts *f, const struct policy *p);

#endif
