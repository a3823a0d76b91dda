/*
 * A policy pack: the Dazu pack with one of its files replaced.  The first line names the file ("road.yaml"); without such a name the input is
 * the whole pack's only file.  Whatever comes, the binder answers with a pack or with errors; a pack can be checked.
 */
#include <string.h>

#include "commands/pack.h"
#include "fuzz.h"
#include "rule/calendar.h"

FUZZ(a, input)
{
	struct str errors = STR(""), rest = input, error = STR("");
	struct str name = str_cut(&rest, '\n');
	struct rows files = pack_files(a, "dazu-2023", &error);
	struct pack_file *f = files.v;
	for (size_t i = 0; i < files.n; i++)
		if (str_eq(f[i].name, name))
			f[i].text = rest;
	if (str_is(name, "2026.yaml")) {
		struct pack_file year = { name, rest };
		MUST(calendar_parse(a, (struct rows){ &year, 1 }, &errors) || errors.n);
		return;
	}
	const struct policy *p = policy_parse(a, files, &errors);
	MUST(p || errors.n);
	if (p)
		policy_check(a, p);
}
