/*
 * The store: one small header, two drivers (SQLite, PostgreSQL 15).
 *
 * Statements are named and live in the rooms' .sql files, each under one header line:
 *
 *	-- bid_of_challenge: challenge_key -> bid_row
 *	select ... where challenge = :challenge and ... ;
 *
 * left of the arrow the table whose fields the :parameters are, right of it the table whose fields the columns are
 * ("-" for none).  Every statement is prepared and compared with its field tables when a connection opens; a misspelt
 * name stops the start with file and line.  Dialect: see doc/sql.md (integers and text, :names, on conflict,
 * returning, recursive CTE; no JSON, no dialect functions).
 *
 * A text with a zero byte or that is not UTF-8 is a fault.  A null (left join, max of nothing) reads as 0 or "".
 *
 * A connection belongs to one thread.  Faults are sticky: after the first one every call does nothing and answers
 * empty, so that callers need not look after each call; whoever opened the transaction looks once with db_fault().
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/field.h"

struct db;

enum fault {
	FAULT_NONE,
	FAULT_BUSY,             /* another writer; may be tried again with the same act key */
	FAULT_LOST,             /* connection lost, disk full, I/O error: unknown whether the last commit arrived */
	FAULT_CONSTRAINT,       /* a constraint of the schema said no: `db_fault_text` names it */
	FAULT_WRONG,            /* the store is not what it should be (schema, settings) */
};

enum db_mode { DB_READ, DB_WRITE };             /* a DB_READ connection cannot write (query_only / default read only) */

/* url: a path ("/data/jiebang.db"; ":memory:" for a test) or "postgresql://…" (a search_path in its options names a schema of
 * its own, which `create` makes).  On SQLite a DB_WRITE connection also holds "/data/jiebang.db.lock": one process writes.
 * NULL with *error set (in arena) when it cannot or must not be
 * used: wrong settings, wrong schema version, a statement that does not fit its tables. `create` applies the schema to an empty store. */
struct db *db_open(struct arena *a, const char *url, enum db_mode mode, bool create, struct str *error);
/* A store that an older program made gets the schema files that came since (doc/sql.md). False with *error; never makes a new store. */
bool db_upgrade(struct arena *a, const char *url, struct str *error);
void db_close(struct db *db);
bool db_is_sqlite(const struct db *db);

enum fault db_fault(const struct db *db);
struct str db_fault_text(const struct db *db);
void db_fault_clear(struct db *db);             /* after a rollback */

/* Write transactions; a write outside of one is a transaction of its own.
 * On SQLite: BEGIN IMMEDIATE under the process's FIFO lock, held until commit or rollback; on PostgreSQL: BEGIN. */
bool db_begin(struct db *db);
bool db_commit(struct db *db);                  /* false: fault, rolled back; nothing was kept, or (FAULT_LOST) it is unknown */
void db_rollback(struct db *db);
/* A rehearsal: from here on transactions begin, commit and roll back as ever, but inside one that is never kept; db_rehearse_end() undoes
 * all of it. One may stand inside another (a crash before the commit). For simulations, which begin again and again from the same store. */
bool db_rehearse(struct db *db);
void db_rehearse_end(struct db *db);
/* A consistent snapshot for several reads (a page): BEGIN / REPEATABLE READ READ ONLY .. end. */
bool db_snapshot(struct db *db);
void db_snapshot_end(struct db *db);

/* Runs one statement without result. The number of rows it changed, -1 on a fault. `in` points to a struct of the
 * statement's left table (NULL when "-"). */
int64_t db_run(struct db *db, const char *statement, const void *in);
/* A write that nobody waits for, inside a transaction: it must change exactly `rows` rows, else a fault, at the latest at the commit.
 * On PostgreSQL it travels with the next statement that is waited for (an act of thirty writes waits a few times, not thirty). */
void db_put(struct db *db, const char *statement, const void *in, int64_t rows);
/* All rows, as structs of the right table. A statement is not begun again while it is walked (db_each). */
struct rows db_all(struct db *db, struct arena *a, const char *statement, const void *in);
/* The first row into *out (zeroed otherwise). False when there is none. */
bool db_one(struct db *db, struct arena *a, const char *statement, const void *in, void *out);
/* For long lists: calls back for each row with a struct in a row arena that is reset between rows; stop by returning false. */
typedef bool (*db_each_fn)(void *ctx, const void *row);
bool db_each(struct db *db, const char *statement, const void *in, db_each_fn each, void *ctx);

/* What the door needs to know of a statement: the table it writes ("bid" of "insert into bid…"), empty for a select. */
const struct fields *db_statement_in(struct db *db, const char *statement);     /* its left table, NULL for "-" */
struct str db_statement_writes(struct db *db, const char *statement);
/* Canonical text of one row as it stands ("col=value\n" in column-name order, columns ending in _secret left out; in a
 * value "\" is written "\\" and a line feed "\n"); empty when there is no such row. Every table of the book has a primary key `id`. */
struct str db_row_text(struct db *db, struct arena *a, struct str table, int64_t id);
struct db_ref {
	struct str table;
	int64_t id;
	struct str text;                        /* out */
};
void db_row_texts(struct db *db, struct arena *a, struct db_ref *refs, size_t n);      /* many of them at once */
/* Every table that the book covers (schema line "-- book: name"), in order; and a walk over all ids of one. */
struct rows db_book_tables(struct arena *a);    /* rows of struct str */
bool db_each_id(struct db *db, struct str table, bool (*each)(void *ctx, int64_t id), void *ctx);
/* The invariants of schema/invariants.sql: rows of struct db_broken, none = all hold. */
struct db_broken {
	struct str name, what;
};
struct rows db_invariants(struct db *db, struct arena *a);

/* SQLite only: a copy of the whole store under the write lock (online backup). PostgreSQL: refused with a text (pg_dump is the way). */
bool db_backup(struct db *db, const char *to, struct str *error);
/* A text that is another one after anything was committed: what was read under the same version is still so.  Empty on a fault. */
struct str db_version(struct db *db, struct arena *a);
/* What the engine finds damaged in its own file: rows of struct str, none = sound. PostgreSQL: none (pg_amcheck is the way). */
struct rows db_damage(struct db *db, struct arena *a);
/* SQLite: checkpoint under the lock; nothing on PostgreSQL. */
void db_checkpoint(struct db *db);

#endif
