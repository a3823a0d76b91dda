/* Rules of audits: who may audit, and figures that reconcile to the fen. Pure. */
#include "across/audit/audit_facts.h"

struct verdict rule_audit_firm(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_audit_firm, f->is_firm, f->is_firm, 1);
}

struct verdict rule_audit_independent(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_audit_independent, f->tied.n == 0, f->tied.n != 0, 0, f->tied);
}

struct verdict rule_audit_due(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_audit_due, f->due >= f->today, f->due, f->today);
}

struct verdict rule_audit_until(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_audit_until, f->until <= f->today, f->until, f->today);
}

struct verdict rule_audit_received(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_audit_received, f->received_fen == f->paid_fen, f->received_fen, f->paid_fen);
}

struct verdict rule_audit_sums(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	int64_t sum = f->right_fen + f->off_fen + f->balance_fen;

	return judged(RULE_audit_sums, sum == f->received_fen, sum, f->received_fen);
}

struct verdict rule_audit_items(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_audit_items, f->items_fen == f->off_fen, f->items_fen, f->off_fen);
}

struct verdict rule_audit_file(const struct audit_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_audit_file))
		return holds(RULE_audit_file);
	int64_t least = policy_param(p, RULE_audit_file, "least");

	return judged(RULE_audit_file, f->files >= least, f->files, least);
}

struct verdict rule_audit_comment_reason(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_audit_comment_reason, !f->object || f->reasoned, f->reasoned, 1);
}

struct verdict rule_use_measures(const struct audit_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_use_measures, !f->object || f->reasoned, f->reasoned, 1);
}

/* Places that ask for an audit before a project is struck off bind it. */
struct verdict rule_closing_audited(const struct audit_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_closing_audited))
		return holds(RULE_closing_audited);
	int64_t least = policy_param(p, RULE_closing_audited, "least");

	return judged(RULE_closing_audited, f->audits >= least, f->audits, least);
}
