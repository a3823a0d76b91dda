/* The program's own lists of codes (tables/choices.def, the roles); a place's lists stand in its pack (policy_list()). */
#ifndef TABLES_CHOICES_H
#define TABLES_CHOICES_H

#include "base/form.h"

struct policy;
struct rows choice_list(const char *of);                /* rows of struct choice; none when the program has no such list */
struct rows choice_of_policy(void *policy, const char *of);     /* a choice_source: the program's list, else the pack's (`policy` may be NULL) */

#endif
