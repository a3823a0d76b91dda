/* UTF-8: tables of good and bad sequences; every code point there and back. */
#include "test.h"

#include "base/utf8.h"

TEST(utf8_refuses_what_is_not_utf8, "")
{
	static const char *const bad[] = {
		"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x41", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
		"\xe4\xb8", "\xe4\x41\x80", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80",
		"\xfe", "\xff", "ok\xff", "中\xe4", "\xf0\x9f\x98",
	};
	static const char *const good[] = { "", "abc", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "中文",
					    "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xf0\xa0\x80\x80" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (utf8_valid(str_of(bad[i])))
			fail_msg("bad %zu", i);
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!utf8_valid(str_of(good[i])))
			fail_msg("good %zu", i);
	assert_true(utf8_valid((struct str){ "\0", 1 }));
}

static struct str encode(char *p, uint32_t c)
{
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = n; i-- > 1; c >>= 6)
		p[i] = (char)(0x80 | (c & 0x3f));
	p[0] = (char)(n == 1 ? c : (0xf00u >> n & 0xff) | c);
	return (struct str){ p, n };
}

TEST(utf8_next_reads_every_code_point, "")
{
	char p[4];
	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		uint32_t back = 0;
		struct str s = encode(p, c);
		bool surrogate = c >= 0xd800 && c <= 0xdfff;
		int n = utf8_next(s, 0, &back);
		if (surrogate ? n != 0 : n != (int)s.n || back != c)
			fail_msg("%x", c);
	}
}

TEST(utf8_counts_characters_and_cuts_between_them, "")
{
	assert_int_equal(utf8_count(STR("a中b文")), 4);
	assert_int_equal(utf8_count(STR("")), 0);
	assert_str(utf8_head(STR("a中b文"), 2), "a中");
	assert_str(utf8_head(STR("a中"), 9), "a中");
	assert_str(utf8_head(STR("中\xff" "b"), 5), "中");
	assert_true(utf8_has_han(STR("abc中")));
	assert_true(utf8_has_han(STR("\xff中")));
	assert_false(utf8_has_han(STR("abc，。")));
	assert_true(utf8_is_han(0x3007));
}

TEST_MAIN
