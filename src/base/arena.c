/*
 * Arenas as a chain of zeroed blocks: see arena.h.
 *
 * Under the address sanitizer every block is poisoned except what was handed out, with a gap behind each piece, so that
 * an overrun inside an arena is found as it would be in malloc'ed memory.  This is the only file that calls malloc.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define GAP 16
#define POISON(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define GAP 0
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

#define BLOCK_FIRST ((size_t)32 << 10)
#define BLOCK_MOST ((size_t)4 << 20)
#define ALIGN ((size_t)16)

struct block {
	struct block *next;
	size_t size, used;
	_Alignas(16) unsigned char bytes[];
};

struct arena {
	struct block *first, *last;
	size_t limit, held, used;
};

static void arena_die(const char *why, size_t n)
{
	fprintf(stderr, "arena: %s (%zu bytes)\n", why, n);
	abort();
}

static struct block *block_new(size_t size)
{
	struct block *b = calloc(1, sizeof *b + size);
	if (!b)
		arena_die("no memory", size);
	b->size = size;
	POISON(b->bytes, size);
	return b;
}

struct arena *arena_new(size_t limit_bytes)
{
	struct arena *a = calloc(1, sizeof *a);
	if (!a)
		arena_die("no memory", sizeof *a);
	a->limit = limit_bytes;
	a->first = a->last = block_new(BLOCK_FIRST);
	a->held = BLOCK_FIRST;
	return a;
}

static void blocks_free(struct block *b)
{
	while (b) {
		struct block *next = b->next;
		UNPOISON(b->bytes, b->size);
		free(b);
		b = next;
	}
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	blocks_free(a->first);
	free(a);
}

/* The largest block up to BLOCK_MOST: an arena that is used again and again soon needs no more of the machine. */
static struct block *block_kept(const struct arena *a)
{
	struct block *best = a->first;
	for (struct block *b = a->first->next; b; b = b->next)
		if (b->size <= BLOCK_MOST && b->size > best->size)
			best = b;
	return best;
}

void arena_reset(struct arena *a)
{
	struct block *kept = block_kept(a);
	for (struct block *b = a->first, *next; b; b = next) {
		next = b->next;
		b->next = NULL;
		if (b != kept)
			blocks_free(b);
	}
	UNPOISON(kept->bytes, kept->used);
	memset(kept->bytes, 0, kept->used);
	POISON(kept->bytes, kept->size);
	kept->used = 0;
	a->first = a->last = kept;
	a->held = kept->size;
	a->used = 0;
}

size_t arena_used(const struct arena *a)
{
	return a->used;
}

static struct block *block_for(struct arena *a, size_t n)
{
	size_t size = a->held < BLOCK_MOST ? a->held : BLOCK_MOST;
	if (size < n)
		size = n;
	struct block *b = block_new(size);
	a->last->next = b;
	a->last = b;
	a->held += size;
	return b;
}

void *arena_alloc(struct arena *a, size_t n)
{
	if (n > a->limit || a->used > a->limit - n)
		arena_die("limit reached", n);
	size_t step = (n + GAP + ALIGN - 1) & ~(ALIGN - 1);
	if (step == 0)
		step = ALIGN;
	struct block *b = a->last;
	if (b->size - b->used < step)
		b = block_for(a, step);
	void *p = b->bytes + b->used;
	b->used += step;
	a->used += n;
	UNPOISON(p, n);
	return p;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	size_t n;
	if (__builtin_mul_overflow(count, size, &n))
		arena_die("product overflows", count);
	return arena_alloc(a, n);
}
