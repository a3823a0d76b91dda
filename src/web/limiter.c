/*
 * The bounded table of tries (limiter.h): open addressing in groups of eight, the stalest of a full group gives way.
 */
#include <assert.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "web/limiter.h"

#define SLOTS 65536
#define GROUP 8

struct slot {
	uint64_t key;
	int64_t since, until;
	int64_t n;
};

struct limiter {
	pthread_mutex_t lock;
	pthread_cond_t freed;
	int hashes;
	uint8_t secret[crypto_shorthash_KEYBYTES];
	struct slot slots[SLOTS];
};

static const struct {
	int64_t window_ms, free_tries, step_ms, longest_ms;
} kinds[] = {
	[LIMIT_SIGN_ADDRESS] = { 600000, 40, 60000, 600000 },
	[LIMIT_SIGN_ACCOUNT] = { 1800000, 5, 2000, 900000 },
	[LIMIT_SIGN_ANYWHERE] = { 600000, 200, 10000, 60000 },
	[LIMIT_PUBLIC_UPLOAD] = { 3600000, 30, 600000, 3600000 },
	[LIMIT_PUBLIC_ACT] = { 3600000, 60, 60000, 600000 },
};

struct limiter *limiter_new(int hashes, struct str seed)
{
	struct limiter *l = calloc(1, sizeof *l);

	assert(l && seed.n >= sizeof l->secret && sodium_init() >= 0);
	memcpy(l->secret, seed.p, sizeof l->secret);
	l->hashes = hashes;
	pthread_mutex_init(&l->lock, NULL);
	pthread_cond_init(&l->freed, NULL);
	return l;
}

void limiter_free(struct limiter *l)
{
	pthread_cond_destroy(&l->freed);
	pthread_mutex_destroy(&l->lock);
	free(l);
}

static uint64_t key_of(const struct limiter *l, enum limit_kind kind, struct str key)
{
	uint8_t digest[crypto_shorthash_BYTES];
	uint64_t v;

	crypto_shorthash(digest, (const unsigned char *)key.p, key.n, l->secret);
	memcpy(&v, digest, sizeof v);
	v = (v ^ (uint64_t)kind * 0x9e3779b97f4a7c15u);
	return v ? v : 1;
}

/* The key's slot; when there is none and `make`, the stalest of its group. */
static struct slot *slot_of(struct limiter *l, uint64_t key, bool make)
{
	struct slot *group = &l->slots[key % (SLOTS / GROUP) * GROUP], *stalest = group;

	for (int i = 0; i < GROUP; i++) {
		if (group[i].key == key)
			return &group[i];
		if (group[i].since < stalest->since)
			stalest = &group[i];
	}
	if (!make)
		return NULL;
	*stalest = (struct slot){ .key = key };
	return stalest;
}

int64_t limiter_wait(struct limiter *l, enum limit_kind kind, struct str key, int64_t now)
{
	int64_t wait = 0;

	if (!l)
		return 0;
	pthread_mutex_lock(&l->lock);
	struct slot *s = slot_of(l, key_of(l, kind, key), false);
	if (s && s->until > now)
		wait = s->until - now;
	pthread_mutex_unlock(&l->lock);
	return wait;
}

void limiter_count(struct limiter *l, enum limit_kind kind, struct str key, int64_t now)
{
	if (!l)
		return;
	pthread_mutex_lock(&l->lock);
	struct slot *s = slot_of(l, key_of(l, kind, key), true);
	if (now - s->since > kinds[kind].window_ms)
		*s = (struct slot){ .key = s->key, .since = now };
	s->n++;
	if (s->n >= kinds[kind].free_tries) {
		int64_t over = s->n - kinds[kind].free_tries, wait = kinds[kind].step_ms;

		while (over-- > 0 && wait < kinds[kind].longest_ms)
			wait *= 2;
		s->until = now + (wait < kinds[kind].longest_ms ? wait : kinds[kind].longest_ms);
	}
	pthread_mutex_unlock(&l->lock);
}

void limiter_clear(struct limiter *l, enum limit_kind kind, struct str key)
{
	if (!l)
		return;
	pthread_mutex_lock(&l->lock);
	struct slot *s = slot_of(l, key_of(l, kind, key), false);
	if (s)
		*s = (struct slot){ 0 };
	pthread_mutex_unlock(&l->lock);
}

bool limiter_hash_enter(struct limiter *l, int wait_ms)
{
	struct timespec end;
	bool got;

	if (!l)
		return true;
	clock_gettime(CLOCK_REALTIME, &end);
	end.tv_nsec += (long)(wait_ms % 1000) * 1000000;
	end.tv_sec += wait_ms / 1000 + end.tv_nsec / 1000000000;
	end.tv_nsec %= 1000000000;
	pthread_mutex_lock(&l->lock);
	while (!l->hashes && pthread_cond_timedwait(&l->freed, &l->lock, &end) == 0)
		;
	got = l->hashes > 0;
	if (got)
		l->hashes--;
	pthread_mutex_unlock(&l->lock);
	return got;
}

void limiter_hash_leave(struct limiter *l)
{
	if (!l)
		return;
	pthread_mutex_lock(&l->lock);
	l->hashes++;
	pthread_cond_signal(&l->freed);
	pthread_mutex_unlock(&l->lock);
}

struct str limiter_address(struct arena *a, struct str remote)
{
	size_t colons = 0;

	for (size_t i = 0; i < remote.n; i++)
		if (remote.p[i] == ':' && (++colons == 4 || (i + 1 < remote.n && remote.p[i + 1] == ':')))
			return str_copy(a, (struct str){ remote.p, i });
	return remote;
}
