/* What every fuzzer has: an arena for one input, and the input as a text that is NUL-terminated behind its end. */
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
void fuzz_one(struct arena *a, struct str input);

#define FUZZ(ARENA, INPUT) \
	int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) \
	{ \
		struct arena *fuzz_arena = arena_new((size_t)512 << 20); \
		fuzz_one(fuzz_arena, (struct str){ (const char *)data, size }); \
		arena_free(fuzz_arena); \
		return 0; \
	} \
	void fuzz_one(struct arena *ARENA, struct str INPUT)

/* What must hold whatever comes in. */
#define MUST(WHAT) do { if (!(WHAT)) abort(); } while (0)

#endif
