/*
 * The write lock of the process, a queue of tickets: whoever asks first writes first, so no thread starves (SQLite's
 * own busy handler polls and is unfair).  And the lock file by which only one process writes a store.  Both are facts
 * about the process, hence the two static structs here; nothing else in the program uses them.
 */
#include "store/lock.h"

#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_PLACES 256                 /* threads that wait at once; more share a place and wake together */
#define LOCK_FILES 64                   /* stores that one process writes */

static struct {
	pthread_mutex_t mutex;
	pthread_cond_t turn[LOCK_PLACES];
	unsigned long next, now;
	pthread_t owner;
	bool held, ready;
} queue = { .mutex = PTHREAD_MUTEX_INITIALIZER };

static struct {
	pthread_mutex_t mutex;
	struct {
		dev_t dev;
		ino_t ino;
		int fd, count;
		bool looked;
	} file[LOCK_FILES];
} files = { .mutex = PTHREAD_MUTEX_INITIALIZER };

static void queue_ready(void)
{
	for (size_t i = 0; !queue.ready && i < LOCK_PLACES; i++)
		pthread_cond_init(&queue.turn[i], NULL);
	queue.ready = true;
}

bool lock_take(void)
{
	unsigned long ticket;

	pthread_mutex_lock(&queue.mutex);
	queue_ready();
	if (queue.held && pthread_equal(queue.owner, pthread_self())) {
		pthread_mutex_unlock(&queue.mutex);
		return false;
	}
	ticket = queue.next++;
	while (ticket != queue.now)
		pthread_cond_wait(&queue.turn[ticket % LOCK_PLACES], &queue.mutex);
	queue.held = true;
	queue.owner = pthread_self();
	pthread_mutex_unlock(&queue.mutex);
	return true;
}

void lock_give(void)
{
	pthread_mutex_lock(&queue.mutex);
	assert(queue.held && pthread_equal(queue.owner, pthread_self()));
	queue.held = false;
	queue.now++;
	pthread_cond_broadcast(&queue.turn[queue.now % LOCK_PLACES]);
	pthread_mutex_unlock(&queue.mutex);
}

static int file_place(const struct stat *st)
{
	int empty = -1;

	for (int i = 0; i < LOCK_FILES; i++) {
		if (!files.file[i].count)
			empty = i;
		else if (files.file[i].dev == st->st_dev && files.file[i].ino == st->st_ino)
			return i;
	}
	return empty;
}

static bool file_take(int fd, const struct stat *st)
{
	int i = file_place(st);

	if (i < 0)
		return false;
	if (files.file[i].count) {
		files.file[i].count++;
		close(fd);
		return true;
	}
	if (flock(fd, LOCK_EX | LOCK_NB))
		return false;
	files.file[i].dev = st->st_dev;
	files.file[i].ino = st->st_ino;
	files.file[i].fd = fd;
	files.file[i].count = 1;
	files.file[i].looked = false;
	return true;
}

bool lock_process(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	struct stat st;
	bool taken;

	if (fd < 0)
		return false;
	pthread_mutex_lock(&files.mutex);
	taken = !fstat(fd, &st) && file_take(fd, &st);
	pthread_mutex_unlock(&files.mutex);
	if (!taken)
		close(fd);
	return taken;
}

void lock_process_end(const char *path)
{
	struct stat st;
	int i;

	pthread_mutex_lock(&files.mutex);
	i = stat(path, &st) ? -1 : file_place(&st);
	if (i >= 0 && files.file[i].count && !--files.file[i].count)
		close(files.file[i].fd);
	pthread_mutex_unlock(&files.mutex);
}

bool lock_looked(const char *path, bool now)
{
	struct stat st;
	bool looked;
	int i;

	pthread_mutex_lock(&files.mutex);
	i = stat(path, &st) ? -1 : file_place(&st);
	looked = i >= 0 && files.file[i].count && files.file[i].looked;
	if (i >= 0 && files.file[i].count && now)
		files.file[i].looked = true;
	pthread_mutex_unlock(&files.mutex);
	return looked;
}
