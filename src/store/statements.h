/* The named statements of the rooms' .sql files, read and matched with their field tables.  For the store only. */
#ifndef STORE_STATEMENTS_H
#define STORE_STATEMENTS_H

#include "base/asset.h"
#include "base/buf.h"
#include "base/field.h"

struct statement_param {
	const struct field *f;
	struct str name;
	int line;
};

struct statement {
	const char *name, *file;
	int line;                       /* of the header; the statement begins one line below */
	struct str sql;                 /* without the ';' */
	struct str writes;              /* the table it changes; empty for a select */
	const struct fields *in, *out;  /* NULL for "-" */
	struct statement_param *params; /* each name once, in order of appearance: parameter 1, 2, … */
	size_t params_n;
};

struct statements {
	struct statement *v;            /* sorted by name */
	size_t n;
};

/* Every "*.sql" of the assets but those in a schema/ folder.  What is wrong goes into `errors`, a line each. */
struct statements statements_read(struct arena *a, const struct asset *v, size_t n, struct buf *errors);
/* schema/invariants.sql: "-- name: what it says" and a select of `what`. In the order of the file. */
struct statements statements_invariants(struct arena *a, const struct asset *v, size_t n, struct buf *errors);
/* One statement made by the store itself (no header): for generic statements. */
struct statement *statement_make(struct arena *a, const char *name, struct str sql, const struct fields *in);
const struct statement *statement_find(const struct statements *s, const char *name);
/* The text for PostgreSQL: :name -> $1::bigint or $1::text. */
struct str statement_numbered(struct arena *a, const struct statement *s);

#endif
