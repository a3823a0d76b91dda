/* UTF-8: see utf8.h. */
#include "base/utf8.h"

static int tail(struct str s, size_t at, int n, uint32_t *c)
{
	if (s.n - at < (size_t)n)
		return 0;
	for (int i = 1; i < n; i++) {
		unsigned char b = (unsigned char)s.p[at + (size_t)i];
		if ((b & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (b & 0x3f);
	}
	return n;
}

int utf8_next(struct str s, size_t at, uint32_t *c)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (at >= s.n)
		return 0;
	unsigned char b = (unsigned char)s.p[at];
	int n = b < 0x80 ? 1 : (b & 0xe0) == 0xc0 ? 2 : (b & 0xf0) == 0xe0 ? 3 : (b & 0xf8) == 0xf0 ? 4 : 0;
	if (n == 0)
		return 0;
	*c = n == 1 ? b : b & (0xffu >> (n + 1));
	n = tail(s, at, n, c);
	if (n == 0 || *c < least[n] || *c > 0x10ffff || (*c >= 0xd800 && *c <= 0xdfff))
		return 0;
	return n;
}

bool utf8_valid(struct str s)
{
	uint32_t c;
	for (size_t i = 0; i < s.n;) {
		int n = utf8_next(s, i, &c);
		if (n == 0)
			return false;
		i += (size_t)n;
	}
	return true;
}

size_t utf8_count(struct str s)
{
	size_t count = 0;
	for (size_t i = 0; i < s.n; i++)
		if (((unsigned char)s.p[i] & 0xc0) != 0x80)
			count++;
	return count;
}

bool utf8_is_han(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff) ||
	       (c >= 0x20000 && c <= 0x3ffff) || c == 0x3007;
}

bool utf8_has_han(struct str s)
{
	uint32_t c;
	for (size_t i = 0; i < s.n;) {
		int n = utf8_next(s, i, &c);
		if (n && utf8_is_han(c))
			return true;
		i += n ? (size_t)n : 1;
	}
	return false;
}

struct str utf8_head(struct str s, size_t characters)
{
	size_t i = 0;
	uint32_t c;
	while (characters--) {
		int n = utf8_next(s, i, &c);
		if (n == 0)
			break;
		i += (size_t)n;
	}
	s.n = i;
	return s;
}
