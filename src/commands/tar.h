/*
 * A tar file (POSIX ustar), written and read as a stream: regular files with short names, nothing else.  For backup and restore.
 *
 * What is written here `tar xf` can read; what is read here is refused unless it is as plain as that.
 */
#ifndef COMMANDS_TAR_H
#define COMMANDS_TAR_H

#include "base/hash.h"

#define TAR_NAME 100
#define TAR_SIZE (((int64_t)1 << 33) - 1)       /* what eleven octal digits hold: 8 GiB */

struct tar_entry {
	char name[TAR_NAME + 1];
	int64_t size;
};

/* Copies `size` bytes of `from` behind a header; every byte goes through the digest. False: errno says why (0: the file became shorter). */
bool tar_put(int to, const struct tar_entry *e, int from, int64_t now, struct hash *digest);
bool tar_put_text(int to, const char *name, struct str text, int64_t now);
bool tar_finish(int to);

/* 1: an entry, its bytes come next; 0: the end; -1: not a tar file of ours. */
int tar_next(int from, struct tar_entry *e);
/* The entry's bytes into a file. */
bool tar_take(int from, const struct tar_entry *e, int to, struct hash *digest);

#endif
