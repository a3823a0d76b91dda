/* Between the two files of the SQLite driver. */
#ifndef STORE_DB_SQLITE_H
#define STORE_DB_SQLITE_H

#include "store/db_in.h"

bool sqlite_failed(struct db *db, const char *what);            /* the connection's last error as a fault; always false */
bool sqlite_do(struct db *db, const char *sql);
bool sqlite_connect(struct db *db);                             /* opens, sets, reads back; under the lock when writing */
bool sqlite_tables(struct db *db);                              /* every table, index and trigger as the schema files make them */
bool sqlite_copy(struct db *db, const char *to, struct str *error);
const char *sqlite_lock_path(struct db *db);

#endif
