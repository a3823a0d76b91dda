/* Digests against published vectors. */
#include "test.h"

#include "base/hash.h"

TEST(hash_gives_the_published_digests, "")
{
	assert_str(hash_text(a, HASH_SHA256, STR("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_str(hash_text(a, HASH_SHA256, STR("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_str(hash_text(a, HASH_SM3, STR("abc")), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
	assert_str(hash_text(a, HASH_SM3, STR("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd")),
		   "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

TEST(hash_in_pieces_is_the_hash_of_the_whole, "")
{
	struct hash *h = hash_start(a, HASH_SM3);
	hash_add(h, STR("a"));
	hash_add(h, (struct str){ 0 });
	hash_add(h, STR("bc"));
	assert_true(str_eq(hash_end(a, h), hash_text(a, HASH_SM3, STR("abc"))));
}

TEST(hmac_of_rfc4231, "")
{
	assert_str(hmac_text(a, STR("Jefe"), STR("what do ya want for nothing?")),
		   "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	assert_int_equal(hmac_text(a, STR(""), STR("")).n, HASH_HEX);
}

TEST(base32_of_rfc4648, "")
{
	static const struct { const char *in, *out; } cases[] = {
		{ "", "" }, { "f", "MY" }, { "fo", "MZXQ" }, { "foo", "MZXW6" }, { "foob", "MZXW6YQ" }, { "fooba", "MZXW6YTB" },
		{ "foobar", "MZXW6YTBOI" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(base32_of(a, (const uint8_t *)cases[i].in, strlen(cases[i].in)), cases[i].out);
	assert_str(hex_of(a, (const uint8_t *)"\x00\xff\x1a", 3), "00ff1a");
	assert_true(hash_equal(STR("ab"), STR("ab")));
	assert_false(hash_equal(STR("ab"), STR("ac")));
	assert_false(hash_equal(STR("ab"), STR("abc")));
}

TEST_MAIN
