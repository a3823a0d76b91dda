/* life/4-review/review: structs of its field tables. */
#ifndef REVIEW_H
#define REVIEW_H

#include "act/act.h"
#include "across/panel/panel.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/4-review/review.def"
#include "base/field_end.h"

#endif
