#include "store/db_in.h"
static bool pg_open(struct db *db) { return db_fail(db, FAULT_WRONG, "not yet"); }
static void pg_close(struct db *db) { (void)db; }
static void pg_rollback(struct db *db) { (void)db; }
const struct driver driver_pg = { .open = pg_open, .close = pg_close, .rollback = pg_rollback };
