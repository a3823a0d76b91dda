/* life/9-acceptance/acceptance: structs of its field tables. */
#ifndef ACCEPTANCE_H
#define ACCEPTANCE_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/9-acceptance/acceptance.def"
#include "base/field_end.h"

#endif
