/*
 * The HTTP server: epoll loops of libmicrohttpd that only read, write and stream, and workers that call the handler.
 *
 *	connection → guard.c (is this one clear request?) → body (upload.c for multipart) → queue.c → a worker: handle() → answer.c
 *
 * A connection is suspended only inside its own handler and resumed by whoever finished its work.  reaper.c closes those who dawdle.
 * Shared mutable state: the queue, the list of connections, the counters; each behind its own lock or atomic.
 */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "web/web.h"

struct server;

struct server_config {
	int fd;                         /* listening socket; the server never closes it for others */
	int loops, workers;             /* 2 and 4 when 0 */
	bool behind_proxy;              /* believe X-Forwarded-For and -Proto of loopback peers */
	const char *data;               /* the data folder: attachments stand in it */
	struct limiter *limiter;
	/* The worker's own thread opens what it needs; false: the server does not start. */
	bool (*worker_begin)(void *ctx, struct web_worker *w);
	void (*worker_end)(void *ctx, struct web_worker *w);
	void (*handle)(struct web_worker *w, const struct web_request *q, struct web_response *out);
	/* Asked on a worker before the body of a multipart or raw upload is read: 0 go on, else the status to refuse with. */
	int (*may_upload)(struct web_worker *w, const struct web_request *q, int64_t *limit);
	void *ctx;
	/* Waiting times; 0 = the default. */
	int head_ms;                    /* 12000: from the first byte (or the connection) to the end of the head */
	int keep_ms;                    /* 45000: an idle connection kept alive, next head included */
	int idle_s;                     /* 30: no byte either way */
	int per_address;                /* 256 connections from one address; not behind a proxy */
	int queue_most;                 /* 1000 requests waiting for a worker, then 503 */
};

/* NULL with a line on stderr when it cannot start. */
struct server *server_start(const struct server_config *config);
/* Takes no new connections, finishes requests under way, tells kept-alive clients to close. Returns when nobody needs a worker any more. */
void server_drain(struct server *s);
/* Ends the workers: the store is no longer used by this process. Answers under way are still sent. */
void server_release(struct server *s);
/* Waits for answers still being sent (wait_ms at most) and ends everything. */
void server_stop(struct server *s, int wait_ms);

/* What /metrics prints, and what one log line of a request needs. */
struct server_counts {
	_Atomic int64_t requests, by_class[6], refused_by_guard, reaped, overloaded, uploads, upload_bytes, work_us, in_queue, connections;
};
const struct server_counts *server_counts(const struct server *s);

#endif
