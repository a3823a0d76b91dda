/*
 * The rules of performance evaluation (11.1.a): on the pack's occasions, once each, against the whole task book, with the money that came.
 */
#include "life/9-acceptance/performance_facts.h"

/* No story breaks it: the shipped packs ask on every occasion. */
struct verdict rule_performance_asked(const struct performance_facts *f, const struct policy *p)
{
	return judged(RULE_performance_asked, f->occasion && policy_param(p, RULE_performance_asked, f->occasion), 0, 1);
}

struct verdict rule_performance_due(const struct performance_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_performance_due, f->before < f->due, f->before, f->due);
}

struct verdict rule_performance_indicators(const struct performance_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_performance_indicators, f->answered >= f->indicators, f->answered, f->indicators);
}

struct verdict rule_performance_money(const struct performance_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_performance_money, f->used_fen <= f->received_fen, f->used_fen, f->received_fen);
}

struct verdict rule_performance_measures(const struct performance_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_performance_measures, (!f->poor && !f->missed) || f->measured, f->missed, 0);
}

struct verdict rule_performance_file(const struct performance_facts *f, const struct policy *p)
{
	int64_t least = policy_param(p, RULE_performance_file, "least");

	return judged(RULE_performance_file, f->files >= least, f->files, least);
}
