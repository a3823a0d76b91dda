/*
 * An arena: memory named by its lifetime (program, request, row, test), given back all at once.
 *
 * There is no free() in application code.  Memory comes zeroed and aligned to 16.  Running out of the
 * arena's limit or of the machine's memory ends the process (a bug or an attack: inputs are bounded by limits.h).
 * One arena belongs to one thread.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(size_t limit_bytes);
void arena_free(struct arena *a);
void arena_reset(struct arena *a);              /* keeps one block for reuse */
size_t arena_used(const struct arena *a);
void *arena_alloc(struct arena *a, size_t n);
void *arena_array(struct arena *a, size_t count, size_t size);  /* checks the product */

#define NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define NEW_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
