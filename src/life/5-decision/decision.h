/* life/5-decision/decision: structs of its field tables. */
#ifndef DECISION_H
#define DECISION_H

#include "act/act.h"
#include "across/panel/panel.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/5-decision/decision.def"
#include "base/field_end.h"

#endif
