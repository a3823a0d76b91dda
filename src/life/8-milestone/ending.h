/* The pages of ending a project: their structs, for the view only. */
#ifndef ENDING_H
#define ENDING_H

#include "life/8-milestone/termination.h"
#include "base/field_struct.h"
#include "life/8-milestone/ending.def"
#include "base/field_end.h"

#endif
