/* across/document/document: structs of its field tables. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/document/document.def"
#include "base/field_end.h"

/* The digest of an issued paper; empty when there is no such paper. */
struct str document_digest(struct db *db, struct arena *a, int64_t paper);

#endif
