/* Lists of codes and labels: see choice.h. */
#include "base/choice.h"

struct builtin {
	const char *of, *code, *label;
};

static const struct builtin builtins[] = {
#define CHOICE(OF, CODE, LABEL) { #OF, #CODE, LABEL },
#include "tables/choices.def"
#undef CHOICE
};

struct rows choices_builtin(struct arena *a, const char *of)
{
	size_t n = 0, all = sizeof builtins / sizeof *builtins;
	for (size_t i = 0; i < all; i++)
		n += str_is(str_of(of), builtins[i].of);
	struct choice *list = NEW_ARRAY(a, n, struct choice);
	struct rows rows = { list, 0 };
	for (size_t i = 0; i < all && rows.n < n; i++)
		if (str_is(str_of(of), builtins[i].of))
			list[rows.n++] = (struct choice){ str_of(builtins[i].code), str_of(builtins[i].label) };
	return rows;
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
