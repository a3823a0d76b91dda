/* The program's sentences: see word.h. */
#include "base/word.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/buf.h"

#define WORD_PAIRS_MOST 16

static const struct str words[WORD_COUNT] = {
#define WORD(ID, TEXT) { TEXT, sizeof(TEXT) - 1 },
#include "tables/words.def"
#undef WORD
};

struct word_pair {
	const char *key, *value;
};

struct str word_text(enum word_id id)
{
	assert((int)id >= 0 && id < WORD_COUNT);
	return words[id];
}

static const char *value_of(const struct word_pair *pairs, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(key, pairs[i].key))
			return pairs[i].value;
	return NULL;
}

struct str word(struct arena *a, enum word_id id, ...)
{
	struct word_pair pairs[WORD_PAIRS_MOST];
	struct buf b = { .arena = a };
	struct str text = word_text(id);
	size_t n = 0;
	va_list ap;
	va_start(ap, id);
	for (const char *key; (key = va_arg(ap, const char *)) != NULL; n++) {
		assert(n < WORD_PAIRS_MOST);
		pairs[n] = (struct word_pair){ key, va_arg(ap, const char *) };
	}
	va_end(ap);
	while (text.n) {
		buf_put(&b, str_cut(&text, '{'));
		if (!text.n)
			break;
		const char *close = memchr(text.p, '}', text.n);
		struct str key = { text.p, close ? (size_t)(close - text.p) : text.n };
		const char *value = close ? value_of(pairs, n, key) : NULL;
		if (!value) {
			buf_putc(&b, '{');
			continue;
		}
		buf_puts(&b, value);
		text.p += key.n + 1;
		text.n -= key.n + 1;
	}
	return str_copy(a, buf_str(&b));
}
