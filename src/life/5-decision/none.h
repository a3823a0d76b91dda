/* Nobody deserved it: the bureau proposes that no bid wins, the demander confirms, the case is closed and its bidders are told why. */
#ifndef NONE_H
#define NONE_H

#include "life/5-decision/decision.h"
#include "base/field_struct.h"
#include "life/5-decision/none.def"
#include "base/field_end.h"

/* The newest proposal of a case. False: there is none. */
bool award_none_of(struct db *db, struct arena *a, int64_t challenge, struct award_none_row *out);

#endif
