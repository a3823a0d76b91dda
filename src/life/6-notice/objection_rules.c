/* Rules of objections (8.5.b, 8.6.d): who may object and how, and what the bureau owes both sides before it decides. */
#include "life/6-notice/objection_facts.h"

/* The last day belongs to those who may object. */
struct verdict rule_objection_in_time(const struct objection_file_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_in_time, f->running && f->today <= f->last_day, f->today, f->last_day);
}

struct verdict rule_objection_named(const struct objection_file_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_named, f->named, f->named, 1);
}

struct verdict rule_objection_reachable(const struct objection_file_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_reachable, f->reachable, f->reachable, 1);
}

struct verdict rule_objection_unit(const struct objection_file_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_unit, !f->unit || (f->code_good && f->contact), (int64_t)f->code_good + f->contact, 2);
}

struct verdict rule_objection_sealed(const struct objection_file_facts *f, const struct policy *p)
{
	int64_t least = policy_param(p, RULE_objection_sealed, "least");

	return judged(RULE_objection_sealed, !f->unit || f->sealed >= least, f->sealed, least);
}

struct verdict rule_objection_grounds(const struct objection_file_facts *f, const struct policy *p)
{
	int64_t least = policy_param(p, RULE_objection_grounds, "characters");

	return judged(RULE_objection_grounds, f->characters >= least, f->characters, least);
}

struct verdict rule_objection_evidence(const struct objection_file_facts *f, const struct policy *p)
{
	int64_t least = policy_param(p, RULE_objection_evidence, "least");

	return judged(RULE_objection_evidence, f->evidence >= least, f->evidence, least);
}

struct verdict rule_objection_code(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_code, f->code, f->code, 1);
}

struct verdict rule_objection_timely(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_timely, !f->due || f->today <= f->due, f->today, f->due);
}

struct verdict rule_objection_identity(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_identity, f->identity, f->identity, 1);
}

struct verdict rule_objection_impartial(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_impartial, !f->decided_before, f->decided_before, 0);
}

struct verdict rule_objection_nameless(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_nameless, !f->names, f->names, 0);
}

struct verdict rule_objection_investigated(const struct objection_facts *f, const struct policy *p)
{
	int64_t least = policy_param(p, RULE_objection_investigated, "least");

	return judged(RULE_objection_investigated, f->investigated >= least, f->investigated, least);
}

/* Nothing is upheld against somebody who was not asked, or whose time to answer still runs. */
struct verdict rule_objection_heard(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_heard, !f->upheld || (f->asked && !f->waiting), f->asked - f->waiting, f->asked ? f->asked : 1);
}

/* Founded changes something, unfounded changes nothing; partly may do either. */
struct verdict rule_objection_effect(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_effect, f->changes ? f->upheld : !f->founded, f->changes, f->founded);
}

struct verdict rule_objection_correction(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_correction, f->repairs == f->corrected, f->corrected, f->repairs);
}

struct verdict rule_objection_government(const struct objection_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_objection_government, !f->changes || f->document, f->document, 1);
}
