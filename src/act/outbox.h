/*
 * E-mail: the acts write rows into table outbox in their own transaction; this sends them afterwards, at least once, with growing pauses.
 */
#ifndef ACT_OUTBOX_H
#define ACT_OUTBOX_H

#include "act/act.h"

struct outbox_settings {
	const char *url;        /* "smtp://127.0.0.1:25"; NULL: nothing is sent, rows wait */
	const char *from;       /* sender's address */
	const char *base_url;   /* of this site, put before links */
};

/* Sends what is due now (up to 20). How many went out. Called by the server's tick on its own thread. */
int outbox_send(struct db *db, struct arena *a, const struct outbox_settings *s, int64_t now);

#endif
