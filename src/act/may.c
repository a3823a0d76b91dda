/*
 * May this role, with these relations, do this act?  (Pages: web/see.c.)  Answered from tables/roles.def and nowhere else.
 */
#include "act/act.h"

struct may_row {
	enum act_id act;
	enum role role;
	enum relation relation;
};

static const struct may_row may_rows[] = {
#define MAY(ACT_ID, ROLE_ID, RELATION_ID) { ACT_##ACT_ID, ROLE_##ROLE_ID, REL_##RELATION_ID },
#include "tables/roles.def"
};

static const char *const role_names[ROLE_COUNT] = {
#define ROLE(ID, ...) #ID,
#include "tables/roles.def"
#undef ROLE
};

bool may_act(enum act_id act, enum role role, unsigned relations)
{
	for (size_t i = 0; i < sizeof may_rows / sizeof *may_rows; i++)
		if (may_rows[i].act == act && may_rows[i].role == role && (relations & (unsigned)may_rows[i].relation))
			return true;
	return false;
}

const char *role_name(enum role role)
{
	return role_names[role];
}

bool role_find(struct str name, enum role *out)
{
	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (str_is(name, role_names[i])) {
			*out = (enum role)i;
			return true;
		}
	return false;
}

bool act_find(struct str name_or_label, enum act_id *out)
{
	for (size_t i = 0; i < ACT_COUNT; i++)
		if (str_is(name_or_label, act_infos[i].name) || str_is(name_or_label, act_infos[i].label)) {
			*out = (enum act_id)i;
			return true;
		}
	return false;
}
