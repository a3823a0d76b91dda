/* One writer at a time: among the threads of this process (first come, first served) and among processes. For the SQLite driver. */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include <stdbool.h>

/* Commits and checkpoints of two connections never overlap. False when this thread holds the lock already. */
bool lock_take(void);
void lock_give(void);

/* The lock file beside the store: one process writes. Counted: several connections of one process share it. */
bool lock_process(const char *path);
void lock_process_end(const char *path);
/* Has a connection of this process that holds the lock compared the store's tables already? `now`: this one just did. */
bool lock_looked(const char *path, bool now);

#endif
