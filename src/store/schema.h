/* The schema: embedded files src/store/schema/0001-*.sql, applied in the order of their names.  For the store only. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "base/asset.h"
#include "base/buf.h"

struct db;

struct schema_file {
	struct str name;                /* "0001-00-core" */
	struct str text, digest;
};

struct schema_table {
	struct str name;
	bool made, book, insert_only;
};

struct schema {
	struct schema_file *files;
	size_t files_n;
	struct schema_table *tables;    /* in the order of the files */
	size_t tables_n;
};

struct schema *schema_read(struct arena *a, const struct asset *v, size_t n, struct buf *errors);
/* A file's text for an engine: types, strict, triggers. */
struct str schema_sql(struct arena *a, const struct schema_file *f, bool sqlite);
/* The store has exactly these files applied; with db->create missing ones are applied. db_fail() says why not. */
bool schema_match(struct db *db);

#endif
