/*
 * Sessions: from a cookie or a token to a viewer; turning, ending; CSRF.
 *
 * A cookie holds 64 hex digits; the store holds their digest.  When the id turns, the former one stays good until the new one came
 * back (then one minute more): an answer that got lost on its way signs nobody out.
 */
#include <stdio.h>
#include <string.h>

#include "across/party/party.h"
#include "base/hash.h"
#include "web/page.h"
#include "web/sign.h"

#define COOKIE "jiebang"
#define COOKIE_TLS "__Host-jiebang"
#define SEEN_EVERY_MS 60000

static struct str cookie_value(struct str cookies, const char *name)
{
	while (cookies.n) {
		struct str pair = str_trim(str_cut(&cookies, ';'));
		struct str key = str_cut(&pair, '=');

		if (str_is(key, name))
			return pair;
	}
	return (struct str){ 0 };
}

static struct str cookie_header(struct arena *a, const struct web_request *q, struct str id)
{
	return str_fmt(a, "%s=%.*s; Path=/; HttpOnly; SameSite=Lax%s%s", q->tls ? COOKIE_TLS : COOKIE, STR_ARG(id),
		q->tls ? "; Secure" : "", id.n ? "" : "; Max-Age=0");
}

/* The language that this address asks for: "en", "zh", or nothing. */
static struct str lang_asked(struct arena *a, const struct web_request *q)
{
	struct rows pairs = { 0 };
	struct str error, asked = { 0 };

	if (q->query.n && form_pairs_from_urlencoded(a, q->query, &pairs, &error))
		for (size_t i = 0; i < pairs.n; i++)
			if (str_is(((struct form_pair *)pairs.v)[i].name, "lang"))
				asked = ((struct form_pair *)pairs.v)[i].value;
	return str_is(asked, "en") || str_is(asked, "zh") ? asked : STR("");
}

struct str session_lang_cookie(struct arena *a, const struct web_request *q)
{
	struct str asked = lang_asked(a, q);

	if (!asked.n || str_eq(asked, cookie_value(q->cookie, "lang")))
		return STR("");
	return str_fmt(a, "lang=%.*s; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000%s", STR_ARG(asked), q->tls ? "; Secure" : "");
}

static struct str lang_of(struct arena *a, const struct web_request *q)
{
	struct str asked = lang_asked(a, q);

	if (!asked.n)
		asked = cookie_value(q->cookie, "lang");
	if (!str_is(asked, "en") && !str_is(asked, "zh"))
		asked = str_starts(q->language, "en") ? STR("en") : STR("zh");
	return str_is(asked, "en") ? STR("en") : STR("zh");
}

static void write_one(struct web_worker *w, const char *statement, const struct session_key *key)
{
	if (!db_begin(w->write) || db_run(w->write, statement, key) < 0 || !db_commit(w->write)) {
		db_rollback(w->write);
		db_fault_clear(w->write);
	}
}

/* Keeps the session alive, turns its id when it is time. */
static void keep(struct web_worker *w, const struct web_request *q, const struct session_who *s, struct session_key *key, struct viewer *out)
{
	bool newest = str_eq(s->digest, key->digest);
	bool old = q->now - s->turned_at > SESSION_TURN_MS, lost = !newest && q->now - s->turned_at > SESSION_GRACE_MS;

	if (newest && !s->turn_seen) {
		write_one(w, "sign_session_turned", key);
	} else if ((newest && old) || lost) {
		struct str id = hmac_text(w->a, q->secret, STR("session turn"));

		key->renewed = hash_text(w->a, HASH_SHA256, id);
		if (!db_begin(w->write) || db_run(w->write, "sign_session_turn", key) != 1 || !db_commit(w->write)) {
			db_rollback(w->write);
			db_fault_clear(w->write);
			return;
		}
		out->set_cookie = cookie_header(w->a, q, id);
	} else if (q->now - s->seen_at > SEEN_EVERY_MS) {
		write_one(w, "sign_session_seen", key);
	}
}

static void viewer_fill(struct viewer *out, const struct session_who *s, const struct web_request *q, struct arena *a)
{
	out->session = s->id;
	out->person = s->person;
	out->org = s->org;
	out->programme = s->programme;
	out->name = s->name;
	out->org_name = s->org_name;
	out->scope = s->scope;
	role_find(s->role, &out->role);
	if (s->csrf.n) {
		struct str salt = { hmac_text(a, q->secret, STR("csrf salt")).p, 16 };

		out->csrf_key = s->csrf;
		out->csrf = str_fmt(a, "%.*s-%.*s", STR_ARG(salt), STR_ARG(hmac_text(a, s->csrf, salt)));
	}
}

