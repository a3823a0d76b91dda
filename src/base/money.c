/* Money in fen: see money.h. */
#include "base/money.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/word.h"

int64_t money_share(int64_t total_fen, int64_t share)
{
	assert(total_fen >= 0 && total_fen <= MONEY_MAX && share >= 0 && share <= PERCENT_SCALE);
	return total_fen / PERCENT_SCALE * share + total_fen % PERCENT_SCALE * share / PERCENT_SCALE;
}

bool money_within(int64_t part_fen, int64_t whole_fen, int64_t share)
{
	return (__int128)part_fen * PERCENT_SCALE <= (__int128)whole_fen * share;
}

/* Takes the Chinese mark number i (three bytes each) off the end. */
static bool drop_mark(struct str *s, int i)
{
	const char *mark = word_text(WORD_money_marks).p + 3 * i;
	if (s->n < 3 || memcmp(s->p + s->n - 3, mark, 3) != 0)
		return false;
	s->n -= 3;
	return true;
}

/* "1,234" or "1234" without sign: digits, commas only between full groups of three. */
static bool whole_parse(struct str s, int64_t *out)
{
	bool commas = s.n && memchr(s.p, ',', s.n);
	int64_t v = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool comma_place = commas && i > 0 && (s.n - i) % 4 == 0;
		if (comma_place != (s.p[i] == ','))
			return false;
		if (comma_place)
			continue;
		if (s.p[i] < '0' || s.p[i] > '9' || v > MONEY_MAX)
			return false;
		v = v * 10 + (s.p[i] - '0');
	}
	*out = v;
	return s.n > 0 && v <= MONEY_MAX && !(commas && s.n % 4 == 0);
}

bool money_parse(struct str s, int64_t *fen)
{
	s = str_trim(s);
	drop_mark(&s, 1);
	int places = drop_mark(&s, 0) ? 6 : 2;
	struct str fraction = str_trim(s), text = str_cut(&fraction, '.');
	bool dot = text.n < str_trim(s).n;
	int64_t v;
	if (!whole_parse(text, &v) || (dot && !fraction.n) || fraction.n > (size_t)places)
		return false;
	for (int i = 0; i < places; i++) {
		char c = (size_t)i < fraction.n ? fraction.p[i] : '0';
		if (c < '0' || c > '9' || v > MONEY_MAX)
			return false;
		v = v * 10 + (c - '0');
	}
	if (v > MONEY_MAX)
		return false;
	*fen = v;
	return true;
}

struct str money_text(struct arena *a, int64_t fen)
{
	uint64_t v = fen < 0 ? 0 - (uint64_t)fen : (uint64_t)fen;
	struct str whole = str_fmt(a, "%llu", (unsigned long long)(v / 100));
	struct buf b = { .arena = a };
	if (fen < 0)
		buf_putc(&b, '-');
	for (size_t i = 0; i < whole.n; i++) {
		if (i > 0 && (whole.n - i) % 3 == 0)
			buf_putc(&b, ',');
		buf_putc(&b, whole.p[i]);
	}
	buf_fmt(&b, ".%02d", (int)(v % 100));
	return str_copy(a, buf_str(&b));
}

struct str money_text_wan(struct arena *a, int64_t fen)
{
	uint64_t v = fen < 0 ? 0 - (uint64_t)fen : (uint64_t)fen;
	struct str s = str_fmt(a, "%s%llu.%06llu", fen < 0 ? "-" : "", (unsigned long long)(v / 1000000),
			       (unsigned long long)(v % 1000000));
	while (str_ends(s, "0"))
		s.n--;
	if (str_ends(s, "."))
		s.n--;
	return str_copy(a, s);
}

/* Up to four digits in capital numerals; `zero` says that a zero stands before when the group is not full. */
static void capital_group(struct buf *b, int group, bool inner)
{
	const char *digit = word_text(WORD_capital_digits).p, *unit = word_text(WORD_capital_units).p;
	int scale = 1000;
	bool zero = false, begun = inner;
	for (int place = 3; place >= 0; place--, scale /= 10) {
		int d = group / scale % 10;
		if (d == 0) {
			zero = begun;
			continue;
		}
		if (zero)
			buf_put(b, (struct str){ digit, 3 });
		zero = false;
		begun = true;
		buf_put(b, (struct str){ digit + 3 * d, 3 });
		if (place)
			buf_put(b, (struct str){ unit + 3 * (place - 1), 3 });
	}
}

static void capital_whole(struct buf *b, int64_t yuan)
{
	const char *unit = word_text(WORD_capital_groups).p;    /* ten thousand, hundred million */
	static const int64_t scale[] = { 1000000000000, 100000000, 10000, 1 };
	bool begun = false, gap = false;
	for (int i = 0; i < 4; i++) {
		int group = (int)(yuan / scale[i] % 10000);
		if (group == 0) {
			gap = begun;
			if (i == 1 && begun)
				buf_put(b, (struct str){ unit + 3, 3 });
			continue;
		}
		if (gap && group >= 1000)
			buf_put(b, (struct str){ word_text(WORD_capital_digits).p, 3 });
		capital_group(b, group, begun);
		begun = true;
		gap = false;
		if (i == 0 || i == 2)
			buf_put(b, (struct str){ unit, 3 });
		if (i == 1)
			buf_put(b, (struct str){ unit + 3, 3 });
	}
}

struct str money_text_cn(struct arena *a, int64_t fen)
{
	const char *digit = word_text(WORD_capital_digits).p;
	const char *mark = word_text(WORD_capital_money).p;     /* yuan jiao fen exactly minus */
	struct buf b = { .arena = a };
	bool minus = fen < 0;
	assert(fen >= -MONEY_MAX && fen <= MONEY_MAX);
	fen = minus ? -fen : fen;
	int jiao = (int)(fen / 10 % 10), rest = (int)(fen % 10);
	if (minus)
		buf_put(&b, (struct str){ mark + 12, 3 });
	if (fen >= 100)
		capital_whole(&b, fen / 100);
	else if (fen == 0)
		buf_put(&b, (struct str){ digit, 3 });
	if (fen >= 100 || fen == 0)
		buf_put(&b, (struct str){ mark, 3 });
	if (jiao || (rest && fen >= 100))
		buf_put(&b, (struct str){ digit + 3 * jiao, 3 });
	if (jiao)
		buf_put(&b, (struct str){ mark + 3, 3 });
	if (rest) {
		buf_put(&b, (struct str){ digit + 3 * rest, 3 });
		buf_put(&b, (struct str){ mark + 6, 3 });
	} else {
		buf_put(&b, (struct str){ mark + 9, 3 });
	}
	return str_copy(a, buf_str(&b));
}
