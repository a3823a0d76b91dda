/* Between the files of the PostgreSQL driver. */
#ifndef STORE_DB_PG_H
#define STORE_DB_PG_H

#include <libpq-fe.h>

#include "store/db_in.h"

/* The result of a failed command as a fault; clears it. Always false. */
bool pg_failed(struct db *db, const char *what, PGresult *r);
bool pg_do(struct db *db, const char *sql);
bool pg_open(struct db *db);
bool pg_ready(struct db *db);                   /* connected; a connection that was lost is made again */
bool pg_tables(struct db *db);

/* db_pg_queue.c */
bool pg_queue(struct db *db, struct prepared *p, const char *const *values, int64_t rows);
bool pg_collect(struct db *db);
void pg_take(struct db *db, struct prepared *p, size_t i);
void pg_forget(struct db *db);                  /* before a rollback: what is queued does not matter any more */

#endif
