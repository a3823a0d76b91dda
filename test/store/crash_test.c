/* What was answered as kept is there: after the writer is killed, after the disk is full; and nothing is half there. */
#include "engine.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define ROWS 20000

/* Things come in twos: a transaction writes a pair. */
static bool pair(struct db *db, struct arena *a, int64_t n)
{
	struct challenge_row one = thing(2 * n, "x", "one"), two = thing(2 * n + 1, "y", "two");

	one.number = str_fmt(a, "%lld", (long long)one.id);
	two.number = str_fmt(a, "%lld", (long long)two.id);
	return db_begin(db) && db_run(db, "thing_insert", &one) == 1 && db_run(db, "thing_insert", &two) == 1 && db_commit(db);
}

static void write_until_killed(const char *url, int said)
{
	struct arena *a = arena_new(64 << 20);
	struct db *db = engine_open(a, url, DB_WRITE);

	for (int64_t n = 1; pair(db, a, n); n++)
		if (write(said, &n, sizeof n) != sizeof n)
			_exit(1);
	_exit(2);
}

static void look(struct arena *a, const char *url, int64_t kept)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct rows all = db_all(db, a, "things", NULL);

	assert_int_equal(db_fault(db), FAULT_NONE);
	assert_int_equal(db_damage(db, a).n, 0);
	assert_int_equal(all.n % 2, 0);
	assert_true((int64_t)all.n / 2 == kept || (int64_t)all.n / 2 == kept + 1);
	db_close(db);
}

static int64_t write_and_kill(const char *url, useconds_t after)
{
	int64_t n, kept = 0;
	int said[2], status;
	pid_t child;

	assert_int_equal(pipe(said), 0);
	child = fork();
	if (!child)
		write_until_killed(url, said[1]);
	close(said[1]);
	usleep(after);
	kill(child, SIGKILL);
	while (read(said[0], &n, sizeof n) == sizeof n)
		kept = n;
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status));
	close(said[0]);
	return kept;
}

TEST(a_killed_writer_loses_nothing, "")
{
	for (useconds_t after = 20000; after < 220000; after += 40000) {
		const char *folder = engine_folder(a), *url = str_fmt(a, "%s/t.db", folder).p;

		look(a, url, write_and_kill(url, after));
		engine_folder_end(a, folder);
	}
}

TEST(a_killed_writer_of_a_server_loses_nothing, "")
{
	const char *url = engine_pg(a, "killed");

	if (!url)
		skip();
	look(a, url, write_and_kill(url, 200000));
}

static void write_until_full(const char *url, int said)
{
	struct arena *a = arena_new(64 << 20);
	struct db *db = engine_open(a, url, DB_WRITE);
	struct rlimit most = { 400000, 400000 };
	int64_t n = 0;

	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &most);
	while (n < ROWS && pair(db, a, n + 1))
		n++;
	if (n == ROWS || db_fault(db) != FAULT_LOST || db_run(db, "things_count", NULL) != -1)
		_exit(3);
	db_fault_clear(db);
	if (db_all(db, a, "things", NULL).n != 2 * (size_t)n)
		_exit(4);
	_exit(write(said, &n, sizeof n) != sizeof n);
}

TEST(a_full_disk_is_a_fault_and_keeps_what_was_kept, "")
{
	const char *folder = engine_folder(a), *url = str_fmt(a, "%s/t.db", folder).p;
	int64_t kept = 0;
	int said[2], status;
	pid_t child;

	assert_int_equal(pipe(said), 0);
	child = fork();
	if (!child)
		write_until_full(url, said[1]);
	waitpid(child, &status, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_int_equal(read(said[0], &kept, sizeof kept), (ssize_t)sizeof kept);
	assert_true(kept > 10);
	look(a, url, kept);
	engine_folder_end(a, folder);
}

TEST_MAIN
