/* Structs of signing in and the account (sign.def), and what the files that answer them share. */
#ifndef WEB_SIGN_H
#define WEB_SIGN_H

#include "tables/tables.h"
#include "base/field_struct.h"
#include "web/sign.def"
#include "base/field_end.h"
#include "base/form.h"
#include "web/session.h"

/* One request as the answering functions of sign-in and account see it. */
struct sign {
	struct web_worker *w;
	const struct web_request *q;
	struct viewer *who;
	struct web_response *out;
};

#include "base/word.h"

/* A sentence in the reader's language. */
struct str sign_word(const struct sign *s, enum word_id id);
/* The posted form into *form; false when it does not fit (then *why is the first error's text). */
bool sign_form(const struct sign *s, const struct fields *t, void *form, struct str *why);
/* Writes on w->write inside a transaction of its own; false when the store refused (a 503 was answered). */
bool sign_commit(const struct sign *s);
void sign_note(const struct sign *s, int64_t person, const char *what, struct str login);
/* Is this the person's password?  Takes a hash slot; busy = true when there was none.  Nobody (0) costs the same work, as much as `login` says. */
struct sign_try {
	int64_t person;
	struct str login, password;
};
bool sign_password_good(const struct sign *s, const struct sign_try *t, bool *busy);
/* Why a new password is refused; empty when it is good. */
struct str sign_password_fault(const struct sign *s, struct str password, struct str again, struct str login);

/* account.c */
bool account_handle(struct sign *s);

#endif
