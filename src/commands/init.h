/* The first acts of a programme: the offices that its pack names, and the first system administrator. */
#ifndef COMMANDS_INIT_H
#define COMMANDS_INIT_H

#include "act/act.h"

struct first_admin {
	const char *login, *name;
	int64_t now;
	int64_t person;         /* out */
};
/* By the acts org_register, org_verify, person_add of role `system`. False with *error. */
bool programme_people(struct arena *a, struct db *db, const struct programme *pg, struct first_admin *who, struct str *error);
/* A unified social credit code with good check digits for an office whose real code nobody has told: region, then a number. Provisional by its look. */
struct str credit_code_provisional(struct arena *a, struct str region, int number);

#endif
