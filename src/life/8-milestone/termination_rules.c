/*
 * The rules of halting and ending a project: evidence, who is heard first, days, reasons, money settled at the end.
 */
#include "base/day.h"
#include "life/8-milestone/termination_facts.h"

struct verdict rule_halt_evidenced(const struct halt_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_halt_evidenced))
		return holds(RULE_halt_evidenced);
	int64_t least = policy_param(p, RULE_halt_evidenced, "least");

	return judged(RULE_halt_evidenced, f->files >= least, f->files, least);
}

/* A halt after a failed assessment ends with a passed one. */
struct verdict rule_resume_assessed(const struct halt_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_resume_assessed, f->failed.n == 0, f->failed.n != 0, 0, f->failed);
}

struct verdict rule_cannot_finish_day(const struct halt_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_cannot_finish_day, f->found_on <= f->today, f->found_on, f->today);
}

struct verdict rule_cannot_finish_in_time(const struct halt_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_cannot_finish_in_time))
		return holds(RULE_cannot_finish_in_time);
	int64_t most = policy_param(p, RULE_cannot_finish_in_time, "days"), found = day_between(f->found_on, f->today);

	return judged(RULE_cannot_finish_in_time, found <= most, found, most);
}

struct verdict rule_termination_evidenced(const struct termination_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_termination_evidenced))
		return holds(RULE_termination_evidenced);
	int64_t least = policy_param(p, RULE_termination_evidenced, "least");

	return judged(RULE_termination_evidenced, f->files >= least, f->files, least);
}

/* Heard: everybody has spoken, or had the pack's days to do so. */
static bool term_over(const struct termination_facts *f, int64_t days)
{
	return day_between(f->proposed_on, f->today) > days;
}

struct verdict rule_termination_heard(const struct termination_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_termination_heard))
		return holds(RULE_termination_heard);
	bool over = term_over(f, policy_param(p, RULE_termination_heard, "days"));

	return judged(RULE_termination_heard, f->heard >= f->parties || over, f->heard, f->parties);
}

struct verdict rule_termination_day(const struct termination_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->decided_on >= f->examined_on && f->decided_on <= f->today;

	return judged(RULE_termination_day, ok, f->decided_on, f->decided_on > f->today ? f->today : f->examined_on);
}

struct verdict rule_termination_deny_reason(const struct termination_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_termination_deny_reason, !f->deny || f->reasoned, f->reasoned, 1);
}

struct verdict rule_termination_settled(const struct termination_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_termination_settled, f->received_fen == f->owed_fen, f->received_fen, f->owed_fen);
}

/* No story breaks it: a termination is decided only when all were heard or the same term is over; it stands for packs with two terms. */
struct verdict rule_failure_heard(const struct termination_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_failure_heard))
		return holds(RULE_failure_heard);
	bool over = term_over(f, policy_param(p, RULE_failure_heard, "days"));

	return judged(RULE_failure_heard, f->heard >= f->parties || over, f->heard, f->parties);
}
