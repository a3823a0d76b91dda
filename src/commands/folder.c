/* The data folder on disk. */
#include "commands/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"

static bool fail(struct arena *a, struct str *error, const char *what)
{
	*error = str_fmt(a, "%s: %s", what, strerror(errno));
	return false;
}

static bool make_dir(struct arena *a, const char *path, struct str *error)
{
	return mkdir(path, 0700) == 0 || errno == EEXIST || fail(a, error, path);
}

/* Like mkdir -p for the folder itself: its parents may be missing too. */
static bool make_parents(struct arena *a, const char *dir, struct str *error)
{
	char *path = (char *)str_copy(a, str_of(dir)).p;
	for (char *p = path + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = 0;
		if (mkdir(path, 0755) != 0 && errno != EEXIST)
			return fail(a, error, path);
		*p = '/';
	}
	return true;
}

bool folder_exists(const char *dir)
{
	struct stat s;
	char path[4096];
	snprintf(path, sizeof path, "%s/jiebang.db", dir);
	if (stat(path, &s) == 0)
		return true;
	snprintf(path, sizeof path, "%s/database", dir);
	return stat(path, &s) == 0;
}

bool folder_make(struct arena *a, const char *dir, struct str *error)
{
	if (folder_exists(dir)) {
		*error = str_fmt(a, "%s: already holds a store", dir);
		return false;
	}
	return make_parents(a, dir, error) && make_dir(a, dir, error) && make_dir(a, str_fmt(a, "%s/attachments", dir).p, error)
		&& make_dir(a, str_fmt(a, "%s/keys", dir).p, error);
}

bool folder_is_demo(struct arena *a, const char *dir)
{
	struct stat s;
	return stat(str_fmt(a, "%s/demo", dir).p, &s) == 0;
}

bool folder_mark_demo(struct arena *a, const char *dir)
{
	struct str error;
	return folder_write(a, dir, "demo", STR("demo\n"), &error);
}

const char *folder_database(struct arena *a, const char *dir, const char *given)
{
	struct str url;
	if (given)
		return given;
	if (folder_read(a, dir, "database", &url))
		return str_c(a, str_trim(url));
	return str_fmt(a, "%s/jiebang.db", dir).p;
}

bool folder_write(struct arena *a, const char *dir, const char *name, struct str text, struct str *error)
{
	const char *path = str_fmt(a, "%s/%s", dir, name).p;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail(a, error, path);
	bool good = write(fd, text.p, text.n) == (ssize_t)text.n && fsync(fd) == 0;
	if (close(fd) != 0 || !good)
		return fail(a, error, path);
	return true;
}

bool folder_read(struct arena *a, const char *dir, const char *name, struct str *text)
{
	int fd = open(str_fmt(a, "%s/%s", dir, name).p, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	char *p = arena_alloc(a, 65536);
	ssize_t n = read(fd, p, 65535);
	close(fd);
	*text = (struct str){ p, n > 0 ? (size_t)n : 0 };
	return n >= 0;
}

struct str random_seed(struct arena *a)
{
	uint8_t bytes[32];
	if (sodium_init() < 0)
		return (struct str){ 0 };
	randombytes_buf(bytes, sizeof bytes);
	return hex_of(a, bytes, sizeof bytes);
}

int64_t clock_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
