/* life/7-contract/contract: structs of its field tables. */
#ifndef CONTRACT_H
#define CONTRACT_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/7-contract/contract.def"
#include "base/field_end.h"

#endif
