/* life/3-bid/bid: structs of its field tables. */
#ifndef BID_H
#define BID_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/3-bid/bid.def"
#include "base/field_end.h"

#endif
