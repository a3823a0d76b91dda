/*
 * The server's start and stop, and the way of one request through the library's callbacks (server.h).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/limits.h"
#include "base/log.h"
#include "web/server_in.h"

int64_t mono_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t wall_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void *begin(void *cls, const char *uri, struct MHD_Connection *c)
{
	struct arena *a = arena_new(LIMIT_EXCHANGE_ARENA);
	struct exchange *x = NEW(a, struct exchange);

	x->server = cls;
	x->connection = c;
	x->a = a;
	x->raw = str_copy(a, str_of(uri));
	x->arrived_us = mono_us();
	return x;
}

static enum MHD_Result queue_answer(struct exchange *x, struct MHD_Response *m)
{
	enum MHD_Result done;

	if (!m)
		return MHD_NO;
	client_phase(x->connection, PHASE_SEND, LIMIT_ATTACHMENT);
	done = MHD_queue_response(x->connection, (unsigned)x->status, m);
	MHD_destroy_response(m);
	return done;
}

static enum MHD_Result refuse(struct exchange *x, int status)
{
	x->status = status;
	x->closing = true;
	return queue_answer(x, answer_plain(status));
}

static enum MHD_Result to_worker(struct exchange *x, enum stage stage)
{
	x->stage = stage;
	client_phase(x->connection, PHASE_WORK, 0);
	MHD_suspend_connection(x->connection);
	if (queue_put(x))
		return MHD_YES;
	MHD_resume_connection(x->connection);
	x->server->counts.overloaded++;
	x->stage = STAGE_READY;
	x->closing = true;
	x->status = 503;
	x->response = answer_plain(503);
	return MHD_YES;
}

/* The head is read: is it one clear request, and what follows it? */
static enum MHD_Result head_read(struct exchange *x, const char *method, const char *version)
{
	int status = guard_request(x, method, version);

	if (status) {
		x->server->counts.refused_by_guard++;
		return refuse(x, status);
	}
	x->uploads = x->q.method == METHOD_POST && (str_is(x->q.type, "multipart/form-data") || str_is(x->q.path, "/attachments"));
	if (x->uploads)
		return x->length < 0 ? refuse(x, 411) : to_worker(x, STAGE_ASKING);
	if (x->length > (int64_t)LIMIT_FORM_BYTES)
		return refuse(x, 413);
	x->body = x->length > 0 ? arena_alloc(x->a, (size_t)x->length + 1) : NULL;
	x->stage = STAGE_BODY;
	client_phase(x->connection, PHASE_BODY, x->length > 0 ? x->length : 0);
	return MHD_YES;
}

/* A worker said whether this person may send files. */
static enum MHD_Result asked(struct exchange *x)
{
	if (x->status)
		return refuse(x, x->status);
	x->in = incoming_new(x);
	if (!x->in)
		return refuse(x, 400);
	x->stage = STAGE_BODY;
	client_phase(x->connection, PHASE_BODY, x->length);
	return MHD_YES;
}

static enum MHD_Result body_part(struct exchange *x, const char *data, size_t n)
{
	if (x->in) {
		int status = x->status ? x->status : incoming_add(x->in, data, n);

		x->status = status;
		return MHD_YES;
	}
	if ((int64_t)(x->body_n + n) > x->length)
		return MHD_NO;
	memcpy(x->body + x->body_n, data, n);
	x->body_n += n;
	return MHD_YES;
}

static enum MHD_Result body_end(struct exchange *x)
{
	if (x->in && !x->status)
		x->status = incoming_end(x->in);
	if (x->status)
		return refuse(x, x->status);
	x->q.body = (struct str){ x->body, x->body_n };
	return to_worker(x, STAGE_WAITING);
}

static enum MHD_Result serve(void *cls, struct MHD_Connection *c, const char *url, const char *method, const char *version,
	const char *data, size_t *data_n, void **context)
{
	struct exchange *x = *context;
	enum MHD_Result done;

	(void)cls, (void)c, (void)url;
	switch (x->stage) {
	case STAGE_FRESH:
		return head_read(x, method, version);
	case STAGE_ASKED:
		return asked(x);
	case STAGE_BODY:
		if (!*data_n)
			return body_end(x);
		done = body_part(x, data, *data_n);
		*data_n = 0;
		return done;
	case STAGE_READY:
		if (!x->response)
			return refuse(x, 500);
		done = queue_answer(x, x->response);
		x->response = NULL;
		return done;
	case STAGE_ASKING:
	case STAGE_WAITING:
		break;
	}
	return MHD_YES;
}

static void finished(void *cls, struct MHD_Connection *c, void **context, enum MHD_RequestTerminationCode how)
{
	struct server *s = cls;
	struct exchange *x = *context;

	(void)how;
	client_phase(c, PHASE_KEPT, 0);
	if (!x)
		return;
	*context = NULL;
	s->counts.requests++;
	s->counts.by_class[x->status >= 100 && x->status < 600 ? x->status / 100 : 0]++;
	answer_log(x);
	if (x->response)
		MHD_destroy_response(x->response);
	incoming_drop(x->in);
	arena_free(x->a);
}

static void defaults(struct server_config *c)
{
	c->loops = c->loops ? c->loops : 2;
	c->workers = c->workers ? c->workers : 4;
	c->head_ms = c->head_ms ? c->head_ms : 12000;
	c->keep_ms = c->keep_ms ? c->keep_ms : 45000;
	c->idle_s = c->idle_s ? c->idle_s : 30;
	c->per_address = c->behind_proxy ? 0 : c->per_address ? c->per_address : 256;
	c->queue_most = c->queue_most ? c->queue_most : 1000;
}

static bool daemon_start(struct server *s)
{
	s->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | MHD_USE_TURBO, 0, NULL, NULL, serve, s,
		MHD_OPTION_LISTEN_SOCKET, s->config.fd,
		MHD_OPTION_THREAD_POOL_SIZE, (unsigned)s->config.loops,
		MHD_OPTION_URI_LOG_CALLBACK, begin, s,
		MHD_OPTION_NOTIFY_COMPLETED, finished, s,
		MHD_OPTION_NOTIFY_CONNECTION, client_notify, s,
		MHD_OPTION_STRICT_FOR_CLIENT, 0,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)48 << 10,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)s->config.idle_s,
		MHD_OPTION_CONNECTION_LIMIT, 4000u,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)s->config.per_address,
		MHD_OPTION_END);
	return s->daemon != NULL;
}

struct server *server_start(const struct server_config *config)
{
	struct arena *a = arena_new((size_t)16 << 20);
	struct server *s = NEW(a, struct server);

	s->a = a;
	s->config = *config;
	defaults(&s->config);
	pthread_mutex_init(&s->queue_lock, NULL);
	pthread_mutex_init(&s->client_lock, NULL);
	pthread_cond_init(&s->queue_filled, NULL);
	pthread_cond_init(&s->worker_started, NULL);
	if (!queue_start(s)) {
		queue_stop(s);
		arena_free(a);
		return NULL;
	}
	if (!reaper_start(s) || !daemon_start(s)) {
		log_line(LOG_ERROR, "the HTTP library did not start", NULL);
		reaper_stop(s);
		queue_stop(s);
		arena_free(a);
		return NULL;
	}
	return s;
}

const struct server_counts *server_counts(const struct server *s)
{
	return &s->counts;
}
