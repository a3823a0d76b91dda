/* life/8-milestone/milestone: structs of its field tables. */
#ifndef MILESTONE_H
#define MILESTONE_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/8-milestone/milestone.def"
#include "base/field_end.h"

#endif
