/*
 * Signing in and out, the one-time link, the demo's choice of a party; what the account page shares with them.
 *
 * Every failed sign-in answers the same text with the same status after the same time, whether the account exists or not.
 * Limits are asked before a password is hashed.
 */
#include "act/tick.h"
#include "base/day.h"
#include "web/demo_clock.h"
#include "across/party/party.h"
#include "base/hash.h"
#include "base/word.h"
#include "web/limiter.h"
#include "web/openapi.h"
#include "web/page.h"
#include "web/password.h"
#include "web/sign.h"
#include "web/template.h"

#define SIGN_ANSWER_MS 600      /* longer than the slowest hash */
#define HASH_WAIT_MS 1500
#define DEVICE_COOKIE "known"

struct str sign_word(const struct sign *s, enum word_id id)
{
	return tr(str_is(s->who->lang, "en"), word_text(id));
}

bool sign_form(const struct sign *s, const struct fields *t, void *form, struct str *why)
{
	struct rows pairs = { 0 }, errors;
	struct form_in in = { .arena = s->w->a };

	if (s->q->pairs.n)
		pairs = s->q->pairs;
	else if (!form_pairs_from_urlencoded(s->w->a, s->q->body, &pairs, why))
		return false;
	in.pairs = pairs.v;
	in.n = pairs.n;
	errors = form_parse(&in, t, form);
	if (errors.n)
		*why = ((struct form_error *)errors.v)[0].text;
	return !errors.n;
}

bool sign_commit(const struct sign *s)
{
	if (db_commit(s->w->write))
		return true;
	db_rollback(s->w->write);
	db_fault_clear(s->w->write);
	page_error(s->w, s->q, s->who, 503, s->out);
	return false;
}

/* Inside the caller's transaction. */
void sign_note(const struct sign *s, int64_t person, const char *what, struct str login)
{
	struct sign_log_row row = {
		.id = id_from_seed(s->w->a, s->q->secret, what), .at = s->q->now, .person = person, .what = str_of(what),
		.login_digest = person || !login.n ? STR("") : hash_text(s->w->a, HASH_SHA256, login),
	};

	db_run(s->w->write, "sign_log_put", &row);
}

static void note_alone(const struct sign *s, const char *what, struct str login)
{
	if (db_begin(s->w->write)) {
		sign_note(s, 0, what, login);
		db_commit(s->w->write);
	}
	if (db_fault(s->w->write)) {
		db_rollback(s->w->write);
		db_fault_clear(s->w->write);
	}
}

/* Administrators' hashes take longer; so do those of one unknown login in four, always the same ones: time tells no names. */
static enum password_cost cost_of_nobody(const struct sign *s, struct str login)
{
	return hash_text(s->w->a, HASH_SHA256, login).p[0] < '4' ? PASSWORD_ADMIN : PASSWORD_NORMAL;
}

bool sign_password_good(const struct sign *s, const struct sign_try *t, bool *busy)
{
	struct credential_row c = { 0 };
	bool good = false;

	*busy = !limiter_hash_enter(s->w->limiter, HASH_WAIT_MS);
	if (*busy)
		return false;
	if (t->person && db_one(s->w->read, s->w->a, "sign_credential", &(struct id_key){ t->person }, &c) && c.password.n)
		good = password_good(s->w->a, c.password, t->password);
	else
		password_waste(s->w->a, t->password, cost_of_nobody(s, t->login));
	limiter_hash_leave(s->w->limiter);
	return good;
}

struct str sign_password_fault(const struct sign *s, struct str password, struct str again, struct str login)
{
	static const enum word_id words[] = {
		[PASSWORD_SHORT] = WORD_sign_short, [PASSWORD_LONG] = WORD_sign_long, [PASSWORD_LOGIN] = WORD_sign_holds_login,
		[PASSWORD_COMMON] = WORD_sign_common, [PASSWORD_BYTES] = WORD_form_bytes,
	};
	enum password_fault fault = password_judge(password, login);

	if (fault != PASSWORD_FINE)
		return sign_word(s, words[fault]);
	return str_eq(password, again) ? (struct str){ 0 } : sign_word(s, WORD_sign_differs);
}

/* Only paths of our own: "/x…", not "//host" nor "/\host". */
static struct str safe_next(struct str next)
{
	bool good = next.n && next.p[0] == '/' && !(next.n > 1 && (next.p[1] == '/' || next.p[1] == '\\'));

	for (size_t i = 0; good && i < next.n; i++)
		good = (uint8_t)next.p[i] > ' ' && next.p[i] != '\\' && next.p[i] != 0x7f;
	return good ? next : STR("/desk");
}

