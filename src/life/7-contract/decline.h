/* A winner that gives the award back before it has signed the technical contract. */
#ifndef DECLINE_H
#define DECLINE_H

#include "life/7-contract/contract.h"
#include "base/field_struct.h"
#include "life/7-contract/decline.def"
#include "base/field_end.h"

#endif
