/*
 * tables/choices.def as rows of struct choice.  The lines of one list stand together, so a list is a slice of one table.
 */
#include "tables/choices.h"
#include "rule/policy.h"

static const char *const names[] = {
#define CHOICE(LIST, CODE, LABEL) #LIST,
#include "tables/choices.def"
#undef CHOICE
#define ROLE(ID, NAME, ...) "role",
#include "tables/roles.def"
#undef ROLE
};

static const struct choice lines[] = {
#define CHOICE(LIST, CODE, LABEL) { { #CODE, sizeof #CODE - 1 }, { LABEL, sizeof LABEL - 1 } },
#include "tables/choices.def"
#undef CHOICE
#define ROLE(ID, NAME, ...) { { #ID, sizeof #ID - 1 }, { NAME, sizeof NAME - 1 } },
#include "tables/roles.def"
#undef ROLE
};

struct rows choice_list(const char *of)
{
	size_t first = 0, n = 0, all = sizeof names / sizeof *names;

	while (first < all && !str_is(str_of(names[first]), of))
		first++;
	while (first + n < all && str_is(str_of(names[first + n]), of))
		n++;
	return (struct rows){ (void *)(lines + first), n };
}

struct rows choice_of_policy(void *policy, const char *of)
{
	struct rows r = choice_list(of);

	return r.n || !policy ? r : policy_list(policy, of);
}
