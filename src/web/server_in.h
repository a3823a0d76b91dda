/* What the files of the server share: one request on its way (struct exchange), one connection (struct client), the server. */
#ifndef WEB_SERVER_IN_H
#define WEB_SERVER_IN_H

#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>

#include "web/server.h"
#include "web/wire.h"

#define LIMIT_UPLOAD_PARTS 40                           /* files in one form */
#define LIMIT_EXCHANGE_ARENA ((size_t)12 << 20)         /* head 32 kB + body 2 MB, doubled while growing */

enum stage { STAGE_FRESH, STAGE_ASKING, STAGE_ASKED, STAGE_BODY, STAGE_WAITING, STAGE_READY };

struct incoming;        /* upload.c: a multipart or raw body on its way to the disk */

struct exchange {
	struct exchange *next;
	struct server *server;
	struct MHD_Connection *connection;
	struct arena *a;
	struct web_request q;
	struct str raw;                 /* request target as sent */
	enum stage stage;
	bool uploads, head, loopback, forwarded;
	int64_t length;                 /* Content-Length, -1 none */
	char *body;
	size_t body_n;
	struct incoming *in;
	int64_t upload_limit;
	int64_t arrived_us, due_ms;
	int status;
	bool closing;
	struct MHD_Response *response;
};

enum phase { PHASE_HEAD, PHASE_BODY, PHASE_WORK, PHASE_SEND, PHASE_KEPT };

struct client {
	struct client *next, *before;
	int fd;
	_Atomic int phase;              /* enum phase */
	_Atomic int64_t since_ms, bytes;
	int ends_seen;                  /* how often the reaper found the client's end behind an unfinished body */
	bool reaped;
	struct wire wire;               /* of the connection's loop */
};

struct worker {
	struct server *server;
	pthread_t thread;
	struct web_worker web;
	void *magic;                    /* libmagic's handle, upload.c */
	bool started, good;
};

struct server {
	struct server_config config;
	struct MHD_Daemon *daemon;
	struct worker *workers;
	pthread_mutex_t queue_lock;
	pthread_cond_t queue_filled, worker_started;
	struct exchange *queue, **queue_end;
	bool queue_closed;
	pthread_mutex_t client_lock;
	struct client *clients;
	struct exchange *delayed;       /* answers that wait for their time; client_lock */
	pthread_t reaper;
	_Atomic bool draining, stopping;
	struct server_counts counts;
	struct arena *a;
};

int64_t mono_us(void);                                          /* the machine's steady clock */
int64_t wall_ms(void);

/* guard.c: fills x->q from the head; 0, or the status to refuse it with. */
int guard_request(struct exchange *x, const char *method, const char *version);
/* queue.c */
bool queue_put(struct exchange *x);                             /* false: too long a queue */
bool queue_start(struct server *s);
void queue_stop(struct server *s);
/* answer.c */
struct MHD_Response *answer_make(struct exchange *x, struct arena *a, const struct web_response *r);
struct MHD_Response *answer_plain(int status);
void answer_log(const struct exchange *x);
/* reaper.c */
bool reaper_start(struct server *s);
void reaper_stop(struct server *s);
void reaper_delay(struct exchange *x);                          /* resumes it at x->due_ms */
void client_notify(void *cls, struct MHD_Connection *c, void **context, enum MHD_ConnectionNotificationCode code);
bool client_broken(struct MHD_Connection *c);   /* its head was not clean on the wire */
void client_phase(struct MHD_Connection *c, enum phase phase, int64_t bytes);
/* upload.c */
struct incoming *incoming_new(struct exchange *x);              /* NULL: cannot (500) */
int incoming_add(struct incoming *in, const char *data, size_t n);      /* 0, or the status to refuse with */
int incoming_end(struct incoming *in);
void incoming_drop(struct incoming *in);                        /* leaves nothing on the disk; NULL is fine */
/* On a worker, body complete: files to their places, rows to the store, pairs and uploads to x->q. False: the store or disk failed. */
bool incoming_keep(struct worker *k, struct exchange *x);
bool magic_start(struct worker *k);
void magic_stop(struct worker *k);
/* metrics.c */
bool metrics_handle(struct exchange *x, struct arena *a, struct web_response *out);

#endif
