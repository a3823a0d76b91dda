/*
 * Acceptance (8.8.a, 9.3): the awardee applies, a panel looks, the demander decides by the task book, the bureau strikes off.
 */
#ifndef ACCEPTANCE_H
#define ACCEPTANCE_H

#include "act/act.h"
#include "base/word.h"
#include "life/9-acceptance/acceptance_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/9-acceptance/acceptance.def"
#include "life/9-acceptance/performance.def"
#include "life/9-acceptance/follow.def"
#include "base/field_end.h"

/* This room's own: the newest application; false: none yet. */
bool acceptance_newest(struct db *db, struct arena *a, int64_t challenge, struct acceptance_row *out);
struct rows acceptance_materials(struct db *db, struct arena *a, int64_t acceptance, bool filed);      /* struct acceptance_material_row */
/* The newest result, when it is a pass. */
bool acceptance_passed(struct db *db, struct arena *a, int64_t challenge, struct acceptance_result_row *out);
/* After a pass: when both sides report what became of the results, by the pack's interval and number. */
void followup_plan(struct act_run *r);
/* After a pass: the bureau owes an evaluation of performance, where the pack asks for one then. */
void performance_plan(struct act_run *r);
/* This room's own: an application's facts, and writing it; `rectified`: handed in after mending. */
bool acceptance_load(struct act_run *r, const struct acceptance_form *in, struct acceptance_apply_facts *f);
void acceptance_write(struct act_run *r, const struct acceptance_form *in, bool rectified);
void acceptance_tell(struct act_run *r, struct str title, struct str text);
struct str acceptance_title(struct act_run *r, enum word_id title);

#endif
