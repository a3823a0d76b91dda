/*
 * The account page: password, one-time codes, the devices signed in, API tokens; and new one-time links for colleagues.
 *
 * Everything that weakens or widens access asks for the password again.
 */
#include "across/party/party.h"
#include "base/hash.h"
#include "base/word.h"
#include "web/limiter.h"
#include "web/page.h"
#include "web/password.h"
#include "web/sign.h"

struct shown {
	struct str message, fresh_token;
	bool good;
	int status;
};

static void show(const struct sign *s, struct shown how)
{
	struct arena *a = s->w->a;
	struct session_key key = { .id = s->who->session, .person = s->who->person, .now = s->q->now, .idle = s->q->now - SESSION_IDLE_MS,
		.life = s->q->now - SESSION_LIFE_MS };
	struct person_row p = { 0 };
	struct credential_row c = { 0 };

	person_find(s->w->read, a, s->who->person, &p);
	db_one(s->w->read, a, "sign_credential", &(struct id_key){ p.id }, &c);
	struct rows sessions = db_all(s->w->read, a, "sign_sessions", &key);
	struct session_item *items = NEW_ARRAY(a, sessions.n + 1, struct session_item);
	for (size_t i = 0; i < sessions.n; i++) {
		const struct session_row *row = (struct session_row *)sessions.v + i;

		items[i] = (struct session_item){ row->id, row->agent, row->made_at, row->seen_at, row->id == s->who->session };
	}
	struct account_page page = {
		.title = sign_word(s, WORD_title_account), .message = how.message, .good = how.good, .name = p.name,
		.login = p.login, .role = p.role, .org_name = s->who->org_name,
		.post = p.post, .phone_secret = p.phone_secret, .email_secret = p.email_secret, .totp_on = c.totp_on,
		.totp_offered = c.totp_secret.n && !c.totp_on, .fresh_token = how.fresh_token,
		.sessions = { items, sessions.n }, .tokens = db_all(s->w->read, a, "sign_tokens", &key), .may_token = 1,
	};
	if (page.totp_offered) {
		page.totp_text = c.totp_secret;
		page.totp_link = totp_link(a, c.totp_secret, p.login, s->w->pg->prefix);
	}
	page_render(&(struct page_place){ s->w, s->q, s->who, s->out }, "account.html", &account_page_fields, &page, how.status ? how.status : 200);
}

static void refuse(const struct sign *s, int status, struct str message)
{
	show(s, (struct shown){ .message = message, .status = status });
}

/* The current password, asked again; tries are limited like sign-ins. False: answered. */
static bool proven(const struct sign *s, struct str password)
{
	struct str key = str_fmt(s->w->a, "account %lld", (long long)s->who->person);
	bool busy;

	if (limiter_wait(s->w->limiter, LIMIT_SIGN_ACCOUNT, key, s->q->now)) {
		refuse(s, 429, sign_word(s, WORD_sign_later));
		return false;
	}
	if (sign_password_good(s, &(struct sign_try){ .person = s->who->person, .password = password }, &busy))
		return true;
	if (!busy)
		limiter_count(s->w->limiter, LIMIT_SIGN_ACCOUNT, key, s->q->now);
	refuse(s, busy ? 503 : 422, sign_word(s, busy ? WORD_sign_later : WORD_sign_old_wrong));
	return false;
}

static void back(const struct sign *s)
{
	response_redirect(s->out, s->w->a, STR("/account"));
	if (s->who->set_cookie.n)
		response_header(s->out, s->w->a, "Set-Cookie", s->who->set_cookie);
}

static void password_change(const struct sign *s)
{
	struct password_form f = { 0 };
	struct person_row p = { 0 };
	struct credential_row c = { .id = s->who->person, .totp_secret = STR(""), .changed_at = s->q->now };
	struct session_key key = { .id = s->who->session, .person = s->who->person, .now = s->q->now };
	struct str why = { 0 };

	person_find(s->w->read, s->w->a, s->who->person, &p);
	if (sign_form(s, &password_form_fields, &f, &why))
		why = sign_password_fault(s, f.password, f.again, p.login);
	if (why.n) {
		refuse(s, 422, why);
		return;
	}
	if (!proven(s, f.old))
		return;
	if (!limiter_hash_enter(s->w->limiter, 1500)) {
		refuse(s, 503, sign_word(s, WORD_sign_later));
		return;
	}
	c.password = password_hash(s->w->a, f.password, str_starts(p.role, "admin_") ? PASSWORD_ADMIN : PASSWORD_NORMAL);
	limiter_hash_leave(s->w->limiter);
	db_begin(s->w->write);
	db_run(s->w->write, "sign_credential_put", &c);
	db_run(s->w->write, "sign_sessions_end", &key);
	db_run(s->w->write, "sign_tokens_end", &key);
	sign_note(s, p.id, "password", (struct str){ 0 });
	if (sign_commit(s))
		show(s, (struct shown){ .message = sign_word(s, WORD_sign_password_changed), .good = true });
}

