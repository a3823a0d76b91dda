/*
 * Text: a pointer and a length, never owned by the struct, never NUL-terminated by promise.
 *
 * For: every string in the program.  The arena that made the bytes owns them.
 * Not for: bytes that must be wiped (see base/secret.h of libsodium's sodium_memzero callers).
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct str {
	const char *p;
	size_t n;
};

/* A literal, and the two halves of a "%.*s". */
#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })
#define STR_ARG(s) (int)(s).n, (s).p

struct str str_of(const char *nul_terminated);          /* NULL gives the empty string */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *nul_terminated);
int str_cmp(struct str a, struct str b);                /* byte order: <0, 0, >0 */
bool str_starts(struct str s, const char *prefix);
bool str_ends(struct str s, const char *suffix);
struct str str_trim(struct str s);                      /* ASCII and U+3000 white space off both ends */
struct str str_cut(struct str *rest, char at);          /* head up to `at`; rest moves behind it, empty at the end */
bool str_int(struct str s, int64_t *out);               /* whole text, decimal, optional '-'; false on overflow or rubbish */

/* These allocate in the arena; the result is also NUL-terminated (p[n] == 0). */
struct str str_copy(struct arena *a, struct str s);
const char *str_c(struct arena *a, struct str s);
struct str str_fmt(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct str str_join(struct arena *a, struct str head, const char *between, struct str tail);

#endif
