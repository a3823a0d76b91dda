/*
 * What the rules of audits look at: the firm that is to be appointed, the figures of its report, a comment on it.
 */
#ifndef AUDIT_FACTS_H
#define AUDIT_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct audit_facts {
	bool is_firm;                   /* an organisation of role audit of this programme */
	struct str tied;                /* the firm, when it is a party of the case; empty: independent */
	int64_t due, until, today;
	int64_t received_fen, right_fen, off_fen, balance_fen;
	int64_t items_fen;              /* sum of the off-purpose items */
	int64_t paid_fen;               /* fiscal money that finance has paid out, as the book says */
	int64_t files;
	bool object, reasoned;          /* a comment or a finding against; with its reason */
	int64_t audits;                 /* reports that this case has */
};

struct verdict rule_audit_firm(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_independent(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_due(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_until(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_received(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_sums(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_items(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_file(const struct audit_facts *f, const struct policy *p);
struct verdict rule_audit_comment_reason(const struct audit_facts *f, const struct policy *p);
struct verdict rule_use_measures(const struct audit_facts *f, const struct policy *p);
struct verdict rule_closing_audited(const struct audit_facts *f, const struct policy *p);

#endif
