/* One writer at a time: tickets in order, nobody starves, nothing is lost; one writing process. */
#include "engine.h"

#include <pthread.h>
#include <sys/wait.h>

#include "store/lock.h"

#define THREADS 8
#define ROUNDS 40

struct worker {
	const char *url;
	int number, done, *order, *next;
	pthread_barrier_t *gate;
	bool good;
};

static bool count_up(struct db *db, struct arena *a)
{
	struct challenge_row row;

	for (int tries = 0; tries < 20; tries++) {
		if (db_begin(db) && db_one(db, a, "thing_count_up", &(struct id_key){ 1 }, &row) && db_commit(db))
			return true;
		db_rollback(db);
		if (db_fault(db) != FAULT_BUSY)
			return false;
		db_fault_clear(db);
	}
	return false;
}

static void *work(void *ctx)
{
	struct worker *w = ctx;
	struct arena *a = arena_new(64 << 20);
	struct db *db = engine_open(a, w->url, DB_WRITE);

	pthread_barrier_wait(w->gate);
	w->good = true;
	for (int i = 0; i < ROUNDS && w->good; i++)
		w->good = count_up(db, a);
	db_close(db);
	arena_free(a);
	return NULL;
}

static void run_all(struct worker *w, void *(*body)(void *))
{
	pthread_t thread[THREADS];

	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&thread[i], NULL, body, &w[i]), 0);
	for (int i = 0; i < THREADS; i++)
		pthread_join(thread[i], NULL);
}

TEST_BOTH(no_write_of_eight_threads_is_lost)
{
	struct db *db = engine_open(a, url, DB_WRITE);
	struct challenge_row row = thing(1, "A", "a");
	struct worker w[THREADS];
	pthread_barrier_t gate;

	row.act = 0;
	assert_int_equal(db_run(db, "thing_insert", &row), 1);
	pthread_barrier_init(&gate, NULL, THREADS);
	for (int i = 0; i < THREADS; i++)
		w[i] = (struct worker){ .url = url, .gate = &gate };
	run_all(w, work);
	for (int i = 0; i < THREADS; i++)
		assert_true(w[i].good);
	assert_true(db_one(db, a, "thing_read", &(struct id_key){ 1 }, &row));
	assert_int_equal(row.act, THREADS * ROUNDS);
	pthread_barrier_destroy(&gate);
	db_close(db);
}

/* Each thread asks again as soon as it has given the lock back: in a queue, nobody passes anybody twice. */
static void *take_turns(void *ctx)
{
	struct worker *w = ctx;

	pthread_barrier_wait(w->gate);
	for (int i = 0; i < ROUNDS; i++) {
		if (!lock_take())
			return NULL;
		w->order[(*w->next)++] = w->number;
		usleep(200);
		lock_give();
	}
	w->good = true;
	return NULL;
}

TEST(whoever_asks_first_writes_first, "")
{
	int order[THREADS * ROUNDS], next = 0, worst = 0, last[THREADS] = { 0 };
	struct worker w[THREADS];
	pthread_barrier_t gate;

	pthread_barrier_init(&gate, NULL, THREADS);
	for (int i = 0; i < THREADS; i++)
		w[i] = (struct worker){ .number = i, .order = order, .next = &next, .gate = &gate };
	run_all(w, take_turns);
	assert_int_equal(next, THREADS * ROUNDS);
	/* once all wait (after the first round) the gap between two turns of one thread is at most THREADS, plus one who was late */
	for (int i = 2 * THREADS; i < THREADS * (ROUNDS - 2); i++) {
		int gap = i - last[order[i]];

		if (last[order[i]] && gap > worst)
			worst = gap;
		last[order[i]] = i;
	}
	assert_in_range(worst, 1, 2 * THREADS);
	pthread_barrier_destroy(&gate);
}

TEST(a_thread_does_not_wait_for_itself, "")
{
	assert_true(lock_take());
	assert_false(lock_take());
	lock_give();
	assert_true(lock_take());
	lock_give();
}

TEST(another_process_is_kept_out, "")
{
	const char *folder = engine_folder(a), *url = str_fmt(a, "%s/t.db", folder).p;
	int ready[2], go[2], status;
	struct str error;
	struct db *db;
	pid_t child;
	char c;

	assert_int_equal(pipe(ready) | pipe(go), 0);
	child = fork();
	if (!child) {
		struct arena *own = arena_new(64 << 20);

		db = engine_open(own, url, DB_WRITE);
		if (write(ready[1], "x", 1) != 1 || read(go[0], &c, 1) != 1)
			_exit(1);
		db_close(db);
		_exit(0);
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	assert_null(db_open_from(a, url, DB_WRITE, false, (struct store_files){ engine_assets, ENGINE_ASSETS }, &error));
	assert_non_null(strstr(error.p, "another process writes this store"));
	db = engine_open(a, url, DB_READ);
	db_close(db);
	assert_int_equal(write(go[1], "x", 1), 1);
	waitpid(child, &status, 0);
	db = engine_open(a, url, DB_WRITE);
	db_close(db);
	engine_folder_end(a, folder);
}

struct pair {
	const char *url;
	int64_t first, second;
	pthread_barrier_t *gate;
	enum fault fault;
};

static void *cross(void *ctx)
{
	struct pair *p = ctx;
	struct arena *a = arena_new(64 << 20);
	struct db *db = engine_open(a, p->url, DB_WRITE);
	struct challenge_row row;

	db_begin(db);
	db_one(db, a, "thing_count_up", &(struct id_key){ p->first }, &row);
	pthread_barrier_wait(p->gate);
	db_one(db, a, "thing_count_up", &(struct id_key){ p->second }, &row);
	db_commit(db);
	p->fault = db_fault(db);
	db_close(db);
	arena_free(a);
	return NULL;
}

TEST(a_deadlock_is_busy, "")
{
	const char *url = engine_pg(a, "cross");
	struct challenge_row one = thing(1, "A", "a"), two = thing(2, "B", "b");
	pthread_barrier_t gate;
	pthread_t thread[2];
	struct pair p[2];
	struct db *db;

	if (!url)
		skip();
	db = engine_open(a, url, DB_WRITE);
	assert_int_equal(db_run(db, "thing_insert", &one) + db_run(db, "thing_insert", &two), 2);
	pthread_barrier_init(&gate, NULL, 2);
	for (int i = 0; i < 2; i++) {
		p[i] = (struct pair){ url, 1 + i, 2 - i, &gate, FAULT_NONE };
		pthread_create(&thread[i], NULL, cross, &p[i]);
	}
	for (int i = 0; i < 2; i++)
		pthread_join(thread[i], NULL);
	assert_true((p[0].fault == FAULT_BUSY) != (p[1].fault == FAULT_BUSY));
	assert_true(p[0].fault == FAULT_NONE || p[1].fault == FAULT_NONE);
	pthread_barrier_destroy(&gate);
	db_close(db);
}

TEST_MAIN
