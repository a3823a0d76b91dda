/* Lists of codes and labels: see choice.h. */
#include "base/choice.h"

#include <string.h>

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

/* The lines of one list stand together, so a list is a slice of one table. */
struct rows choices_builtin(struct arena *a, const char *of)
{
	(void)a;
	size_t first = 0, n = 0, all = sizeof names / sizeof *names;
	while (first < all && strcmp(names[first], of) != 0)
		first++;
	while (first + n < all && strcmp(names[first + n], of) == 0)
		n++;
	return n ? (struct rows){ (void *)(lines + first), n } : (struct rows){ 0 };
}

static const struct choice *choice_find(struct rows list, struct str code)
{
	const struct choice *c = list.v;
	for (size_t i = 0; i < list.n; i++)
		if (str_eq(c[i].code, code))
			return &c[i];
	return NULL;
}

bool choice_has(struct rows list, struct str code)
{
	return choice_find(list, code) != NULL;
}

struct str choice_label(struct rows list, struct str code)
{
	const struct choice *c = choice_find(list, code);
	return c ? c->label : code;
}

struct str choice_code(struct rows list, struct str label)
{
	const struct choice *c = list.v;
	if (choice_find(list, label))
		return label;
	for (size_t i = 0; i < list.n; i++)
		if (str_eq(c[i].label, label))
			return c[i].code;
	return (struct str){ "", 0 };
}