/* Offers a secret; it counts when a code of it was given back. */
static void totp_offer(const struct sign *s)
{
	struct credential_row c = { 0 };

	if (!db_one(s->w->read, s->w->a, "sign_credential", &(struct id_key){ s->who->person }, &c) || c.totp_on) {
		refuse(s, 409, sign_word(s, WORD_sign_no_password));
		return;
	}
	c.totp_secret = totp_secret(s->w->a, s->q->secret);
	c.totp_last = 0;
	db_begin(s->w->write);
	db_run(s->w->write, "sign_totp_put", &c);
	if (sign_commit(s))
		back(s);
}

static void totp_switch(const struct sign *s, bool on)
{
	struct totp_form f = { 0 };
	struct credential_row c = { 0 };
	struct str why;

	if (!sign_form(s, &totp_form_fields, &f, &why)) {
		refuse(s, 422, why);
		return;
	}
	if (!proven(s, f.old))
		return;
	db_one(s->w->read, s->w->a, "sign_credential", &(struct id_key){ s->who->person }, &c);
	int64_t step = c.totp_secret.n ? totp_step(s->w->a, c.totp_secret, f.code, s->q->now, c.totp_last) : 0;
	if (!step || c.totp_on == (on ? 1 : 0)) {
		limiter_count(s->w->limiter, LIMIT_SIGN_ACCOUNT, str_fmt(s->w->a, "account %lld", (long long)s->who->person), s->q->now);
		refuse(s, 422, sign_word(s, WORD_sign_code_wrong));
		return;
	}
	c.totp_on = on;
	c.totp_last = on ? step : 0;
	if (!on)
		c.totp_secret = STR("");
	db_begin(s->w->write);
	db_run(s->w->write, "sign_totp_put", &c);
	sign_note(s, c.id, on ? "totp_on" : "totp_off", (struct str){ 0 });
	if (sign_commit(s))
		back(s);
}

/* "read", "act:NAME", "act:*": nothing else; an act must be one of ours. */
static bool scope_good(struct str scope)
{
	enum act_id act;
	bool any = false;

	while (scope.n) {
		struct str word = str_trim(str_cut(&scope, ' '));

		if (!word.n)
			continue;
		any = true;
		if (str_is(word, "read") || str_is(word, "act:*"))
			continue;
		if (!str_starts(word, "act:") || !act_find((struct str){ word.p + 4, word.n - 4 }, &act))
			return false;
	}
	return any;
}

static void token_make(const struct sign *s)
{
	struct token_form f = { 0 };
	struct str why, token;

	if (!sign_form(s, &token_form_fields, &f, &why)) {
		refuse(s, 422, why);
		return;
	}
	if (!scope_good(f.scope)) {
		refuse(s, 422, sign_word(s, WORD_sign_scope));
		return;
	}
	if (!proven(s, f.old))
		return;
	token = str_fmt(s->w->a, "jb_%.*s", STR_ARG(hmac_text(s->w->a, s->q->secret, STR("api token"))));
	struct api_token_row row = {
		.id = id_from_seed(s->w->a, token, "api token row"), .person = s->who->person, .digest = hash_text(s->w->a, HASH_SHA256, token),
		.name = f.name, .scope = f.scope, .made_at = s->q->now, .until = s->q->now + f.days * 86400000,
	};
	db_begin(s->w->write);
	db_run(s->w->write, "sign_token_put", &row);
	sign_note(s, row.person, "token", (struct str){ 0 });
	if (sign_commit(s))
		show(s, (struct shown){ .message = sign_word(s, WORD_sign_token_made), .good = true, .fresh_token = token });
}

