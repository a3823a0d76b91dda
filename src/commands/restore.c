/*
 * jiebang restore FILE DIR: puts a backup into an empty folder, compares every file with its digest in MANIFEST, then lets
 * the engine check the store.  When anything is not as it was, nothing is left in the folder.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commands/command.h"
#include "commands/folder.h"
#include "commands/tar.h"
#include "store/db.h"

static const char *const flags[] = { "help", NULL };

#define MANIFEST_MOST (64 << 20)

struct restored {
	struct str name, digest;
};

struct restore {
	struct arena *a;
	const char *dir;
	int in;
	struct restored *files;
	size_t n, cap;
	struct str manifest, error;
	bool ended;
};

static bool wrong(struct restore *r, const char *what, const char *why)
{
	if (!r->error.n)
		r->error = str_fmt(r->a, "%s: %s", what, why);
	return false;
}

static bool plain(const char *s)
{
	return *s && *s != '.' && s[strspn(s, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-")] == 0;
}

/* Only the names that a backup gives: nothing can be written elsewhere. */
static bool allowed(const char *name)
{
	if (!strcmp(name, "jiebang.db") || !strcmp(name, "demo") || !strcmp(name, "database"))
		return true;
	if (!strncmp(name, "keys/", 5))
		return plain(name + 5);
	return !strncmp(name, "attachments/", 12) && strlen(name) == 12 + 3 + HASH_HEX && strspn(name + 12, "0123456789abcdef") == 2
		&& name[14] == '/' && strspn(name + 15, "0123456789abcdef") == HASH_HEX;
}

static void note(struct restore *r, const char *name, struct str digest)
{
	if (r->n == r->cap) {
		struct restored *old = r->files;
		r->cap = r->cap ? 2 * r->cap : 256;
		r->files = NEW_ARRAY(r->a, r->cap, struct restored);
		if (r->n)
			memcpy(r->files, old, r->n * sizeof *old);
	}
	r->files[r->n++] = (struct restored){ str_copy(r->a, str_of(name)), digest };
}

static bool make_folder_of(struct restore *r, const char *name)
{
	if (!strncmp(name, "attachments/", 12) && mkdir(str_fmt(r->a, "%s/%.14s", r->dir, name).p, 0700) && errno != EEXIST)
		return wrong(r, name, strerror(errno));
	return true;
}

static bool take_file(struct restore *r, const struct tar_entry *e)
{
	const char *path = str_fmt(r->a, "%s/%s", r->dir, e->name).p;

	if (!allowed(e->name))
		return wrong(r, e->name, "a name that no backup has");
	if (!make_folder_of(r, e->name))
		return false;
	int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (out < 0)
		return wrong(r, path, strerror(errno));
	struct hash *digest = hash_start(r->a, HASH_SHA256);
	bool good = tar_take(r->in, e, out, digest);
	int why = errno;
	good = good && !fsync(out);
	close(out);
	note(r, e->name, hash_end(r->a, digest));
	progress_line("restore", (int64_t)r->n, 0);
	return good || wrong(r, e->name, why ? strerror(why) : "the backup ends in the middle of it");
}

static bool take_manifest(struct restore *r, const struct tar_entry *e)
{
	int taken = e->size > MANIFEST_MOST ? -1 : open(r->dir, O_RDWR | O_TMPFILE | O_CLOEXEC, 0600);
	char *p = arena_alloc(r->a, e->size > MANIFEST_MOST ? 1 : (size_t)e->size + 1);
	bool good = taken >= 0 && tar_take(r->in, e, taken, NULL) && pread(taken, p, (size_t)e->size, 0) == e->size;

	if (taken >= 0)
		close(taken);
	r->manifest = (struct str){ p, good ? (size_t)e->size : 0 };
	return good || wrong(r, "MANIFEST", "cannot be read");
}