static void sign_in_page(const struct sign *s, int status, struct str message, const struct sign_in_form *f)
{
	struct sign_in_page p = { .title = sign_word(s, WORD_title_sign_in), .message = message, .login = f->login, .next = f->next, .demo = s->w->demo };

	page_render(&(struct page_place){ s->w, s->q, s->who, s->out }, "sign-in.html", &sign_in_page_fields, &p, status);
}

static void sign_in_show(const struct sign *s)
{
	struct sign_in_form f = { 0 };
	struct rows pairs = { 0 };
	struct str error;

	if (form_pairs_from_urlencoded(s->w->a, s->q->query, &pairs, &error))
		for (size_t i = 0; i < pairs.n; i++)
			if (str_is(((struct form_pair *)pairs.v)[i].name, "next"))
				f.next = ((struct form_pair *)pairs.v)[i].value;
	sign_in_page(s, 200, (struct str){ 0 }, &f);
}

struct tries {
	struct str address, account, anywhere;
};

static struct tries tries_of(const struct sign *s, struct str login)
{
	struct tries t = { .address = limiter_address(s->w->a, s->q->remote), .anywhere = login };

	t.account = str_fmt(s->w->a, "%.*s %.*s", STR_ARG(t.address), STR_ARG(login));
	return t;
}

/* The cookie of a browser that this account signed in from before: it does not count against the account's own tries elsewhere. */
static struct str device_of(const struct sign *s, const struct credential_row *c, struct str login)
{
	return str_fmt(s->w->a, DEVICE_COOKIE "=%.*s", STR_ARG(hmac_text(s->w->a, c->password, login)));
}

static bool device_known(const struct sign *s, const struct credential_row *c, struct str login)
{
	struct str want = c->password.n ? device_of(s, c, login) : STR(""), cookies = s->q->cookie;

	while (want.n && cookies.n)
		if (hash_equal(str_trim(str_cut(&cookies, ';')), want))
			return true;
	return false;
}

static int64_t tries_wait(const struct sign *s, const struct tries *t, bool known)
{
	struct limiter *l = s->w->limiter;
	int64_t wait = limiter_wait(l, LIMIT_SIGN_ACCOUNT, t->account, s->q->now);

	if (!wait && !known)
		wait = limiter_wait(l, LIMIT_SIGN_ADDRESS, t->address, s->q->now);
	if (!wait && !known)
		wait = limiter_wait(l, LIMIT_SIGN_ANYWHERE, t->anywhere, s->q->now);
	return wait;
}

static void tries_failed(const struct sign *s, const struct tries *t)
{
	limiter_count(s->w->limiter, LIMIT_SIGN_ACCOUNT, t->account, s->q->now);
	limiter_count(s->w->limiter, LIMIT_SIGN_ADDRESS, t->address, s->q->now);
	limiter_count(s->w->limiter, LIMIT_SIGN_ANYWHERE, t->anywhere, s->q->now);
}

/* In a transaction: the code counts once; session, note. */
static bool enter_person(const struct sign *s, const struct credential_row *c, struct str code)
{
	struct credential_row used = *c;

	if (!db_begin(s->w->write))
		return false;
	if (c->totp_on) {
		used.totp_last = totp_step(s->w->a, c->totp_secret, code, s->q->now, c->totp_last);
		if (!used.totp_last || db_run(s->w->write, "sign_totp_used", &used) != 1)
			return false;
	}
	s->who->set_cookie = session_start(s->w, s->q, c->id);
	sign_note(s, c->id, "in", (struct str){ 0 });
	return db_commit(s->w->write);
}

static void sign_in_done(const struct sign *s, const struct credential_row *c, struct str login, struct str next)
{
	struct str device = str_fmt(s->w->a, "%.*s; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000%s", STR_ARG(device_of(s, c, login)),
		s->q->tls ? "; Secure" : "");

	response_redirect(s->out, s->w->a, safe_next(next));
	response_header(s->out, s->w->a, "Set-Cookie", s->who->set_cookie);
	response_header(s->out, s->w->a, "Set-Cookie", device);
	s->who->set_cookie = (struct str){ 0 };
}

static void sign_in_limited(const struct sign *s, const struct sign_in_form *f, int64_t wait)
{
	struct str seconds = str_fmt(s->w->a, "%lld", (long long)(wait / 1000 + 1));

	sign_in_page(s, 429, word(s->w->a, WORD_sign_wait, "seconds", str_c(s->w->a, seconds), NULL), f);
	response_header(s->out, s->w->a, "Retry-After", seconds);
}

