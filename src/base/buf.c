/* A growing text in an arena and its escapes: see buf.h. */
#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static char *buf_room(struct buf *b, size_t n)
{
	if (b->cap - b->n < n) {
		size_t cap = b->cap ? b->cap * 2 : 256;
		while (cap - b->n < n)
			cap *= 2;
		char *p = arena_alloc(b->arena, cap);
		if (b->n)
			memcpy(p, b->p, b->n);
		b->p = p;
		b->cap = cap;
	}
	return b->p + b->n;
}

void buf_put(struct buf *b, struct str s)
{
	if (!s.n)
		return;
	memcpy(buf_room(b, s.n), s.p, s.n);
	b->n += s.n;
}

void buf_putc(struct buf *b, char c)
{
	*buf_room(b, 1) = c;
	b->n++;
}

void buf_puts(struct buf *b, const char *s)
{
	buf_put(b, str_of(s));
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	assert(n >= 0);
	vsnprintf(buf_room(b, (size_t)n + 1), (size_t)n + 1, fmt, again);
	b->n += (size_t)n;
	va_end(again);
	va_end(ap);
}

void buf_html(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '&': buf_puts(b, "&amp;"); break;
		case '<': buf_puts(b, "&lt;"); break;
		case '>': buf_puts(b, "&gt;"); break;
		case '"': buf_puts(b, "&quot;"); break;
		case '\'': buf_puts(b, "&#39;"); break;
		default: buf_putc(b, s.p[i]);
		}
}

static void json_ascii(struct buf *b, unsigned char c)
{
	switch (c) {
	case '"': buf_puts(b, "\\\""); break;
	case '\\': buf_puts(b, "\\\\"); break;
	case '\n': buf_puts(b, "\\n"); break;
	case '\r': buf_puts(b, "\\r"); break;
	case '\t': buf_puts(b, "\\t"); break;
	default:
		if (c < 0x20 || c == 0x7f)
			buf_fmt(b, "\\u%04x", c);
		else
			buf_putc(b, (char)c);
	}
}

void buf_json(struct buf *b, struct str s)
{
	buf_putc(b, '"');
	for (size_t i = 0; i < s.n;) {
		uint32_t c;
		int n = utf8_next(s, i, &c);
		if (n == 0) {
			buf_puts(b, "\xef\xbf\xbd");
			i++;
			continue;
		}
		if (n == 1)
			json_ascii(b, (unsigned char)s.p[i]);
		else
			buf_put(b, (struct str){ s.p + i, (size_t)n });
		i += (size_t)n;
	}
	buf_putc(b, '"');
}

void buf_url(struct buf *b, struct str s)
{
	static const char hex[] = "0123456789ABCDEF";
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			     (c && strchr("-._~", c));
		if (plain) {
			buf_putc(b, (char)c);
			continue;
		}
		buf_putc(b, '%');
		buf_putc(b, hex[c >> 4]);
		buf_putc(b, hex[c & 15]);
	}
}

void buf_int(struct buf *b, int64_t v)
{
	buf_fmt(b, "%lld", (long long)v);
}

struct str buf_str(const struct buf *b)
{
	return (struct str){ b->p ? b->p : "", b->n };
}
