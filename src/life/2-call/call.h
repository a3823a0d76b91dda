/* life/2-call/call: structs of its field tables. */
#ifndef CALL_H
#define CALL_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/2-call/call.def"
#include "base/field_end.h"

#endif
