/* Backup and restore: what comes back is what was there, and nothing else ever is. */
#include "test.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commands/command.h"
#include "commands/folder.h"
#include "commands/tar.h"
#include "store/db.h"

#define DIGEST "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

static const char *made(struct arena *a)
{
	const char *top = mkdtemp((char *)str_fmt(a, "%s/jiebang-backup.XXXXXX", access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm").p);
	const char *dir = str_fmt(a, "%s/data", top).p;
	struct str error = { 0 };

	assert_true(folder_make(a, dir, &error));
	struct db *db = db_open(a, str_fmt(a, "%s/jiebang.db", dir).p, DB_WRITE, true, &error);
	assert_non_null(db);
	db_close(db);
	assert_int_equal(mkdir(str_fmt(a, "%s/attachments/2c", dir).p, 0700), 0);
	assert_true(folder_write(a, dir, "attachments/2c/" DIGEST, STR("hello"), &error));
	assert_true(folder_write(a, dir, "attachments/2c/half.part", STR("hel"), &error));
	assert_true(folder_write(a, dir, "keys/session.key", STR("secret"), &error));
	return top;
}

static void removed(struct arena *a, const char *top)
{
	assert_int_equal(system(str_fmt(a, "rm -rf '%s'", top).p), 0);
}

static int backup(struct arena *a, const char *top, const char *file, const char *flag)
{
	char *argv[] = { "backup", (char *)str_fmt(a, "%s/data", top).p, (char *)str_fmt(a, "%s/%s", top, file).p, (char *)flag, NULL };

	return command_backup(flag ? 4 : 3, argv);
}

static int restore(struct arena *a, const char *top, const char *file, const char *dir)
{
	char *argv[] = { "restore", (char *)str_fmt(a, "%s/%s", top, file).p, (char *)str_fmt(a, "%s/%s", top, dir).p, NULL };

	return command_restore(3, argv);
}

static bool there(struct arena *a, const char *top, const char *name)
{
	return access(str_fmt(a, "%s/%s", top, name).p, F_OK) == 0;
}

TEST(what_was_there_comes_back, "")
{
	const char *top = made(a);
	struct str text = { 0 };

	assert_int_equal(backup(a, top, "b.tar", NULL), 0);
	assert_false(there(a, top, "b.tar.part") || there(a, top, "b.tar.store"));
	assert_int_equal(restore(a, top, "b.tar", "again"), 0);
	assert_true(there(a, top, "again/jiebang.db"));
	assert_true(folder_read(a, str_fmt(a, "%s/again/attachments/2c", top).p, DIGEST, &text));
	assert_str(text, "hello");
	assert_false(there(a, top, "again/attachments/2c/half.part"));
	assert_false(there(a, top, "again/keys/session.key"));
	removed(a, top);
}

TEST(keys_come_only_when_asked_for, "")
{
	const char *top = made(a);

	assert_int_equal(backup(a, top, "b.tar", "--with-keys"), 0);
	assert_int_equal(restore(a, top, "b.tar", "again"), 0);
	assert_true(there(a, top, "again/keys/session.key"));
	removed(a, top);
}

TEST(nothing_is_overwritten, "")
{
	const char *top = made(a);

	assert_int_equal(backup(a, top, "b.tar", NULL), 0);
	assert_int_equal(backup(a, top, "b.tar", NULL), 1);
	assert_int_equal(restore(a, top, "b.tar", "data"), 1);
	assert_int_equal(backup(a, top, "b.tar", "--with-everything"), 2);
	assert_int_equal(restore(a, top, "none.tar", "again"), 1);
	assert_true(there(a, top, "data/keys/session.key"));
	removed(a, top);
}

TEST(every_changed_byte_is_seen, "")
{
	const char *top = made(a), *file = str_fmt(a, "%s/b.tar", top).p;
	uint64_t seed = 7;
	struct stat s;

	assert_int_equal(backup(a, top, "b.tar", NULL), 0);
	assert_int_equal(stat(file, &s), 0);
	int fd = open(file, O_RDWR);
	for (int i = 0; i < 30; i++) {
		off_t at = (off_t)(test_random(&seed) % (uint64_t)(s.st_size - 4096));
		char was, is;

		assert_int_equal(pread(fd, &was, 1, at), 1);
		is = was ^ 1;
		assert_int_equal(pwrite(fd, &is, 1, at), 1);
		assert_int_equal(restore(a, top, "b.tar", "again"), 1);
		assert_false(there(a, top, "again/jiebang.db"));
		assert_int_equal(pwrite(fd, &was, 1, at), 1);
	}
	assert_int_equal(ftruncate(fd, s.st_size - 2048), 0);
	assert_int_equal(restore(a, top, "b.tar", "again"), 1);
	assert_int_equal(ftruncate(fd, 100), 0);
	assert_int_equal(restore(a, top, "b.tar", "again"), 1);
	close(fd);
	removed(a, top);
}

TEST(nothing_is_written_elsewhere, "")
{
	static const char *const names[] = { "../out", "/tmp/out", "keys/../../out", "attachments/../out", "keys/.hidden", "other",
		"attachments/2c/" DIGEST "0", "keys/a/b" };
	const char *top = made(a);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		int fd = open(str_fmt(a, "%s/b.tar", top).p, O_WRONLY | O_CREAT | O_TRUNC, 0600);

		assert_true(tar_put_text(fd, names[i], STR("x"), 0) && tar_put_text(fd, "MANIFEST", STR("x\n"), 0) && tar_finish(fd));
		close(fd);
		assert_int_equal(restore(a, top, "b.tar", "again"), 1);
		assert_false(there(a, top, "out") || there(a, top, "again/out"));
	}
	removed(a, top);
}

TEST_MAIN
