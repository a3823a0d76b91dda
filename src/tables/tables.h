/* Every struct that has a field table, for those who need them all (tables.c, the store's check, OpenAPI). Rooms include their own header. */
#ifndef TABLES_TABLES_H
#define TABLES_TABLES_H

#include "base/field_struct.h"
#include "tables/common.def"
#include "base/field_end.h"

const struct fields *const *fields_all(size_t *n);

#endif
