/* Does a pack fit the program beyond what rule/ can see: field tables, choice lists, papers?  For `policy check` and the rulebook. */
#ifndef COMMANDS_POLICY_FIT_H
#define COMMANDS_POLICY_FIT_H

#include "rule/policy.h"

/* A parsed pack by name or folder; NULL with the mistakes printed to stderr. */
const struct policy *policy_load(struct arena *a, const char *name_or_dir);
/* What does not fit: rows of struct str. */
struct rows policy_fit(struct arena *a, const struct policy *p);
/* "table.field" of the program's field tables. */
bool policy_fit_field(struct str table_field);

#endif