static bool take_all(struct restore *r)
{
	struct tar_entry e;
	int more;

	while ((more = tar_next(r->in, &e)) == 1)
		if (strcmp(e.name, "MANIFEST") ? !take_file(r, &e) : !take_manifest(r, &e))
			return false;
	if (more < 0)
		return wrong(r, "backup", "not a tar file of jiebang, or cut off");
	return r->manifest.n || wrong(r, "backup", "has no MANIFEST");
}

/* The lines of MANIFEST are in the order of the files: one by one the same. */
static bool compare(struct restore *r)
{
	struct str rest = r->manifest;

	for (size_t i = 0; i < r->n; i++) {
		struct str line = str_cut(&rest, '\n'), digest = str_cut(&line, ' ');
		struct str name = { line.p + (line.n > 0), line.n - (line.n > 0) };

		if (!str_eq(name, r->files[i].name) || !str_eq(digest, r->files[i].digest))
			return wrong(r, r->files[i].name.p, "is not what MANIFEST says");
	}
	return !rest.n || wrong(r, "backup", "lacks files that MANIFEST names");
}

static bool has(const struct restore *r, const char *name)
{
	for (size_t i = 0; i < r->n; i++)
		if (str_is(r->files[i].name, name))
			return true;
	return false;
}

static bool check_store(struct restore *r)
{
	if (!has(r, "jiebang.db"))
		return true;
	struct db *db = db_open(r->a, str_fmt(r->a, "%s/jiebang.db", r->dir).p, DB_WRITE, true, &r->error);
	struct rows damage = db ? db_damage(db, r->a) : (struct rows){ 0 };
	bool good = db && !damage.n && !db_fault(db);

	if (db && !good)
		wrong(r, "jiebang.db", damage.n ? ((struct str *)damage.v)->p : str_c(r->a, db_fault_text(db)));
	db_close(db);
	return good;
}

static bool is_empty(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	bool empty = true;

	while (d && (e = readdir(d)))
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			empty = false;
	if (d)
		closedir(d);
	return empty;
}

static void take_back(struct restore *r)
{
	static const char *const more[] = { "jiebang.db-wal", "jiebang.db-shm", "jiebang.db.lock" };

	for (size_t i = 0; i < r->n; i++)
		unlink(str_fmt(r->a, "%s/%s", r->dir, r->files[i].name.p).p);
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		unlink(str_fmt(r->a, "%s/%s", r->dir, more[i]).p);
	for (unsigned i = 0; i < 256; i++)
		rmdir(str_fmt(r->a, "%s/attachments/%02x", r->dir, i).p);
	rmdir(str_fmt(r->a, "%s/attachments", r->dir).p);
	rmdir(str_fmt(r->a, "%s/keys", r->dir).p);
}

static void sync_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0 && fsync(fd))
		fprintf(stderr, "jiebang restore: %s could not be synced\n", dir);
	if (fd >= 0)
		close(fd);
}

int command_restore(int argc, char **argv)
{
	const char *file = operand(argc, argv, 0, NULL), *dir = operand(argc, argv, 1, NULL);
	struct restore r = { .dir = dir };

	if (!options_known(argc, argv, NULL, flags) || !dir || operand(argc, argv, 2, NULL))
		return fprintf(stderr, "usage: jiebang restore FILE DIR\n"), 2;
	if (!is_empty(dir))
		return fprintf(stderr, "jiebang restore: %s is not empty\n", dir), 1;
	r.a = arena_new((size_t)1 << 30);
	r.in = open(file, O_RDONLY | O_CLOEXEC);
	bool good = (r.in >= 0 || wrong(&r, file, strerror(errno))) && folder_make(r.a, dir, &r.error);
	if (good) {
		good = take_all(&r) && compare(&r) && check_store(&r);
		if (!good)
			take_back(&r);
		sync_folder(dir);
	}
	progress_end();
	if (r.in >= 0)
		close(r.in);
	if (good)
		printf("%s: %zu files, every digest as it was, the store is sound\n", dir, r.n);
	else
		fprintf(stderr, "jiebang restore: %.*s\n", STR_ARG(r.error));
	arena_free(r.a);
	return !good;
}
