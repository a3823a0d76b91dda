/*
 * Who tries too often: sign-ins per address and per address and account, uploads per address; and how many password hashes run at once.
 *
 * A bounded table in memory, shared by the workers under one lock.  Trouble made from one address never locks others out of an account.
 * Keys are keyed digests: the table holds no address and no login.
 */
#ifndef WEB_LIMITER_H
#define WEB_LIMITER_H

#include "base/str.h"

struct limiter;

/* hashes: how many may run at once. seed: 32 hex digits or more. */
struct limiter *limiter_new(int hashes, struct str seed);
void limiter_free(struct limiter *l);

enum limit_kind {
	LIMIT_SIGN_ADDRESS,     /* 40 failures in 10 minutes from one address */
	LIMIT_SIGN_ACCOUNT,     /* 5 failures for one account from one address; then the wait doubles up to 15 minutes */
	LIMIT_SIGN_ANYWHERE,    /* 200 failures in 10 minutes for one account; a known device does not ask */
	LIMIT_PUBLIC_UPLOAD,    /* 30 files in an hour from one address without a session */
	LIMIT_PUBLIC_ACT,       /* 60 posts without a session in an hour from one address */
};
/* Milliseconds to wait before the next try, 0 = go on. Never counts. NULL limiter: 0. */
int64_t limiter_wait(struct limiter *l, enum limit_kind kind, struct str key, int64_t now);
/* One failure (or use) more. */
void limiter_count(struct limiter *l, enum limit_kind kind, struct str key, int64_t now);
void limiter_clear(struct limiter *l, enum limit_kind kind, struct str key);

/* A place for one password hash: waits up to wait_ms for it. */
bool limiter_hash_enter(struct limiter *l, int wait_ms);
void limiter_hash_leave(struct limiter *l);

/* An address as a key: IPv4 whole, IPv6 by its first 64 bits. */
struct str limiter_address(struct arena *a, struct str remote);

#endif
