/*
 * Password hashes, password rules, one-time codes (password.h).
 */
#include <assert.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "web/password.h"

static const struct {
	unsigned long long ops;
	size_t memory;
} costs[] = {
	[PASSWORD_NORMAL] = { 2, (size_t)19 << 20 },
	[PASSWORD_ADMIN] = { 3, (size_t)64 << 20 },
};

struct str password_hash(struct arena *a, struct str password, enum password_cost cost)
{
	char *out = arena_alloc(a, crypto_pwhash_STRBYTES);
	int failed = sodium_init() < 0 || crypto_pwhash_str_alg(out, password.p, password.n, costs[cost].ops, costs[cost].memory,
		crypto_pwhash_ALG_ARGON2ID13);

	assert(!failed);
	return str_of(out);
}

bool password_good(struct arena *a, struct str hash, struct str password)
{
	return sodium_init() >= 0 && hash.n && !crypto_pwhash_str_verify(str_c(a, hash), password.p, password.n);
}

void password_waste(struct arena *a, struct str password, enum password_cost cost)
{
	password_hash(a, password, cost);
}

static bool is_common(struct str password)
{
	static const char *const common[] = {
#define COMMON(WORD) WORD,
#include "web/common.def"
#undef COMMON
	};

	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (strlen(common[i]) == password.n && !strncasecmp(common[i], password.p, password.n))
			return true;
	return false;
}

static bool holds_login(struct str password, struct str login)
{
	for (size_t i = 0; login.n && i + login.n <= password.n; i++)
		if (!strncasecmp(password.p + i, login.p, login.n))
			return true;
	return false;
}

enum password_fault password_judge(struct str password, struct str login)
{
	size_t distinct = 0;
	bool seen[256] = { 0 };

	if (!utf8_valid(password))
		return PASSWORD_BYTES;
	if (utf8_count(password) < 10)
		return PASSWORD_SHORT;
	if (password.n > 600)
		return PASSWORD_LONG;
	if (holds_login(password, login))
		return PASSWORD_LOGIN;
	for (size_t i = 0; i < password.n; i++)
		if (!seen[(uint8_t)password.p[i]]) {
			seen[(uint8_t)password.p[i]] = true;
			distinct++;
		}
	return distinct < 4 || is_common(password) ? PASSWORD_COMMON : PASSWORD_FINE;
}

struct str totp_secret(struct arena *a, struct str seed)
{
	struct str hex = hmac_text(a, seed, STR("totp secret"));
	uint8_t bytes[20];

	for (size_t i = 0; i < sizeof bytes; i++) {
		char high = hex.p[2 * i], low = hex.p[2 * i + 1];

		bytes[i] = (uint8_t)((high <= '9' ? high - '0' : high - 'a' + 10) << 4 | (low <= '9' ? low - '0' : low - 'a' + 10));
	}
	return base32_of(a, bytes, sizeof bytes);
}

struct str totp_link(struct arena *a, struct str secret, struct str login, struct str issuer)
{
	struct buf b = { .arena = a };

	buf_puts(&b, "otpauth://totp/");
	buf_url(&b, issuer);
	buf_puts(&b, ":");
	buf_url(&b, login);
	buf_puts(&b, "?secret=");
	buf_put(&b, secret);
	buf_puts(&b, "&issuer=");
	buf_url(&b, issuer);
	return buf_str(&b);
}

int64_t totp_step(struct arena *a, struct str secret, struct str code, int64_t now_ms, int64_t last)
{
	char *key;
	size_t key_n;
	int found = -1;
	int64_t step = now_ms / 30000, good = 0;
	char want[7];

	if (code.n != 6 || oath_init() != OATH_OK)
		return 0;
	if (oath_base32_decode(str_c(a, secret), secret.n, &key, &key_n) != OATH_OK)
		return 0;
	for (int64_t s = step - 1; s <= step + 1; s++) {
		found = oath_totp_generate(key, key_n, (time_t)(s * 30), 30, 0, 6, want);
		if (found == OATH_OK && !sodium_memcmp(want, code.p, 6) && s > last)
			good = s;
	}
	sodium_memzero(key, key_n);
	free(key);
	return good;
}
