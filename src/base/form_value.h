/* One typed value of a form: text -> member, with its limits.  Used by form.c alone. */
#ifndef BASE_FORM_VALUE_H
#define BASE_FORM_VALUE_H

#include "base/form.h"
#include "base/word.h"

struct form_errors {
	struct arena *arena;
	struct form_error *v;
	size_t n, cap;
};

void form_error_add(struct form_errors *e, struct str name, struct str text);
void form_error_range(struct form_errors *e, enum word_id id, struct str name, const struct field *f, int64_t found, int64_t wanted);
/* `raw` is the value as sent, empty when it was not; `out` the struct that holds the member. */
void form_value(const struct form_in *in, const struct field *f, struct str name, struct str raw, void *out, struct form_errors *e);

#endif