static void sign_in(const struct sign *s)
{
	struct sign_in_form f = { 0 };
	struct person_row p = { 0 };
	struct credential_row c = { 0 };
	struct str why;
	bool busy = false, good;

	s->out->delay_ms = SIGN_ANSWER_MS;
	if (!csrf_ok(s->q, &(struct viewer){ .role = ROLE_public }, f.csrf)) {
		page_error(s->w, s->q, s->who, 403, s->out);
		return;
	}
	if (!sign_form(s, &sign_in_form_fields, &f, &why)) {
		sign_in_page(s, 422, why, &f);
		return;
	}
	f.login = login_kept(s->w->a, str_trim(f.login));
	struct tries t = tries_of(s, f.login);
	if (db_one(s->w->read, s->w->a, "party_person_with_login", &(struct party_code_key){ s->w->pg->id, f.login }, &p))
		db_one(s->w->read, s->w->a, "sign_credential", &(struct id_key){ p.id }, &c);
	int64_t wait = tries_wait(s, &t, device_known(s, &c, f.login));
	if (wait) {
		sign_in_limited(s, &f, wait);
		return;
	}
	good = sign_password_good(s, &(struct sign_try){ str_is(p.state, "active") ? p.id : 0, f.login, f.password }, &busy);
	if (busy) {
		sign_in_limited(s, &f, 1000);
		s->out->status = 503;
	} else if (good && enter_person(s, &c, f.code)) {
		limiter_clear(s->w->limiter, LIMIT_SIGN_ACCOUNT, t.account);
		sign_in_done(s, &c, f.login, f.next);
	} else {
		db_rollback(s->w->write);
		db_fault_clear(s->w->write);
		tries_failed(s, &t);
		note_alone(s, "failed", f.login);
		sign_in_page(s, 401, sign_word(s, WORD_sign_failed), &f);
	}
}

static void sign_out(const struct sign *s)
{
	struct one_form f = { 0 };
	struct str why;
	struct session_key key = { .id = s->who->session, .person = s->who->person, .now = s->q->now };

	sign_form(s, &one_form_fields, &f, &why);
	if (!csrf_ok(s->q, s->who, f.csrf)) {
		page_error(s->w, s->q, s->who, 403, s->out);
		return;
	}
	if (s->who->session && !s->who->token) {
		db_begin(s->w->write);
		db_run(s->w->write, "sign_session_end", &key);
		sign_note(s, s->who->person, "out", (struct str){ 0 });
		if (!sign_commit(s))
			return;
	}
	response_redirect(s->out, s->w->a, STR("/"));
	response_header(s->out, s->w->a, "Set-Cookie", str_fmt(s->w->a, "%s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0%s",
		s->q->tls ? "__Host-jiebang" : "jiebang", s->q->tls ? "; Secure" : ""));
	response_header(s->out, s->w->a, "Clear-Site-Data", STR("\"cache\""));
}

/* ---- the one-time link ---- */

static bool link_find(const struct sign *s, struct str token, struct enter_link_row *link, struct person_row *p)
{
	struct session_key key = { .digest = hash_text(s->w->a, HASH_SHA256, token), .now = s->q->now };

	return token.n == HASH_HEX && db_one(s->w->read, s->w->a, "sign_link", &key, link)
		&& person_find(s->w->read, s->w->a, link->person, p) && str_is(p->state, "active");
}

static void enter_page(const struct sign *s, const struct person_row *p, int status, struct str message)
{
	struct enter_page page = { .title = sign_word(s, WORD_title_enter), .message = message, .name = p->name, .login = p->login, .dead = !p->id,
		.org_name = org_name(s->w->read, s->w->a, p->org) };

	page_render(&(struct page_place){ s->w, s->q, s->who, s->out }, "enter.html", &enter_page_fields, &page, status);
}

static bool is_admin(struct str role)
{
	return str_starts(role, "admin_");
}

static void enter_set(const struct sign *s, const struct enter_link_row *link, const struct person_row *p, struct str password)
{
	struct session_key key = { .id = link->id, .person = p->id, .now = s->q->now };
	struct credential_row c = { .id = p->id, .totp_secret = STR(""), .changed_at = s->q->now };

	if (!limiter_hash_enter(s->w->limiter, HASH_WAIT_MS)) {
		page_error(s->w, s->q, s->who, 503, s->out);
		return;
	}
	c.password = password_hash(s->w->a, password, is_admin(p->role) ? PASSWORD_ADMIN : PASSWORD_NORMAL);
	limiter_hash_leave(s->w->limiter);
	db_begin(s->w->write);
	if (db_run(s->w->write, "sign_link_used", &key) != 1) {
		db_rollback(s->w->write);
		db_fault_clear(s->w->write);
		enter_page(s, &(struct person_row){ 0 }, 404, (struct str){ 0 });
		return;
	}
	key.id = 0;
	db_run(s->w->write, "sign_sessions_end", &key);
	db_run(s->w->write, "sign_credential_put", &c);
	struct str cookie = session_start(s->w, s->q, p->id);
	sign_note(s, p->id, "link", (struct str){ 0 });
	if (!sign_commit(s))
		return;
	response_redirect(s->out, s->w->a, STR("/desk"));
	response_header(s->out, s->w->a, "Set-Cookie", cookie);
}

