/*
 * The rules of recovery: exactly what was audited, after the parties could comment; back by the way it went out, never more than demanded.
 */
#include "base/day.h"
#include "life/8-milestone/recovery_facts.h"

struct verdict rule_recovery_audited(const struct recovery_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_recovery_audited, f->reported, f->reported, 1);
}

struct verdict rule_recovery_as_audited(const struct recovery_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_recovery_as_audited, f->parts_same, f->fixed_fen, f->audited_fen);
}

struct verdict rule_recovery_commented(const struct recovery_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_recovery_commented))
		return holds(RULE_recovery_commented);
	bool over = day_between(f->filed_on, f->today) > policy_param(p, RULE_recovery_commented, "days");

	return judged(RULE_recovery_commented, f->commented >= f->parties || over, f->commented, f->parties);
}

struct verdict rule_recovery_answered(const struct recovery_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_recovery_answered, f->objections == 0 || f->answered, f->objections, 0);
}

/* The term itself is made by the act from the same figure; no story breaks it: only a pack without a term does. */
struct verdict rule_recovery_term(const struct recovery_facts *f, const struct policy *p)
{
	(void)f;
	if (!policy_enabled(p, RULE_recovery_term))
		return holds(RULE_recovery_term);
	int64_t days = policy_param(p, RULE_recovery_term, "days");

	return judged(RULE_recovery_term, days > 0, days, 1);
}

struct verdict rule_recovery_within(const struct recovery_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_recovery_within, f->total_fen <= f->owed_fen, f->total_fen, f->owed_fen);
}

struct verdict rule_recovery_channel(const struct recovery_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_recovery_channel, f->same_channel, f->same_channel, 1);
}

struct verdict rule_recovery_day(const struct recovery_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->received_on >= f->demanded_on && f->received_on <= f->today;

	return judged(RULE_recovery_day, ok, f->received_on, f->received_on > f->today ? f->today : f->demanded_on);
}

struct verdict rule_recovery_reference(const struct recovery_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_recovery_reference, !f->reference_used, f->reference_used, 0);
}
