/*
 * The queue of requests and the workers behind it: each a thread with its own connections and arena.
 *
 * First come, first served; a queue that is too long is refused at once (503), so that those who wait do not wait for nothing.
 */
#include <fcntl.h>
#include <sys/random.h>
#include <assert.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/log.h"
#include "web/demo_clock.h"
#include "web/server_in.h"

bool queue_put(struct exchange *x)
{
	struct server *s = x->server;
	bool room;

	pthread_mutex_lock(&s->queue_lock);
	room = s->counts.in_queue < s->config.queue_most && !s->queue_closed;
	if (room) {
		x->next = NULL;
		*s->queue_end = x;
		s->queue_end = &x->next;
		s->counts.in_queue++;
		pthread_cond_signal(&s->queue_filled);
	}
	pthread_mutex_unlock(&s->queue_lock);
	return room;
}

static struct exchange *queue_take(struct server *s)
{
	struct exchange *x;

	pthread_mutex_lock(&s->queue_lock);
	while (!s->queue && !s->queue_closed)
		pthread_cond_wait(&s->queue_filled, &s->queue_lock);
	x = s->queue;
	if (x) {
		s->queue = x->next;
		if (!s->queue)
			s->queue_end = &s->queue;
		s->counts.in_queue--;
	}
	pthread_mutex_unlock(&s->queue_lock);
	return x;
}

static struct str random_hex(struct arena *a)
{
	uint8_t bytes[32];
	ssize_t got = getrandom(bytes, sizeof bytes, 0);

	assert(got == (ssize_t)sizeof bytes);
	return hex_of(a, bytes, sizeof bytes);
}

static void respond(struct worker *k, struct exchange *x)
{
	struct web_response r = { .status = 500, .fd = -1 };

	if (metrics_handle(x, k->web.a, &r))
		;
	else if (!incoming_keep(k, x))
		r.status = 503;
	else
		k->server->config.handle(&k->web, &x->q, &r);
	x->status = r.status;
	x->due_ms = r.delay_ms ? x->arrived_us / 1000 + r.delay_ms : 0;
	x->response = answer_make(x, k->web.a, &r);
	x->stage = STAGE_READY;
}

/* Before a body of many bytes is read: may this person send it? */
static void ask(struct worker *k, struct exchange *x)
{
	int (*may)(struct web_worker *, const struct web_request *, int64_t *) = k->server->config.may_upload;

	x->upload_limit = LIMIT_ATTACHMENT + (1 << 20);
	x->status = may ? may(&k->web, &x->q, &x->upload_limit) : 0;
	if (!x->status && x->length > x->upload_limit)
		x->status = 413;
	x->stage = STAGE_ASKED;
}

static void *worker_run(void *arg)
{
	struct worker *k = arg;
	struct server *s = k->server;
	struct exchange *x;
	bool good;

	k->web.a = arena_new(LIMIT_REQUEST_ARENA);
	k->web.data = str_of(s->config.data);
	k->web.limiter = s->config.limiter;
	good = magic_start(k) && (!s->config.worker_begin || s->config.worker_begin(s->config.ctx, &k->web));
	pthread_mutex_lock(&s->queue_lock);
	k->good = good;
	k->started = true;
	pthread_cond_broadcast(&s->worker_started);
	pthread_mutex_unlock(&s->queue_lock);
	while (good && (x = queue_take(s))) {
		int64_t from = mono_us();

		arena_reset(k->web.a);
		x->q.now = wall_ms() + demo_clock_ahead(k->web.demo_clock);
		x->q.seed = random_hex(k->web.a);
		x->q.secret = random_hex(k->web.a);
		if (x->stage == STAGE_ASKING)
			ask(k, x);
		else
			respond(k, x);
		s->counts.work_us += mono_us() - from;
		if (x->due_ms > mono_us() / 1000)
			reaper_delay(x);
		else
			MHD_resume_connection(x->connection);
	}
	if (s->config.worker_end)
		s->config.worker_end(s->config.ctx, &k->web);
	magic_stop(k);
	arena_free(k->web.a);
	return NULL;
}

bool queue_start(struct server *s)
{
	bool good = true;

	s->queue_end = &s->queue;
	s->workers = NEW_ARRAY(s->a, (size_t)s->config.workers, struct worker);
	for (int i = 0; i < s->config.workers; i++) {
		s->workers[i].server = s;
		if (pthread_create(&s->workers[i].thread, NULL, worker_run, &s->workers[i]))
			return false;
		pthread_mutex_lock(&s->queue_lock);
		while (!s->workers[i].started)
			pthread_cond_wait(&s->worker_started, &s->queue_lock);
		good = good && s->workers[i].good;
		pthread_mutex_unlock(&s->queue_lock);
	}
	return good;
}

void queue_stop(struct server *s)
{
	pthread_mutex_lock(&s->queue_lock);
	s->queue_closed = true;
	pthread_cond_broadcast(&s->queue_filled);
	pthread_mutex_unlock(&s->queue_lock);
	for (int i = 0; i < s->config.workers; i++)
		if (s->workers && s->workers[i].started) {
			pthread_join(s->workers[i].thread, NULL);
			s->workers[i].started = false;
		}
}