static void end_one(const struct sign *s, const char *statement)
{
	struct one_form f = { 0 };
	struct str why;

	if (!sign_form(s, &one_form_fields, &f, &why)) {
		refuse(s, 422, why);
		return;
	}
	db_begin(s->w->write);
	db_run(s->w->write, statement, &(struct session_key){ .id = f.id, .person = s->who->person, .now = s->q->now });
	if (sign_commit(s))
		back(s);
}

/* A new one-time link for a colleague of my organisation; the system administrator's for anybody, the bureau's for experts and units. */
static bool may_link(const struct sign *s, const struct person_row *p)
{
	if (!str_is(p->state, "active") || p->programme != s->w->pg->id)
		return false;
	if (s->who->role == ROLE_admin_sys)
		return true;
	if (s->who->role == ROLE_bureau)
		return str_is(p->role, "expert") || str_is(p->role, "unit");
	return s->who->role == ROLE_unit && s->who->org && p->org == s->who->org && p->id != s->who->person;
}

static void link_make(const struct sign *s)
{
	struct one_form f = { 0 };
	struct person_row p = { 0 };
	struct str why, token;

	if (!sign_form(s, &one_form_fields, &f, &why) || !person_find(s->w->read, s->w->a, f.id, &p) || !may_link(s, &p)) {
		page_error(s->w, s->q, s->who, 404, s->out);
		return;
	}
	db_begin(s->w->write);
	token = enter_link_make(s->w->write, s->w->a, p.id, s->q->now, s->q->secret);
	sign_note(s, p.id, "link", (struct str){ 0 });
	if (!sign_commit(s))
		return;
	struct link_page page = { sign_word(s, WORD_title_link), p.name, p.login, str_fmt(s->w->a, "%s://%.*s/enter/%.*s", s->q->tls ? "https" : "http",
		STR_ARG(s->q->host), STR_ARG(token)) };
	page_render(&(struct page_place){ s->w, s->q, s->who, s->out }, "link.html", &link_page_fields, &page, 200);
}

static bool post(const struct sign *s)
{
	static const struct {
		const char *path, *statement;
	} ends[] = {
		{ "/account/session/end", "sign_session_end" },
		{ "/account/token/end", "sign_token_end" },
	};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_is(s->q->path, ends[i].path)) {
			end_one(s, ends[i].statement);
			return true;
		}
	if (str_is(s->q->path, "/account/password"))
		password_change(s);
	else if (str_is(s->q->path, "/account/totp/offer"))
		totp_offer(s);
	else if (str_is(s->q->path, "/account/totp/on"))
		totp_switch(s, true);
	else if (str_is(s->q->path, "/account/totp/off"))
		totp_switch(s, false);
	else if (str_is(s->q->path, "/account/token"))
		token_make(s);
	else if (str_is(s->q->path, "/account/link"))
		link_make(s);
	else
		return false;
	return true;
}

/* The token stands in every form; read before the form itself is judged. */
static struct str csrf_of(const struct sign *s)
{
	struct rows pairs = s->q->pairs;
	struct str error;

	if (!pairs.n)
		form_pairs_from_urlencoded(s->w->a, s->q->body, &pairs, &error);
	for (size_t i = 0; i < pairs.n; i++)
		if (str_is(((struct form_pair *)pairs.v)[i].name, "csrf"))
			return ((struct form_pair *)pairs.v)[i].value;
	return (struct str){ 0 };
}

bool account_handle(struct sign *s)
{
	if (!str_is(s->q->path, "/account") && !str_starts(s->q->path, "/account/"))
		return false;
	if (!s->who->session || s->who->token) {
		if (s->q->method == METHOD_POST || s->who->token)
			page_error(s->w, s->q, s->who, 403, s->out);
		else
			response_redirect(s->out, s->w->a, STR("/sign-in?next=/account"));
		return true;
	}
	if (s->q->method != METHOD_POST && str_is(s->q->path, "/account")) {
		show(s, (struct shown){ 0 });
	} else if (s->q->method != METHOD_POST) {
		response_redirect(s->out, s->w->a, STR("/account"));
	} else if (!csrf_ok(s->q, s->who, csrf_of(s))) {
		page_error(s->w, s->q, s->who, 403, s->out);
	} else if (!post(s)) {
		page_error(s->w, s->q, s->who, 404, s->out);
	}
	return true;
}
