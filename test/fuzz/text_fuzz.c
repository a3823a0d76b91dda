/* Days, instants, money, numbers, UTF-8: what is read can be written and read again to the same value. */
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/money.h"
#include "base/utf8.h"
#include "fuzz.h"

static void days(struct arena *a, struct str input)
{
	int64_t v, again;
	if (day_parse(input, &v)) {
		MUST(day_valid(v));
		MUST(day_parse(day_text(a, v), &again) && again == v);
		MUST(day_parse(day_text_cn(a, v), &again) && again == v);
		MUST(day_from_number(day_number(v)) == v);
	}
	if (instant_parse(input, &v)) {
		MUST(day_valid(instant_day(v)));
		MUST(instant_parse(instant_text(a, v), &again) && (again == v || v == 0));
	}
}

FUZZ(a, input)
{
	int64_t v, again;
	uint32_t c;
	days(a, input);
	if (money_parse(input, &v)) {
		MUST(v >= 0 && v <= MONEY_MAX);
		MUST(money_parse(money_text(a, v), &again) && again == v);
		MUST(utf8_valid(money_text_cn(a, v)));
	}
	if (str_int(input, &v))
		MUST(str_int(str_fmt(a, "%lld", (long long)v), &again) && again == v);
	MUST(str_trim(input).n <= input.n);
	struct buf b = { .arena = a };
	buf_json(&b, input);
	MUST(utf8_valid(buf_str(&b)));
	b.n = 0;
	buf_html(&b, input);
	MUST(!memchr(b.p ? b.p : "", '<', b.n));
	MUST(!utf8_valid(input) || utf8_valid(utf8_head(input, input.n / 2)));
	for (size_t i = 0; i < input.n; i++)
		MUST(utf8_next(input, i, &c) <= (int)(input.n - i));
}
