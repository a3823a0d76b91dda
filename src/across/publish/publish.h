/*
 * What the bureau tells society: stories of accepted projects (8.8.b, 11.3.a), and corrections of what it published.
 *
 * A published thing is never edited. A correction is an act of its own that refers to it; pages show the thing as it was published and, above it, what
 * was corrected.
 */
#ifndef ACROSS_PUBLISH_H
#define ACROSS_PUBLISH_H

#include "act/act.h"
#include "across/publish/publish_facts.h"
#include "web/frame.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/publish/publish.def"
#include "base/field_end.h"

/* Corrections of a thing ("list", "notice", "result", "interpretation"), newest first: struct correction_line. */
struct rows corrections_of(struct db *db, struct arena *a, int64_t programme, const char *kind, int64_t thing);

#endif
