/* The book: its lines and their tables (act.def). */
#ifndef ACT_JOURNAL_H
#define ACT_JOURNAL_H

#include "tables/tables.h"
#include "base/field_struct.h"
#include "act/act.def"
#include "base/field_end.h"

#endif
