/*
 * Choice lists for whoever has a pack at hand: the program's own (base/choice.h, tables/choices.def) first, then the place's.
 */
#include "tables/choices.h"
#include "base/choice.h"
#include "rule/policy.h"

struct rows choice_list(const char *of)
{
	return choices_builtin(NULL, of);
}

struct rows choice_of_policy(void *policy, const char *of)
{
	struct rows r = choice_list(of);

	return r.n || !policy ? r : policy_list(policy, of);
}
