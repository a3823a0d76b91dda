/*
 * jiebang backup DIR FILE: one tar file with a copy of the store, the attachments, with --with-keys also keys/ and the
 * database URL, and last MANIFEST, a line "sha256  name" for each file (sha256sum -c reads it).  Safe while the folder is
 * served: the store is copied in one read of the database, attachments are never changed once they stand.  FILE appears
 * under its name only when it is whole and on disk.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "commands/command.h"
#include "commands/folder.h"
#include "commands/tar.h"
#include "store/db.h"

static const char *const flags[] = { "with-keys", "without-database", "help", NULL };

struct backup {
	struct arena *a, *each;         /* the backup's, one file's */
	const char *dir, *file, *part, *copy;
	bool keys, database;
	int out;
	int64_t now, done, of;
	struct buf manifest;
	struct str error;
};

static bool wrong(struct backup *b, const char *name)
{
	if (!b->error.n)
		b->error = str_fmt(b->a, "%s: %s", name, errno ? strerror(errno) : "became shorter while it was copied");
	return false;
}

static bool put(struct backup *b, const char *path, const char *name)
{
	struct tar_entry e = { .size = 0 };
	struct stat s;
	int in = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool good;

	arena_reset(b->each);
	if (in < 0)
		return wrong(b, path);
	struct hash *digest = hash_start(b->each, HASH_SHA256);
	snprintf(e.name, sizeof e.name, "%s", name);
	good = !fstat(in, &s) && strlen(name) <= TAR_NAME;
	e.size = good ? s.st_size : 0;
	good = good && tar_put(b->out, &e, in, b->now, digest);
	if (!good)
		wrong(b, name);
	close(in);
	buf_put(&b->manifest, hash_end(b->each, digest));
	buf_fmt(&b->manifest, "  %s\n", name);
	progress_line("backup", ++b->done, b->of);
	return good;
}

static bool is_digest(const char *s)
{
	return strlen(s) == HASH_HEX && strspn(s, "0123456789abcdef") == HASH_HEX;
}

typedef bool (*each_file)(struct backup *b, const char *path, const char *name);

static bool count(struct backup *b, const char *path, const char *name)
{
	(void)path, (void)name;
	b->of++;
	return true;
}

/* The regular files of one folder, "under/NAME"; a missing folder has none. */
static bool walk(struct backup *b, const char *under, bool digests, each_file each)
{
	DIR *d = opendir(str_fmt(b->a, "%s/%s", b->dir, under).p);
	struct dirent *e;
	bool good = true;

	while (d && good && (e = readdir(d))) {
		const char *name = str_fmt(b->a, "%s/%s", under, e->d_name).p;
		struct stat s;

		if (e->d_name[0] == '.' || (digests && !is_digest(e->d_name)))
			continue;
		const char *path = str_fmt(b->a, "%s/%s", b->dir, name).p;
		if (!lstat(path, &s) && S_ISREG(s.st_mode))
			good = each(b, path, name);
	}
	if (d)
		closedir(d);
	return good;
}

static bool attachments(struct backup *b, each_file each)
{
	bool good = true;
	for (int i = 0; good && i < 256; i++)
		good = walk(b, str_fmt(b->a, "attachments/%02x", (unsigned)i).p, true, each);
	return good;
}

static bool single(struct backup *b, const char *name, each_file each)
{
	const char *path = str_fmt(b->a, "%s/%s", b->dir, name).p;
	return access(path, F_OK) || each(b, path, name);
}

static bool everything(struct backup *b, each_file each)
{
	return (!b->database || each(b, b->copy, "jiebang.db")) && attachments(b, each) && single(b, "demo", each)
		&& (!b->keys || (walk(b, "keys", false, each) && single(b, "database", each)));
}

static bool copy_store(struct backup *b)
{
	unlink(b->copy);        /* left by a backup that was killed */
	unlink(b->part);
	struct db *db = db_open(b->a, folder_database(b->a, b->dir, NULL), DB_READ, false, &b->error);
	bool good = db && db_backup(db, b->copy, &b->error);

	if (!good)
		b->error = str_copy(b->a, b->error);
	db_close(db);
	return good;
}

static bool sync_folder_of(struct backup *b)
{
	struct str head = str_of(b->file);
	while (head.n && head.p[head.n - 1] != '/')
		head.n--;
	int fd = open(head.n ? str_c(b->a, head) : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && !fsync(fd);
	if (fd >= 0)
		close(fd);
	return good;
}

static bool write_file(struct backup *b)
{
	b->out = open(b->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (b->out < 0)
		return wrong(b, b->part);
	bool good = everything(b, put);
	if (good && !(tar_put_text(b->out, "MANIFEST", buf_str(&b->manifest), b->now) && tar_finish(b->out) && !fsync(b->out)))
		good = wrong(b, b->part);
	close(b->out);
	if (good && !(!link(b->part, b->file) && sync_folder_of(b)))    /* link: never over a file that stands there */
		good = wrong(b, b->file);
	unlink(b->part);
	return good;
}

int command_backup(int argc, char **argv)
{
	const char *dir = operand(argc, argv, 0, NULL), *file = operand(argc, argv, 1, NULL);
	struct backup b = { .dir = dir, .file = file, .now = clock_now() };

	if (!options_known(argc, argv, NULL, flags) || !file || operand(argc, argv, 2, NULL))
		return fprintf(stderr, "usage: jiebang backup DIR FILE [--with-keys] [--without-database]\n"), 2;
	if (!folder_exists(dir))
		return fprintf(stderr, "jiebang backup: %s holds no store\n", dir), 1;
	if (!access(file, F_OK))
		return fprintf(stderr, "jiebang backup: %s exists\n", file), 1;
	b.a = arena_new((size_t)1 << 30);
	b.each = arena_new(1 << 20);
	b.manifest.arena = b.a;
	b.part = str_fmt(b.a, "%s.part", file).p;
	b.copy = str_fmt(b.a, "%s.store", file).p;
	b.keys = option_flag(argc, argv, "with-keys");
	b.database = !option_flag(argc, argv, "without-database");
	bool good = (!b.database || copy_store(&b)) && everything(&b, count) && write_file(&b);
	progress_end();
	if (b.database)
		unlink(b.copy);
	if (good)
		printf("%s: %lld files\n", file, (long long)b.done);
	else
		fprintf(stderr, "jiebang backup: %.*s\n", STR_ARG(b.error));
	arena_free(b.each);
	arena_free(b.a);
	return !good;
}
