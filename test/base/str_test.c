/* Texts, growing texts and their escapes, arenas. */
#include "test.h"

#include "base/buf.h"

TEST(str_trim_takes_white_space_off_both_ends, "")
{
	assert_str(str_trim(STR("  a b \t\r\n")), "a b");
	assert_str(str_trim(STR("　　甲　乙　")), "甲　乙");
	assert_str(str_trim(STR(" 　 ")), "");
	assert_str(str_trim(STR("")), "");
	assert_str(str_trim(STR("\xe3\x80")), "\xe3\x80");
}

TEST(str_cut_gives_heads, "")
{
	struct str rest = STR("a,,b");
	assert_str(str_cut(&rest, ','), "a");
	assert_str(str_cut(&rest, ','), "");
	assert_str(str_cut(&rest, ','), "b");
	assert_int_equal(rest.n, 0);
	assert_str(str_cut(&rest, ','), "");
}

TEST(str_int_reads_whole_numbers_only, "")
{
	static const struct { const char *text; bool good; int64_t v; } cases[] = {
		{ "0", true, 0 }, { "-0", true, 0 }, { "42", true, 42 }, { "-42", true, -42 }, { "007", true, 7 },
		{ "9223372036854775807", true, INT64_MAX }, { "-9223372036854775808", true, INT64_MIN },
		{ "9223372036854775808", false, 0 }, { "-9223372036854775809", false, 0 }, { "", false, 0 }, { "-", false, 0 },
		{ "+1", false, 0 }, { " 1", false, 0 }, { "1 ", false, 0 }, { "1.0", false, 0 }, { "0x1", false, 0 }, { "１", false, 0 },
		{ "99999999999999999999", false, 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t v = 0;
		if (str_int(str_of(cases[i].text), &v) != cases[i].good || v != cases[i].v)
			fail_msg("%s -> %lld", cases[i].text, (long long)v);
	}
}

TEST(str_compares_by_bytes, "")
{
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("\xff"), STR("a")) > 0);
	assert_int_equal(str_cmp(STR(""), (struct str){ 0 }), 0);
	assert_true(str_eq(STR(""), (struct str){ 0 }));
	assert_true(str_starts(STR("bid.open"), "bid."));
	assert_false(str_starts(STR("bi"), "bid"));
	assert_true(str_ends(STR("x.sql"), ".sql"));
	assert_false(str_ends(STR("sql"), ".sql"));
	assert_true(str_starts((struct str){ 0 }, ""));
	assert_str(str_of(NULL), "");
}

TEST(str_results_end_in_nul, "")
{
	struct str s = str_fmt(a, "%d-%s", 7, "x");
	assert_str(s, "7-x");
	assert_int_equal(s.p[s.n], 0);
	assert_string_equal(str_c(a, (struct str){ "abcdef", 3 }), "abc");
	assert_str(str_join(a, STR("a"), ", ", STR("b")), "a, b");
	assert_str(str_join(a, (struct str){ 0 }, "", (struct str){ 0 }), "");
}

TEST(buf_grows_and_keeps_what_was_put, "")
{
	struct buf b = { .arena = a };
	assert_str(buf_str(&b), "");
	for (int i = 0; i < 10000; i++)
		buf_fmt(&b, "%d,", i % 10);
	assert_int_equal(b.n, 20000);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(b.p[2 * i], '0' + i % 10);
	buf_int(&b, INT64_MIN);
	assert_true(str_ends(buf_str(&b), "-9223372036854775808"));
}

TEST(buf_escapes, "")
{
	struct buf b = { .arena = a };
	buf_html(&b, STR("<a href='x' b=\"y\">&中"));
	assert_str(buf_str(&b), "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;中");
	b.n = 0;
	buf_json(&b, STR("a\"\\\n\r\t\x01\x7f中</script>"));
	assert_str(buf_str(&b), "\"a\\\"\\\\\\n\\r\\t\\u0001\\u007f中</script>\"");
	b.n = 0;
	buf_json(&b, STR("a\xff\xe4\xb8z"));
	assert_str(buf_str(&b), "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\"");
	b.n = 0;
	buf_url(&b, STR("a b/中-._~+%"));
	assert_str(buf_str(&b), "a%20b%2F%E4%B8%AD-._~%2B%25");
}

TEST(arena_gives_zeroed_aligned_memory_that_does_not_overlap, "")
{
	struct arena *b = arena_new((size_t)16 << 20);
	uint64_t seed = 6;
	for (int round = 0; round < 3; round++) {
		unsigned char *last = NULL;
		size_t last_n = 0;
		for (int i = 0; i < 2000; i++) {
			size_t n = test_random(&seed) % 3000;
			unsigned char *p = arena_alloc(b, n);
			assert_int_equal((uintptr_t)p % 16, 0);
			for (size_t k = 0; k < n; k++)
				assert_int_equal(p[k], 0);
			memset(p, 0xaa, n);
			if (last)
				for (size_t k = 0; k < last_n; k++)
					assert_int_equal(last[k], 0xaa);
			last = p;
			last_n = n;
		}
		arena_reset(b);
		assert_int_equal(arena_used(b), 0);
	}
	arena_free(b);
}

TEST_MAIN
