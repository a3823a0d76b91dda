/*
 * Lists of codes and labels.  The program's own stand in tables/choices.def, a place's own in its pack's lists.yaml.
 */
#ifndef BASE_CHOICE_H
#define BASE_CHOICE_H

#include "base/form.h"

struct rows choices_builtin(struct arena *a, const char *of);  /* nothing is allocated; rows of struct choice; none when there is no such list */
struct str choice_label(struct rows list, struct str code);     /* the code itself when it is not on the list */
bool choice_has(struct rows list, struct str code);
struct str choice_code(struct rows list, struct str label);     /* by label or by code; empty when neither is there */

#endif
