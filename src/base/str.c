/* Texts as pointer and length: see str.h. */
#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

struct str str_of(const char *nul_terminated)
{
	if (!nul_terminated)
		return (struct str){ "", 0 };
	return (struct str){ nul_terminated, strlen(nul_terminated) };
}

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_is(struct str a, const char *nul_terminated)
{
	return str_eq(a, str_of(nul_terminated));
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;
	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);
	return s.n >= n && memcmp(s.n ? s.p : "", prefix, n) == 0;
}

bool str_ends(struct str s, const char *suffix)
{
	size_t n = strlen(suffix);
	return s.n >= n && (n == 0 || memcmp(s.p + s.n - n, suffix, n) == 0);
}

/* Bytes of the white space that s starts with at `at`, 0 when there is none. */
static size_t space_at(struct str s, size_t at)
{
	char c = s.p[at];
	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return 1;
	if (s.n - at >= 3 && memcmp(s.p + at, "\xe3\x80\x80", 3) == 0)
		return 3;
	return 0;
}

struct str str_trim(struct str s)
{
	size_t n;
	while (s.n && (n = space_at(s, 0))) {
		s.p += n;
		s.n -= n;
	}
	for (;;) {
		if (s.n && space_at(s, s.n - 1) == 1)
			s.n -= 1;
		else if (s.n >= 3 && space_at(s, s.n - 3) == 3)
			s.n -= 3;
		else
			return s;
	}
}

struct str str_cut(struct str *rest, char at)
{
	if (!rest->n)
		return (struct str){ rest->p ? rest->p : "", 0 };
	const char *hit = memchr(rest->p, at, rest->n);
	struct str head = *rest;
	if (!hit) {
		rest->p += rest->n;
		rest->n = 0;
		return head;
	}
	head.n = (size_t)(hit - rest->p);
	rest->p += head.n + 1;
	rest->n -= head.n + 1;
	return head;
}

bool str_int(struct str s, int64_t *out)
{
	bool minus = s.n && s.p[0] == '-';
	int64_t v = 0;
	if (s.n == (size_t)minus)
		return false;
	for (size_t i = minus; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		int64_t digit = s.p[i] - '0';
		if (__builtin_mul_overflow(v, (int64_t)10, &v) ||
		    __builtin_add_overflow(v, minus ? -digit : digit, &v))
			return false;
	}
	*out = v;
	return true;
}

struct str str_copy(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

const char *str_c(struct arena *a, struct str s)
{
	return str_copy(a, s).p;
}

struct str str_fmt(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	assert(n >= 0);
	char *p = arena_alloc(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	va_end(ap);
	return (struct str){ p, (size_t)n };
}

struct str str_join(struct arena *a, struct str head, const char *between, struct str tail)
{
	size_t m = strlen(between);
	char *p = arena_alloc(a, head.n + m + tail.n + 1);
	if (head.n)
		memcpy(p, head.p, head.n);
	memcpy(p + head.n, between, m);
	if (tail.n)
		memcpy(p + head.n + m, tail.p, tail.n);
	return (struct str){ p, head.n + m + tail.n };
}