static void enter(const struct sign *s, struct str token)
{
	struct enter_form f = { 0 };
	struct enter_link_row link;
	struct person_row p = { 0 };
	struct str why = { 0 };

	if (link_find(s, token, &link, &p)) {
		place_of_person(s->w, p.id);
	} else {
		enter_page(s, &(struct person_row){ 0 }, 404, (struct str){ 0 });
		return;
	}
	if (s->q->method != METHOD_POST) {
		enter_page(s, &p, 200, why);
		return;
	}
	if (!csrf_ok(s->q, &(struct viewer){ .role = ROLE_public }, why)) {
		page_error(s->w, s->q, s->who, 403, s->out);
		return;
	}
	if (sign_form(s, &enter_form_fields, &f, &why))
		why = sign_password_fault(s, f.password, f.again, p.login);
	if (why.n)
		enter_page(s, &p, 422, why);
	else
		enter_set(s, &link, &p, f.password);
}

/* ---- the demo: choose a party ---- */

static void demo(const struct sign *s)
{
	struct demo_page page = { .now = s->q->now, .moves = s->w->demo_clock != NULL, .title = sign_word(s, WORD_title_demo),
		.parties = db_all(s->w->read, s->w->a, "sign_demo_parties", &(struct id_key){ s->w->pg->id }) };
	struct one_form f = { 0 };
	struct person_row p;
	struct str why, cookie;

	if (s->q->method != METHOD_POST) {
		page_render(&(struct page_place){ s->w, s->q, s->who, s->out }, "demo.html", &demo_page_fields, &page, 200);
		return;
	}
	if (!csrf_ok(s->q, &(struct viewer){ .role = ROLE_public }, f.csrf) || !sign_form(s, &one_form_fields, &f, &why)
		|| !person_find(s->w->read, s->w->a, f.id, &p) || !str_is(p.state, "active") || str_is(p.role, "system")) {
		page_error(s->w, s->q, s->who, 403, s->out);
		return;
	}
	db_begin(s->w->write);
	cookie = session_start(s->w, s->q, p.id);
	if (!sign_commit(s))
		return;
	response_redirect(s->out, s->w->a, STR("/desk"));
	response_header(s->out, s->w->a, "Set-Cookie", cookie);
}

static void api_description(struct web_worker *w, struct web_response *out)
{
	out->status = 200;
	out->type = STR("application/json");
	out->body = openapi_json(w->a, w->pg->policy);
}

static void tick_all(const struct sign *s, int64_t now)
{
	const struct programme *const *all = s->w->programmes.v;

	if (!s->w->programmes.n)
		tick(s->w->write, s->w->a, s->w->pg, now, s->q->seed);
	for (size_t i = 0; i < s->w->programmes.n; i++)
		tick(s->w->write, s->w->a, all[i], now, s->q->seed);
}

/* Time moves on in the demo, and what is due by itself happens at once. */
static void demo_clock(const struct sign *s)
{
	struct demo_clock_form f = { 0 };
	struct str why = { 0 };

	if (!csrf_ok(s->q, &(struct viewer){ .role = ROLE_public }, f.csrf)) {
		page_error(s->w, s->q, s->who, 403, s->out);
		return;
	}
	if (sign_form(s, &demo_clock_form_fields, &f, &why) && demo_clock_move(s->w->demo_clock, s->w->a, s->w->data, f.days))
		tick_all(s, s->q->now + f.days * MS_PER_DAY);
	response_redirect(s->out, s->w->a, STR("/demo"));
}

bool auth_handle(struct web_worker *w, const struct web_request *q, struct viewer *who, struct web_response *out)
{
	struct sign s = { w, q, who, out };
	bool post = q->method == METHOD_POST;

	if (str_is(q->path, "/sign-in") && post)
		sign_in(&s);
	else if (str_is(q->path, "/sign-in"))
		sign_in_show(&s);
	else if (str_is(q->path, "/sign-out") && post)
		sign_out(&s);
	else if (str_is(q->path, "/sign-out"))
		response_redirect(out, w->a, STR("/"));
	else if (str_starts(q->path, "/enter/"))
		enter(&s, (struct str){ q->path.p + 7, q->path.n - 7 });
	else if (str_is(q->path, "/demo/clock") && w->demo && post)
		demo_clock(&s);
	else if (str_is(q->path, "/demo") && w->demo)
		demo(&s);
	else if (str_is(q->path, "/openapi.json") || str_is(q->path, "/api/openapi.json"))
		api_description(w, out);
	else
		return account_handle(&s);
	return true;
}
