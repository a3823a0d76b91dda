/* Passwords and one-time codes: Argon2id by libsodium, TOTP by liboath. Callers hold a place of the limiter while a hash runs. */
#ifndef WEB_PASSWORD_H
#define WEB_PASSWORD_H

#include "base/arena.h"
#include "base/str.h"

enum password_cost { PASSWORD_NORMAL, PASSWORD_ADMIN };         /* t=2 m=19 MiB; t=3 m=64 MiB */

struct str password_hash(struct arena *a, struct str password, enum password_cost cost);
bool password_good(struct arena *a, struct str hash, struct str password);
/* Does the same work as password_good() for an account that does not exist. */
void password_waste(struct arena *a, struct str password, enum password_cost cost);

enum password_fault { PASSWORD_FINE, PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_LOGIN, PASSWORD_COMMON, PASSWORD_BYTES };
enum password_fault password_judge(struct str password, struct str login);

/* A new secret in base32. */
struct str totp_secret(struct arena *a, struct str seed);
struct str totp_link(struct arena *a, struct str secret, struct str login, struct str issuer);
/* The time step of a good code (one step early or late is good), 0 when the code is wrong or its step is not after `last`. */
int64_t totp_step(struct arena *a, struct str secret, struct str code, int64_t now_ms, int64_t last);

#endif
