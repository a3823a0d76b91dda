/*
 * Digests as lower-case hex in an arena.  The book's first line names which of the two it uses.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

enum hash_kind { HASH_SHA256, HASH_SM3 };
#define HASH_HEX 64

struct hash;                                            /* a running digest, in an arena */

struct str hash_text(struct arena *a, enum hash_kind kind, struct str text);
struct hash *hash_start(struct arena *a, enum hash_kind kind);
void hash_add(struct hash *h, struct str text);
struct str hash_end(struct arena *a, struct hash *h);
struct str hmac_text(struct arena *a, struct str key, struct str text);         /* HMAC-SHA256, hex */
struct str hex_of(struct arena *a, const uint8_t *p, size_t n);
struct str base32_of(struct arena *a, const uint8_t *p, size_t n);              /* RFC 4648 without padding */
bool hash_equal(struct str a, struct str b);            /* constant time */

#endif
