/*
 * Closes those who dawdle, and sends delayed answers when their time has come.
 *
 * The library's own timeout is an inactivity timeout: a byte a second keeps a connection for ever.  Here every phase has an end:
 * the head, the body by a least rate, the answer by a least rate, an idle connection while the server drains.
 */
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#include "web/server_in.h"

#define TICK_MS 25
#define BODY_FIRST_MS 30000
#define LEAST_RATE 4            /* bytes a millisecond, both ways */
#define DRAIN_IDLE_MS 400
#define DRAIN_HEAD_MS 1500
#define DRAIN_SEND_MS 5000
#define DRAIN_LONGEST_MS 30000

static struct client *client_of(struct MHD_Connection *c)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return info ? info->socket_context : NULL;
}

static void client_begin(struct server *s, struct MHD_Connection *c, void **context)
{
	struct client *k = calloc(1, sizeof *k);
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD);

	*context = k;
	if (!k)
		return;
	k->fd = info ? (int)info->connect_fd : -1;
	k->since_ms = mono_us() / 1000;
	wire_watch(k->fd, &k->wire);
	k->next = s->clients;
	if (k->next)
		k->next->before = k;
	s->clients = k;
	s->counts.connections++;
}

static void client_end(struct server *s, struct client *k)
{
	if (!k)
		return;
	wire_forget(k->fd);
	if (k->before)
		k->before->next = k->next;
	else
		s->clients = k->next;
	if (k->next)
		k->next->before = k->before;
	s->counts.connections--;
	free(k);
}

void client_notify(void *cls, struct MHD_Connection *c, void **context, enum MHD_ConnectionNotificationCode code)
{
	struct server *s = cls;

	pthread_mutex_lock(&s->client_lock);
	if (code == MHD_CONNECTION_NOTIFY_STARTED)
		client_begin(s, c, context);
	else
		client_end(s, *context);
	pthread_mutex_unlock(&s->client_lock);
}

bool client_broken(struct MHD_Connection *c)
{
	const struct client *k = client_of(c);

	return !k || k->wire.broken;
}

void client_phase(struct MHD_Connection *c, enum phase phase, int64_t bytes)
{
	struct client *k = client_of(c);

	if (!k)
		return;
	k->phase = phase;
	k->bytes = bytes;
	k->since_ms = mono_us() / 1000;
}

/* How long the client may stay in its phase. */
static int64_t allowed_ms(const struct server *s, const struct client *k, bool draining)
{
	if (draining && k->phase == PHASE_KEPT)
		return DRAIN_IDLE_MS;
	if (draining && k->phase == PHASE_HEAD)
		return DRAIN_HEAD_MS;
	if (k->phase == PHASE_HEAD)
		return s->config.head_ms;
	if (k->phase == PHASE_KEPT)
		return s->config.keep_ms;
	if (k->phase == PHASE_WORK)
		return INT64_MAX;
	return BODY_FIRST_MS + k->bytes / LEAST_RATE;
}

/* The client went away in the middle of a body.  The library's edge-triggered loop can miss an end that came together with the last
 * bytes; without this the file would lie in tmp until the idle time is over. */
static bool cut_short(struct client *k)
{
	char c;

	if (k->phase != PHASE_BODY || recv(k->fd, &c, 1, MSG_PEEK | MSG_DONTWAIT) != 0)
		k->ends_seen = 0;
	else
		k->ends_seen++;
	return k->ends_seen > 1;
}

static void reap(struct server *s, int64_t now)
{
	bool draining = s->draining;

	for (struct client *k = s->clients; k; k = k->next) {
		int64_t allowed = allowed_ms(s, k, draining);

		if (k->reaped || k->fd < 0 || (now - k->since_ms <= allowed && !cut_short(k)))
			continue;
		k->reaped = true;
		if (!draining)
			s->counts.reaped++;
		shutdown(k->fd, SHUT_RDWR);
	}
}

/* Takes those whose time has come off the list. */
static struct exchange *due(struct server *s, int64_t now)
{
	struct exchange **at = &s->delayed, *out = NULL;

	while (*at) {
		struct exchange *x = *at;

		if (x->due_ms > now && !s->stopping) {
			at = &x->next;
			continue;
		}
		*at = x->next;
		x->next = out;
		out = x;
	}
	return out;
}

static void send_due(struct server *s)
{
	pthread_mutex_lock(&s->client_lock);
	struct exchange *ready = due(s, mono_us() / 1000);
	pthread_mutex_unlock(&s->client_lock);
	for (struct exchange *x = ready, *next; x; x = next) {
		next = x->next;
		MHD_resume_connection(x->connection);
	}
}

static void *reaper_run(void *arg)
{
	struct server *s = arg;
	int64_t last = 0;

	while (!s->stopping) {
		nanosleep(&(struct timespec){ 0, TICK_MS * 1000000L }, NULL);
		int64_t now = mono_us() / 1000;

		send_due(s);
		if (now - last < (s->draining ? TICK_MS : 200))
			continue;
		last = now;
		pthread_mutex_lock(&s->client_lock);
		reap(s, now);
		pthread_mutex_unlock(&s->client_lock);
	}
	send_due(s);
	return NULL;
}

void reaper_delay(struct exchange *x)
{
	struct server *s = x->server;

	pthread_mutex_lock(&s->client_lock);
	x->next = s->delayed;
	s->delayed = x;
	pthread_mutex_unlock(&s->client_lock);
}

bool reaper_start(struct server *s)
{
	return pthread_create(&s->reaper, NULL, reaper_run, s) == 0;
}

void reaper_stop(struct server *s)
{
	s->stopping = true;
	pthread_join(s->reaper, NULL);
}

/* Clients that may still need a worker; those that only receive an answer count for the first seconds. */
static int64_t needing(struct server *s, bool sending_too)
{
	int64_t n = 0;

	pthread_mutex_lock(&s->client_lock);
	for (struct client *k = s->clients; k; k = k->next)
		n += k->phase != PHASE_SEND || sending_too;
	pthread_mutex_unlock(&s->client_lock);
	return n;
}

/* Quiesce: the listening socket stays open in the parent, whose next child takes what waits in it. */
void server_drain(struct server *s)
{
	int64_t began = mono_us() / 1000, now = began;

	s->draining = true;
	MHD_quiesce_daemon(s->daemon);
	while (needing(s, now - began < DRAIN_SEND_MS) && now - began < DRAIN_LONGEST_MS) {
		nanosleep(&(struct timespec){ 0, 10 * 1000000L }, NULL);
		now = mono_us() / 1000;
	}
}

void server_release(struct server *s)
{
	queue_stop(s);
}

void server_stop(struct server *s, int wait_ms)
{
	int64_t began = mono_us() / 1000;

	s->draining = true;
	while (s->counts.connections && mono_us() / 1000 - began < wait_ms)
		nanosleep(&(struct timespec){ 0, 10 * 1000000L }, NULL);
	queue_stop(s);
	reaper_stop(s);
	MHD_stop_daemon(s->daemon);
	arena_free(s->a);
}
