/* Money: parsing and printing tables; shares against exact arithmetic in 128 bits; no sum under the limit overflows. */
#include "test.h"

#include "base/money.h"

TEST(money_parse_reads_yuan_and_wan, "")
{
	static const struct { const char *text; int64_t fen; } cases[] = {
		{ "0", 0 }, { "1", 100 }, { "0.01", 1 }, { "0.1", 10 }, { "12345", 1234500 }, { "1,234.5", 123450 },
		{ "1,234,567.89", 123456789 }, { "30万", 30000000 }, { "30.5万元", 30500000 }, { "1000000元", 100000000 },
		{ " 12 元 ", 1200 }, { "0.000001万", 1 }, { "１", -1 }, { "10000000000000", MONEY_MAX }, { "1000000000万", MONEY_MAX },
		{ "10000000000000.01", -1 }, { "1000000000.000001万", -1 }, { "99999999999999999999999", -1 }, { "", -1 }, { ".", -1 },
		{ ".5", -1 }, { "5.", -1 }, { "1.234", -1 }, { "-1", -1 }, { "+1", -1 }, { "1,23", -1 }, { "1,2345", -1 }, { ",123", -1 },
		{ "1234,567", -1 }, { "1e3", -1 }, { "0x10", -1 }, { "万", -1 }, { "元", -1 }, { "30元万", -1 }, { "1.2.3", -1 },
		{ "1 000", -1 }, { "0.0000001万", -1 }, { "12,345,678,901,234,567,890", -1 }, { "1.,5", -1 }, { "00012", 1200 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t fen = -1;
		bool good = money_parse(str_of(cases[i].text), &fen);
		if (good != (cases[i].fen >= 0) || fen != cases[i].fen)
			fail_msg("%s -> %d %lld", cases[i].text, good, (long long)fen);
	}
}

TEST(money_text_and_back, "")
{
	uint64_t seed = 3;
	int64_t back;
	assert_str(money_text(a, 123456700), "1,234,567.00");
	assert_str(money_text(a, 0), "0.00");
	assert_str(money_text(a, 5), "0.05");
	assert_str(money_text(a, -123456), "-1,234.56");
	assert_str(money_text(a, MONEY_MAX), "10,000,000,000,000.00");
	assert_str(money_text(a, INT64_MIN), "-92,233,720,368,547,758.08");
	for (int i = 0; i < 20000; i++) {
		int64_t fen = (int64_t)(test_random(&seed) % (uint64_t)(MONEY_MAX + 1)) >> test_random(&seed) % 45;
		assert_true(money_parse(money_text(a, fen), &back));
		assert_int_equal(back, fen);
		struct str wan = money_text_wan(a, fen);
		assert_true(money_parse(str_fmt(a, "%s万", wan.p), &back));
		assert_int_equal(back, fen);
	}
}

TEST(money_text_wan_has_no_trailing_zeros, "")
{
	assert_str(money_text_wan(a, 123456700), "123.4567");
	assert_str(money_text_wan(a, 30000000), "30");
	assert_str(money_text_wan(a, 0), "0");
	assert_str(money_text_wan(a, 1), "0.000001");
	assert_str(money_text_wan(a, -30500000), "-30.5");
}

TEST(money_text_cn_is_what_a_cashier_writes, "")
{
	static const struct { int64_t fen; const char *text; } cases[] = {
		{ 0, "零元整" }, { 100, "壹元整" }, { 1, "壹分" }, { 10, "壹角整" }, { 11, "壹角壹分" }, { 101, "壹元零壹分" }, { 110, "壹元壹角整" },
		{ 1000, "壹拾元整" }, { 1100, "壹拾壹元整" }, { 10000, "壹佰元整" }, { 10100, "壹佰零壹元整" }, { 11000, "壹佰壹拾元整" },
		{ 100100, "壹仟零壹元整" }, { 101000, "壹仟零壹拾元整" }, { 1000000, "壹万元整" }, { 1000100, "壹万零壹元整" },
		{ 1100000, "壹万壹仟元整" }, { 10000000, "壹拾万元整" }, { 123456700, "壹佰贰拾叁万肆仟伍佰陆拾柒元整" },
		{ 123456789, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分" }, { 10000000000, "壹亿元整" }, { 10000000100, "壹亿零壹元整" },
		{ 10001000000, "壹亿零壹万元整" }, { 10100000000, "壹亿零壹佰万元整" }, { 11000000000, "壹亿壹仟万元整" },
		{ 10000100000, "壹亿零壹仟元整" }, { 1000000000000, "壹佰亿元整" }, { 100000000000000, "壹万亿元整" },
		{ 100000000100000, "壹万亿零壹仟元整" }, { 100010000000000, "壹万零壹亿元整" }, { 1000000000000000, "壹拾万亿元整" },
		{ 30000000, "叁拾万元整" }, { 200050007, "贰佰万零伍佰元零柒分" }, { -150, "负壹元伍角整" }, { 10501000, "壹拾万伍仟零壹拾元整" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(money_text_cn(a, cases[i].fen), cases[i].text);
}

/* Reads the capitals back by a naive reader, so that no two sums look alike. */
static int64_t naive_read(struct str s)
{
	static const char *const digits[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
	int64_t total = 0, section = 0, digit = 0, cents = 0;
	for (size_t i = 0; i < s.n; i += 3) {
		struct str c = { s.p + i, 3 };
		for (int d = 0; d < 10; d++)
			if (str_is(c, digits[d]))
				digit = d;
		if (str_is(c, "拾") || str_is(c, "佰") || str_is(c, "仟")) {
			section += digit * (str_is(c, "拾") ? 10 : str_is(c, "佰") ? 100 : 1000);
			digit = 0;
		} else if (str_is(c, "万")) {
			section = (section + digit) * 10000;
			digit = 0;
			total += section;
			section = 0;
		} else if (str_is(c, "亿")) {
			total = (total + section + digit) * 100000000;
			section = digit = 0;
		} else if (str_is(c, "元")) {
			total += section + digit;
			section = digit = 0;
		} else if (str_is(c, "角") || str_is(c, "分")) {
			cents += digit * (str_is(c, "角") ? 10 : 1);
			digit = 0;
		}
	}
	return total * 100 + cents;
}

TEST(money_text_cn_can_be_read_back, "")
{
	uint64_t seed = 4;
	for (int i = 0; i < 30000; i++) {
		int64_t fen = (int64_t)(test_random(&seed) % (uint64_t)(MONEY_MAX + 1)) >> test_random(&seed) % 48;
		if (i % 3 == 0)
			fen = fen / 10000000 * 10000000;
		if (i % 5 == 0)
			fen = fen / 1000000000 * 1000000000 + fen % 1000;
		struct str s = money_text_cn(a, fen);
		if (naive_read(s) != fen)
			fail_msg("%lld %.*s", (long long)fen, STR_ARG(s));
	}
}

TEST(money_share_is_the_floor_and_never_overflows, "")
{
	uint64_t seed = 5;
	assert_int_equal(money_share(MONEY_MAX, PERCENT_SCALE), MONEY_MAX);
	assert_int_equal(money_share(100, 3333), 33);
	assert_int_equal(money_share(0, 5000), 0);
	for (int i = 0; i < 50000; i++) {
		int64_t total = (int64_t)(test_random(&seed) % (uint64_t)(MONEY_MAX + 1)) >> test_random(&seed) % 45;
		int64_t share = (int64_t)(test_random(&seed) % (PERCENT_SCALE + 1));
		assert_int_equal(money_share(total, share), (int64_t)((__int128)total * share / PERCENT_SCALE));
		assert_true(money_within(money_share(total, share), total, share));
		assert_false(money_within(money_share(total, share) + 1, total, share));
	}
}

TEST(money_within_at_the_boundary, "")
{
	assert_true(money_within(4000, 10000, 4000));
	assert_false(money_within(4001, 10000, 4000));
	assert_true(money_within(0, 0, 0));
	assert_false(money_within(1, 0, 10000));
	assert_true(money_within(INT64_MAX, INT64_MAX, PERCENT_SCALE));
}

TEST_MAIN
