/*
 * A growing text in an arena: pages, JSON, canonical text.
 *
 * Starts as { .arena = a }.  Old blocks stay in the arena until it is reset, growth doubles.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"
#include "base/str.h"

struct buf {
	struct arena *arena;
	char *p;
	size_t n, cap;
};

void buf_put(struct buf *b, struct str s);
void buf_putc(struct buf *b, char c);
void buf_puts(struct buf *b, const char *s);
void buf_fmt(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_html(struct buf *b, struct str s);     /* & < > " ' escaped */
void buf_json(struct buf *b, struct str s);     /* with the quotes; invalid UTF-8 becomes U+FFFD */
void buf_url(struct buf *b, struct str s);      /* percent-encoded */
void buf_int(struct buf *b, int64_t v);
struct str buf_str(const struct buf *b);        /* valid until the next put */

#endif
