/*
 * A data folder: jiebang.db (SQLite), attachments/, keys/, database (a URL, when the store is PostgreSQL), demo (a marker).
 */
#ifndef COMMANDS_FOLDER_H
#define COMMANDS_FOLDER_H

#include "base/arena.h"
#include "base/str.h"

bool folder_make(struct arena *a, const char *dir, struct str *error);  /* makes it and its parts, mode 0700; fails when it already holds a store */
bool folder_exists(const char *dir);
bool folder_is_demo(struct arena *a, const char *dir);
bool folder_mark_demo(struct arena *a, const char *dir);
/* The store's URL: --database when given, else the file `database`, else the path of jiebang.db. */
const char *folder_database(struct arena *a, const char *dir, const char *given);
bool folder_write(struct arena *a, const char *dir, const char *name, struct str text, struct str *error);     /* mode 0600, synced */
bool folder_read(struct arena *a, const char *dir, const char *name, struct str *text);
/* 32 bytes of the machine's randomness, hex. The only place besides the server that asks for any. */
struct str random_seed(struct arena *a);
int64_t clock_now(void);                        /* the machine's clock, ms UTC: for commands; the server has its own */

#endif