static bool token_viewer(struct web_worker *w, const struct web_request *q, struct viewer *out)
{
	struct str token = { q->authorization.p + 7, q->authorization.n - 7 };
	struct session_key key = { .digest = hash_text(w->a, HASH_SHA256, str_trim(token)), .now = q->now };
	struct session_who s;

	if (!db_one(w->read, w->a, "sign_token_who", &key, &s))
		return false;
	viewer_fill(out, &s, q, w->a);
	out->token = true;
	key.id = s.id;
	if (q->now - s.seen_at > SEEN_EVERY_MS)
		write_one(w, "sign_token_used", &key);
	return true;
}

bool session_viewer(struct web_worker *w, const struct web_request *q, struct viewer *out)
{
	struct str id = cookie_value(q->cookie, q->tls ? COOKIE_TLS : COOKIE);
	struct session_who s;

	*out = (struct viewer){ .role = ROLE_public, .lang = lang_of(w->a, q) };
	if (str_starts(q->authorization, "Bearer "))
		return token_viewer(w, q, out);
	if (!id.n)
		return true;
	struct session_key key = { .digest = hash_text(w->a, HASH_SHA256, id), .now = q->now, .idle = q->now - SESSION_IDLE_MS,
		.life = q->now - SESSION_LIFE_MS, .grace = q->now - SESSION_GRACE_MS };
	if (!db_one(w->read, w->a, "sign_session_who", &key, &s)) {
		out->set_cookie = cookie_header(w->a, q, STR(""));
		return false;
	}
	viewer_fill(out, &s, q, w->a);
	key.id = s.id;
	keep(w, q, &s, &key, out);
	return true;
}

/* A short word for the list of sessions: the browser's name and system, nothing that tells one person from another. */
static struct str agent_of(const struct web_request *q)
{
	return q->agent.n > 120 ? (struct str){ q->agent.p, 120 } : q->agent;
}

struct str session_start(struct web_worker *w, const struct web_request *q, int64_t person)
{
	struct str id = hmac_text(w->a, q->secret, STR("session id"));
	struct session_row s = {
		.id = id_from_seed(w->a, id, "session row"), .person = person, .digest = hash_text(w->a, HASH_SHA256, id), .turned_at = q->now,
		.turn_seen = 1, .csrf = hmac_text(w->a, q->secret, STR("session csrf")), .made_at = q->now, .seen_at = q->now, .agent = agent_of(q),
	};

	db_run(w->write, "sign_session_put", &s);
	return cookie_header(w->a, q, id);
}

void sessions_end(struct db *write, int64_t person, int64_t now)
{
	struct session_key key = { .person = person, .now = now };

	db_run(write, "sign_sessions_end", &key);
	db_run(write, "sign_tokens_end", &key);
}

/* Browsers that speak Sec-Fetch-Site are believed; else an Origin must be this host's. */
static bool same_site(const struct web_request *q)
{
	struct str origin = q->origin;
	const char *mark;

	if (q->fetch_site.n)
		return str_is(q->fetch_site, "same-origin") || str_is(q->fetch_site, "none");
	if (!origin.n)
		return true;
	mark = memmem(origin.p, origin.n, "://", 3);
	if (!mark || !q->host.n)
		return false;
	return str_eq((struct str){ mark + 3, origin.n - (size_t)(mark + 3 - origin.p) }, q->host);
}

bool csrf_ok(const struct web_request *q, const struct viewer *who, struct str token)
{
	struct str salt;
	bool good;

	if (who->token)
		return true;
	if (!same_site(q))
		return false;
	if (!who->session)
		return true;
	if (!token.n)
		token = q->csrf;
	salt = str_cut(&token, '-');
	if (salt.n != 16 || token.n != HASH_HEX)
		return false;
	struct arena *a = arena_new(1 << 16);
	good = hash_equal(hmac_text(a, who->csrf_key, salt), token);
	arena_free(a);
	return good;
}

static bool scope_has(struct str scope, struct str word)
{
	while (scope.n)
		if (str_eq(str_trim(str_cut(&scope, ' ')), word))
			return true;
	return false;
}

bool scope_reads(const struct viewer *who)
{
	return !who->token || scope_has(who->scope, STR("read"));
}

bool scope_acts(const struct viewer *who, const char *act)
{
	char word[80];

	if (!who->token || scope_has(who->scope, STR("act:*")))
		return true;
	int n = snprintf(word, sizeof word, "act:%s", act);
	return n > 0 && (size_t)n < sizeof word && scope_has(who->scope, (struct str){ word, (size_t)n });
}

void uploads_as_pairs(struct arena *a, const struct web_request *q, struct rows *pairs)
{
	struct form_pair *all = NEW_ARRAY(a, pairs->n + q->uploads.n + 1, struct form_pair);
	const struct upload *u = q->uploads.v;

	if (pairs->n)
		memcpy(all, pairs->v, pairs->n * sizeof *all);
	for (size_t i = 0; i < q->uploads.n; i++)
		all[pairs->n + i] = (struct form_pair){ u[i].field, u[i].digest };
	*pairs = (struct rows){ all, pairs->n + q->uploads.n };
}
