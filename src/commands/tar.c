/* ustar: a header of 512 bytes, the file's bytes filled up to 512, two empty blocks at the end. */
#include "commands/tar.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BLOCK 512
#define CHUNK (64 * 1024)

struct header {
	char name[100], mode[8], uid[8], gid[8], size[12], mtime[12], sum[8], type, link[100], magic[6], version[2];
	char owner[32], group[32], major[8], minor[8], prefix[155], rest[12];
};
_Static_assert(sizeof(struct header) == BLOCK, "a tar header is one block");

static bool write_all(int fd, const void *p, size_t n)
{
	const char *at = p;
	while (n) {
		ssize_t done = write(fd, at, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += done, n -= (size_t)done;
	}
	return true;
}

static bool read_all(int fd, void *p, size_t n)
{
	char *at = p;
	errno = 0;
	while (n) {
		ssize_t done = read(fd, at, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += done, n -= (size_t)done;
	}
	return true;
}

static unsigned sum_of(const struct header *h)
{
	const unsigned char *p = (const unsigned char *)h;
	unsigned sum = 0;
	for (size_t i = 0; i < BLOCK; i++)
		sum += i >= offsetof(struct header, sum) && i < offsetof(struct header, type) ? ' ' : p[i];
	return sum;
}

static bool put_header(int to, const struct tar_entry *e, int64_t now)
{
	struct header h = { .type = '0', .magic = "ustar", .version = { '0', '0' } };
	size_t n = strlen(e->name);
	if (n > TAR_NAME || e->size > TAR_SIZE) {
		errno = EFBIG;
		return false;
	}
	memcpy(h.name, e->name, n);
	snprintf(h.mode, sizeof h.mode, "%07o", 0600u);
	snprintf(h.uid, sizeof h.uid, "%07o", 0u);
	snprintf(h.gid, sizeof h.gid, "%07o", 0u);
	snprintf(h.size, sizeof h.size, "%011llo", (unsigned long long)e->size & TAR_SIZE);
	snprintf(h.mtime, sizeof h.mtime, "%011llo", (unsigned long long)(now / 1000) & TAR_SIZE);
	snprintf(h.sum, sizeof h.sum, "%06o", sum_of(&h) & 0777777);
	h.sum[7] = ' ';
	return write_all(to, &h, sizeof h);
}

static size_t padding(int64_t size)
{
	return (size_t)((BLOCK - size % BLOCK) % BLOCK);
}

/* `to` < 0: nowhere. */
static bool copy(int from, int to, int64_t size, struct hash *digest)
{
	char chunk[CHUNK];
	while (size) {
		size_t n = size < CHUNK ? (size_t)size : CHUNK;
		if (!read_all(from, chunk, n) || (to >= 0 && !write_all(to, chunk, n)))
			return false;
		if (digest)
			hash_add(digest, (struct str){ chunk, n });
		size -= (int64_t)n;
	}
	return true;
}

bool tar_put(int to, const struct tar_entry *e, int from, int64_t now, struct hash *digest)
{
	static const char zeros[BLOCK];
	return put_header(to, e, now) && copy(from, to, e->size, digest) && write_all(to, zeros, padding(e->size));
}

bool tar_put_text(int to, const char *name, struct str text, int64_t now)
{
	static const char zeros[BLOCK];
	struct tar_entry e = { .size = (int64_t)text.n };
	snprintf(e.name, sizeof e.name, "%s", name);
	return put_header(to, &e, now) && write_all(to, text.p, text.n) && write_all(to, zeros, padding(e.size));
}

bool tar_finish(int to)
{
	static const char zeros[2 * BLOCK];
	return write_all(to, zeros, sizeof zeros);
}

static bool octal(const char *p, size_t n, int64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < n && p[i] && p[i] != ' '; i++) {
		if (p[i] < '0' || p[i] > '7')
			return false;
		*out = *out * 8 + (p[i] - '0');
	}
	return true;
}

int tar_next(int from, struct tar_entry *e)
{
	static const struct header empty;
	struct header h;
	int64_t sum;
	if (!read_all(from, &h, sizeof h))
		return -1;
	if (!memcmp(&h, &empty, sizeof h))
		return 0;
	if (memcmp(h.magic, "ustar", 5) || (h.type != '0' && h.type != 0) || !octal(h.sum, sizeof h.sum, &sum) || sum != sum_of(&h)
		|| !octal(h.size, sizeof h.size, &e->size) || e->size > TAR_SIZE || h.prefix[0])
		return -1;
	memcpy(e->name, h.name, sizeof h.name);
	e->name[TAR_NAME] = 0;
	return 1;
}

bool tar_take(int from, const struct tar_entry *e, int to, struct hash *digest)
{
	return copy(from, to, e->size, digest) && copy(from, -1, (int64_t)padding(e->size), NULL);
}
