/* life/1-need/need: structs of its field tables. */
#ifndef NEED_H
#define NEED_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/1-need/need.def"
#include "base/field_end.h"

#endif
