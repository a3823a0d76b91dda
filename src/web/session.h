/*
 * Who is asking: sessions by cookie, API tokens by Bearer; signing in and out, one-time links, the account page.
 *
 * web_handle() calls session_viewer() first, then auth_handle(); every answer carries viewer.set_cookie when it is not empty.
 * Only digests of session ids, tokens and links are stored.  A session ends after 30 minutes without a request and after 12 hours;
 * its id changes at sign-in and every 15 minutes (the former one stays good for a minute, for requests already on their way).
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "web/web.h"

#define SESSION_IDLE_MS ((int64_t)30 * 60 * 1000)
#define SESSION_LIFE_MS ((int64_t)12 * 3600 * 1000)
#define SESSION_TURN_MS ((int64_t)15 * 60 * 1000)       /* a new id after this */
#define SESSION_GRACE_MS ((int64_t)60 * 1000)           /* the former id is good for this long */

/* Fills *out: the person of the cookie or of the Bearer token; else the public with name "" and lang from ?lang, cookie, header.
 * False when a token or cookie was sent that is not good (any more): *out is the public then, and set_cookie removes the cookie. */
bool session_viewer(struct web_worker *w, const struct web_request *q, struct viewer *out);

/* May this unsafe request (POST) be carried out?  Origin and Sec-Fetch-Site must be ours; with a session also `token`, the form
 * field "csrf" or the header X-CSRF-Token (web_request.csrf).  API tokens send no cookie and need none. */
bool csrf_ok(const struct web_request *q, const struct viewer *who, struct str token);
/* An API token's scopes: "read" for GET, "act:NAME" or "act:*" for acts.  A session may everything its role may. */
bool scope_reads(const struct viewer *who);
bool scope_acts(const struct viewer *who, const char *act);

/* Answers /sign-in, /sign-out, /enter/{token}, /account…, /demo…  False when the path is none of these. */
bool auth_handle(struct web_worker *w, const struct web_request *q, struct viewer *who, struct web_response *out);
/* Answers GET /attachments/{digest}, POST /attachments.  False when the path is none of these. */
bool attachment_handle(struct web_worker *w, const struct web_request *q, const struct viewer *who, struct web_response *out);
/* The server asks before it reads an upload's body: 0, or the status to refuse with; *limit in bytes. */
int may_upload(struct web_worker *w, const struct web_request *q, int64_t *limit);
/* The values of a form's file fields: each upload as a pair (field, digest), for form_parse(). */
void uploads_as_pairs(struct arena *a, const struct web_request *q, struct rows *pairs);

/* Starts a session for a person whose identity is proven; the Set-Cookie value. */
struct str session_start(struct web_worker *w, const struct web_request *q, int64_t person);
/* Ends all sessions and tokens of a person (person_end, password change). */
void sessions_end(struct db *write, int64_t person, int64_t now);

/* Set-Cookie value that keeps the language which this address asks for; empty when it asks for none or for the one that is kept. */
struct str session_lang_cookie(struct arena *a, const struct web_request *q);

#endif
