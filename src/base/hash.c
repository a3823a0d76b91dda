/* Digests by libcrypto: see hash.h. */
#include "base/hash.h"

#include <assert.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/arena.h"

struct hash {
	EVP_MD_CTX *ctx;
};

struct str hex_of(struct arena *a, const uint8_t *p, size_t n)
{
	static const char hex[] = "0123456789abcdef";
	char *text = arena_alloc(a, 2 * n + 1);
	for (size_t i = 0; i < n; i++) {
		text[2 * i] = hex[p[i] >> 4];
		text[2 * i + 1] = hex[p[i] & 15];
	}
	return (struct str){ text, 2 * n };
}

struct str base32_of(struct arena *a, const uint8_t *p, size_t n)
{
	static const char letter[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	size_t size = (n * 8 + 4) / 5;
	char *text = arena_alloc(a, size + 1);
	uint32_t held = 0;
	int bits = 0;
	for (size_t in = 0, out = 0; out < size;) {
		if (bits < 5) {
			held = held << 8 | (in < n ? p[in] : 0);
			bits += 8;
			in++;
		}
		text[out++] = letter[held >> (bits - 5) & 31];
		bits -= 5;
	}
	return (struct str){ text, size };
}

struct hash *hash_start(struct arena *a, enum hash_kind kind)
{
	struct hash *h = NEW(a, struct hash);
	h->ctx = EVP_MD_CTX_new();
	int ok = h->ctx && EVP_DigestInit_ex(h->ctx, kind == HASH_SM3 ? EVP_sm3() : EVP_sha256(), NULL);
	assert(ok == 1);
	return h;
}

void hash_add(struct hash *h, struct str text)
{
	int ok = EVP_DigestUpdate(h->ctx, text.p, text.n);
	assert(ok == 1);
}

struct str hash_end(struct arena *a, struct hash *h)
{
	unsigned char md[EVP_MAX_MD_SIZE];
	unsigned n = 0;
	int ok = EVP_DigestFinal_ex(h->ctx, md, &n);
	assert(ok == 1 && n * 2 == HASH_HEX);
	EVP_MD_CTX_free(h->ctx);
	h->ctx = NULL;
	return hex_of(a, md, n);
}

struct str hash_text(struct arena *a, enum hash_kind kind, struct str text)
{
	struct hash *h = hash_start(a, kind);
	hash_add(h, text);
	return hash_end(a, h);
}

struct str hmac_text(struct arena *a, struct str key, struct str text)
{
	unsigned char md[EVP_MAX_MD_SIZE];
	unsigned n = 0;
	assert(key.n <= INT32_MAX);
	unsigned char *ok = HMAC(EVP_sha256(), key.n ? key.p : "", (int)key.n, (const unsigned char *)text.p, text.n, md, &n);
	assert(ok && n * 2 == HASH_HEX);
	return hex_of(a, md, n);
}

bool hash_equal(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || CRYPTO_memcmp(a.p, b.p, a.n) == 0);
}
