/*
 * /do/{act}/{target}: GET shows the act's form, POST does it; /draft/{act}/{target} keeps what was typed.
 *
 * Nothing here knows what an act means: the form comes from its field table, the answer from act_press().  Whatever the answer, what was
 * typed is shown again; the same act key is kept so that sending twice counts once.
 */
#include "across/attachment/attachment.h"
#include "life/6-notice/objection.h"
#include "web/inside.h"
#include "web/limiter.h"
#include "across/signing/signing.h"
#include "across/waiver/waiver.h"
#include "base/hash.h"
#include "base/word.h"
#include <string.h>

struct doing {
	struct ask *k;
	enum act_id act;
	const struct act_info *info;
	const struct fields *form;      /* with the pack's extra fields */
	int64_t target;
	struct rows values;             /* struct form_pair: what the form shows */
	struct rows errors;             /* struct form_error */
	struct act_page page;
	void *in;
	int status;
};

/* ---- the address ---- */

static bool address(struct ask *k, const char *head, struct doing *d)
{
	struct str path = k->path, name, target;
	size_t n = strlen(head);

	if (!str_starts(path, head))
		return false;
	path.p += n;
	path.n -= n;
	name = str_cut(&path, '/');
	target = str_cut(&path, '/');
	if (path.n || !act_find(name, &d->act) || !str_is(name, act_infos[d->act].name) || d->act == ACT_first_sign)
		return false;
	d->info = &act_infos[d->act];
	return !target.n || str_is(target, "-") || str_int(target, &d->target);
}

/* ---- values ---- */

static bool own_name(struct str name)
{
	return str_is(name, "csrf") || str_is(name, "act_key") || str_is(name, "seen") || str_is(name, "back") || str_starts(name, "add.")
		|| str_starts(name, "drop.");
}

static struct rows without_own(struct arena *a, struct rows pairs)
{
	struct form_pair *out = NEW_ARRAY(a, pairs.n + 1, struct form_pair);
	const struct form_pair *p = pairs.v;
	size_t n = 0;

	for (size_t i = 0; i < pairs.n; i++)
		if (!own_name(p[i].name))
			out[n++] = p[i];
	return (struct rows){ out, n };
}

/* Words of the address that are fields of the form: /do/panel_replace/7?leaves=12 */
static struct rows from_query(struct doing *d)
{
	struct rows q = d->k->v.query;
	struct form_pair *out = NEW_ARRAY(d->k->v.a, q.n + 1, struct form_pair);
	const struct form_pair *p = q.v;
	size_t n = 0;

	for (size_t i = 0; i < q.n; i++) {
		struct str name = p[i].name;
		struct str head = str_cut(&name, '.');

		if (field_find(d->form, head))
			out[n++] = p[i];
	}
	return (struct rows){ out, n };
}

static struct act_request request(struct doing *d)
{
	struct ask *k = d->k;

	return (struct act_request){ .act = d->act, .programme = k->w->pg->id, .person = k->who->person, .org = k->who->org, .role = k->who->role,
		.target = d->target, .key = d->page.key, .in = d->in, .form = d->form, .now = k->q->now, .seed = k->q->seed, .seen = d->page.seen };
}

static void values_first(struct doing *d)
{
	struct ask *k = d->k;
	struct str token = view_query(&k->v, "resume");
	struct act_request q = request(d);

	if (token.n && draft_read(k, d->info->name, d->target, token, &d->values, &d->page.draft_at))
		return;
	bool asked = d->act == ACT_waiver_ask && view_query(&k->v, "rule").n;  /* what is asked for stands in the link, not in an older draft */
	if (!asked && !view_query(&k->v, "fresh").n && draft_read(k, d->info->name, d->target, STR(""), &d->values, &d->page.draft_at))
		return;
	d->page.draft_at = 0;
	d->values = from_query(d);
	if (!d->values.n && act_prefill(k->v.db, k->v.a, k->w->pg, &q, d->in))
		d->values = form_pairs_of(k->v.a, d->info->form, d->in);         /* nothing proposes an extra field */
}

/* A file that is named must have been sent, and be this person's to show. */
static struct rows files_missing(struct doing *d)
{
	const struct viewer *who = d->k->who;
	struct attachment_reader reader = { who->person, who->org, who->role };

	return attachment_check(d->k->v.db, d->k->v.a, &reader, d->form, d->in);
}

static void parse(struct doing *d, bool draft)
{
	struct form_in in = { .arena = d->k->v.a, .pairs = d->values.v, .n = d->values.n, .choices = ask_choices, .ctx = d->k, .draft = draft };

	d->in = arena_alloc(d->k->v.a, d->form->size);
	d->errors = form_parse(&in, d->form, d->in);
	if (!draft && !d->errors.n)
		d->errors = files_missing(d);
}

/* ---- showing ---- */

static bool has_files(const struct fields *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->f[i].kind == KIND_file || (t->f[i].kind == KIND_rows && has_files(t->f[i].sub)))
			return true;
	return false;
}

static struct rows error_items(struct doing *d)
{
	struct error_item *items = NEW_ARRAY(d->k->v.a, d->errors.n + 1, struct error_item);
	const struct form_error *e = d->errors.v;

	for (size_t i = 0; i < d->errors.n; i++)
		items[i] = (struct error_item){ .name = e[i].name, .text = tr_sentence(d->k->v.a, d->k->english, e[i].text) };
	return (struct rows){ items, d->errors.n };
}

static void waiver_intro(struct doing *d);

static struct str new_key(struct ask *k)
{
	return (struct str){ hash_text(k->w->a, HASH_SHA256, k->q->seed).p, 32 };
}

static void show(struct doing *d)
{
	struct ask *k = d->k;
	struct form_view form = { d->form, d->values, d->errors };

	waiver_intro(d);
	d->page.act = str_of(d->info->name);
	d->page.label = tr(k->english, str_of(d->info->label));
	d->page.target = d->target;
	d->page.errors = error_items(d);
	d->page.multipart = has_files(d->form);
	d->page.empty = d->form == &empty_form_fields;
	k->v.title = d->page.label;
	page_put(k, &(struct shown){ site_page(k->w->site, "act.html")->template, &act_page_fields, &d->page, &form, d->status });
}

/* The case's head beside the form, and the version of the case that the person looks at. */
static void look_at(struct doing *d, int64_t challenge)
{
	struct viewer_case_key key = { .challenge = challenge, .org = d->k->who->org };
	struct version_row version;

	ask_case(d->k, challenge);
	if (challenge && db_one(d->k->v.db, d->k->v.a, "case_version", &key, &version))
		d->page.seen = version.seq;
}

static struct rows moved_items(struct ask *k, struct rows lines)
{
	struct moved_item *items = NEW_ARRAY(k->v.a, lines.n + 1, struct moved_item);
	const struct journal_line *l = lines.v;

	for (size_t i = 0; i < lines.n; i++) {
		struct id_key key = { .id = l[i].person };
		struct people_item who = { 0 };
		enum act_id act;

		db_one(k->v.db, k->v.a, "person_name_of", &key, &who);
		items[i] = (struct moved_item){ .who = who.name, .at = l[i].at };
		items[i].what = act_find(l[i].act, &act) ? tr(k->english, str_of(act_infos[act].label)) : l[i].act;
	}
	return (struct rows){ items, lines.n };
}

static void refuse_person(struct doing *d)
{
	if (!d->k->who->person)
		page_sign_in(d->k);
	else
		page_fail(d->k, strcmp(d->info->target, "none") == 0 ? 403 : 404);
}

static bool permitted(struct doing *d)
{
	struct ask *k = d->k;
	unsigned rel = relations_of(k->v.db, k->v.a, k->who->person, k->who->org, d->info->target, d->target);

	return may_act(d->act, k->who->role, rel);
}

/* The case comes before anything is read or offered: its pack has the lists, its parties the choices. */
static void case_first(struct doing *d)
{
	bool found;

	d->k->v.id = d->target;
	ask_case(d->k, target_challenge(d->k->v.db, d->k->v.a, d->info->target, d->target, &found));
}

/* Beside a broken rule that normally holds: the way to ask for a waiver of it, with what was found. */
static struct rows with_waivers(struct doing *d, struct rows verdicts)
{
	struct ask *k = d->k;
	struct rows out = verdict_items(k, verdicts);
	struct verdict_item *items = out.v;
	const struct verdict *v = verdicts.v;

	for (size_t i = 0; i < out.n; i++) {
		struct buf b = { .arena = k->v.a };

		if (!items[i].waivable || v[i].waiver || v[i].outcome != BROKEN || !may_act(ACT_waiver_ask, k->who->role, REL_ANY))
			continue;
		buf_fmt(&b, "/do/waiver_ask/-?act_name=%s&thing=%lld&rule=%s&found=%lld&wanted=%lld&subject=", d->info->name, (long long)d->target,
			rule_infos[v[i].rule].name, (long long)v[i].found, (long long)v[i].wanted);
		buf_url(&b, v[i].subject);
		items[i].waiver_link = buf_str(&b);
	}
	return out;
}

/* What a waiver is asked for, in words. */
static void waiver_intro(struct doing *d)
{
	struct rows named = d->values;
	enum rule_id rule;
	struct verdict v = { .outcome = BROKEN, .subject = pair_value(named, "subject") };

	if (d->act != ACT_waiver_ask || !rule_find(pair_value(named, "rule"), &rule))
		return;
	v.rule = rule;
	str_int(pair_value(named, "found"), &v.found);
	str_int(pair_value(named, "wanted"), &v.wanted);
	d->page.intro = ((const struct verdict_item *)verdict_items(d->k, (struct rows){ &v, 1 }).v)->sentence;
}

/* Does it take two, and has somebody signed already? */
static void four_eyes(struct doing *d, const struct act_request *q)
{
	struct ask *k = d->k;
	const struct first_signature_row *open;
	struct people_item who = { 0 };

	d->page.four_eyes = act_four_eyes(k->v.db, k->v.a, k->w->pg, q, &open);
	if (!open)
		return;
	db_one(k->v.db, k->v.a, "person_name_of", &(struct id_key){ open->person }, &who);
	d->page.signing = open->id;
	d->page.signing_by = who.name;
	d->page.signing_at = open->signed_at;
}

/* What act_try() says before anything is sent: the checklist. */
static void form_get(struct doing *d)
{
	struct ask *k = d->k;
	struct act_result r;
	struct act_request q;

	d->in = arena_alloc(k->v.a, d->form->size);
	case_first(d);
	d->page.key = new_key(k);
	d->page.back = view_query(&k->v, "from");
	values_first(d);
	parse(d, true);
	q = request(d);
	r = act_try(k->v.db, k->v.a, k->w->pg, &q);
	if (r.answer == ANSWER_MISSING || r.answer == ANSWER_FORBIDDEN) {
		page_fail(k, 404);
		return;
	}
	look_at(d, r.challenge);
	four_eyes(d, &q);
	if (r.answer == ANSWER_NOT_NOW) {
		d->page.not_now = stage_label(k->policy, r.stage, k->english);
		d->page.closed = 1;
		d->status = 409;
	}
	d->page.checklist = with_waivers(d, r.verdicts);
	d->page.ready = r.answer == ANSWER_DONE;
	d->errors = (struct rows){ 0 };
	show(d);
}

/* ---- doing ---- */

static bool key_good(struct str key)
{
	for (size_t i = 0; i < key.n; i++) {
		char c = key.p[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-' && c != '_')
			return false;
	}
	return key.n > 0 && key.n <= 64;
}

static bool own_path(struct str s)
{
	return s.n > 1 && s.p[0] == '/' && s.p[1] != '/' && s.p[1] != '\\' && !memchr(s.p, '\n', s.n) && !memchr(s.p, '\r', s.n);
}

static void put_result_json(struct doing *d, const struct act_result *r)
{
	struct buf b = { .arena = d->k->w->a };

	const char *answer = r->waiting ? "waiting" : r->answer == ANSWER_REPEATED ? "repeated" : "done";

	buf_fmt(&b, "{\"answer\":\"%s\",\"seq\":%lld,\"at\":%lld,\"made\":%lld,\"challenge\":%lld,\"receipt\":",
		answer, (long long)r->seq, (long long)r->at, (long long)r->made, (long long)r->challenge);
	buf_json(&b, r->receipt);
	buf_puts(&b, ",\"hash\":");
	buf_json(&b, r->hash);
	buf_puts(&b, ",\"input_digest\":");
	buf_json(&b, r->input_digest);
	buf_puts(&b, ",\"stage\":");
	buf_json(&b, r->stage);
	buf_puts(&b, "}\n");
	d->k->out->status = 200;
	d->k->out->type = STR("application/json");
	d->k->out->body = buf_str(&b);
}

/* The code that an objector gets, once: it follows from the act's seed, so sending again shows the same one. */
static struct str code_given(struct doing *d, const struct act_result *r)
{
	struct ask *k = d->k;
	struct id_key key = { .id = (k->w->pg->id << ACT_ID_BITS_PROGRAMME) | (r->seq << ACT_ID_BITS_SEQ) };
	struct act_seed_row seed = { .seed = k->q->seed };

	if (r->answer == ANSWER_REPEATED && !db_one(k->v.db, k->v.a, "act_seed_read", &key, &seed))
		return STR("");
	return act_code(k->w->a, seed.seed);
}

static void show_objection(struct doing *d, const struct act_result *r)
{
	struct ask *k = d->k;
	struct objection_row o;
	struct objection_receipt_page page = { .code = code_given(d, r), .receipt = r->receipt, .at = r->at, .digest = r->input_digest };

	if (objection_find(k->v.db, k->v.a, r->made, &o))
		page.number = o.number;
	k->v.challenge = 0;
	k->v.title = tr(k->english, str_of(site_page(k->w->site, "objection_receipt.html")->title));
	page_put(k, &(struct shown){ site_page(k->w->site, "objection_receipt.html")->template, &objection_receipt_page_fields, &page, NULL, 200 });
}

static void done(struct doing *d, const struct act_result *r)
{
	struct ask *k = d->k;
	struct arena *a = k->w->a;
	struct str to = d->page.back;

	draft_drop(k, d->info->name, d->target);
	if (d->act == ACT_objection_file) {
		show_objection(d, r);
		return;
	}
	if (k->json) {
		put_result_json(d, r);
		return;
	}
	if (r->waiting) {
		to = str_fmt(a, "/signings/%lld", (long long)r->made);
	} else if (!own_path(to)) {
		ask_case(k, r->challenge);
		if (r->challenge && may_see(ROUTE_dossier, k->who->role, k->v.relations))
			to = str_fmt(a, "/challenges/%lld", (long long)r->challenge);
		else
			to = k->who->person ? STR("/desk") : STR("/");
	}
	response_redirect(k->out, a, str_fmt(a, "%.*s%sdone=%.*s", STR_ARG(to), memchr(to.p, '?', to.n) ? "&" : "?", STR_ARG(d->page.key)));
}

static void problem_json(struct doing *d, int status, const char *answer)
{
	struct buf b = { .arena = d->k->w->a };

	buf_fmt(&b, "{\"type\":\"about:blank\",\"status\":%d,\"title\":", status);
	buf_json(&b, d->page.label.n ? d->page.label : str_of(d->info->label));
	buf_fmt(&b, ",\"answer\":\"%s\",\"page\":", answer);
	d->page.errors = error_items(d);
	fields_json(&b, &act_page_fields, &d->page, false);
	buf_puts(&b, "}\n");
	d->k->out->status = status;
	d->k->out->type = STR("application/problem+json");
	d->k->out->body = buf_str(&b);
}

static void again(struct doing *d, int status, const char *answer)
{
	d->status = status;
	if (d->k->json)
		problem_json(d, status, answer);
	else
		show(d);
}

static void answered(struct doing *d, const struct act_result *r)
{
	struct ask *k = d->k;
	int64_t seen = d->page.seen;

	if (r->answer == ANSWER_DONE || r->answer == ANSWER_REPEATED) {
		done(d, r);
		return;
	}
	if (r->answer == ANSWER_MISSING || r->answer == ANSWER_FORBIDDEN) {
		bool about = strcmp(d->info->target, "none") != 0;      /* as the form says: a thing that is not this person's is not there */

		page_fail(k, about || r->answer == ANSWER_MISSING ? 404 : 403);
		return;
	}
	look_at(d, r->challenge);
	if (r->answer == ANSWER_FAULT) {
		d->page.seen = seen;
		d->page.fault = 1;
		again(d, 503, "fault");
	} else if (r->answer == ANSWER_NOT_NOW) {
		d->page.not_now = stage_label(k->policy, r->stage, k->english);
		d->page.moved = moved_items(k, r->moved);
		d->page.closed = r->moved.n == 0;
		again(d, 409, "not_now");
	} else {
		d->page.refused = with_waivers(d, r->verdicts);
		again(d, 422, "refused");
	}
}

/* Posts without a session: so many in an hour from one address. */
static bool public_too_often(struct ask *k)
{
	struct str from = limiter_address(k->w->a, k->q->remote);
	bool wait = limiter_wait(k->w->limiter, LIMIT_PUBLIC_ACT, from, k->q->now) > 0;

	limiter_count(k->w->limiter, LIMIT_PUBLIC_ACT, from, k->q->now);
	return wait;
}

/* Sent after the session had ended: kept under a token, offered again after signing in. */
static void keep_and_sign_in(struct doing *d)
{
	struct ask *k = d->k;
	struct str token = { hash_text(k->w->a, HASH_SHA256, k->q->seed).p + 32, 32 };
	struct buf b = { .arena = k->w->a };

	if (k->json || !k->q->cookie.n || public_too_often(k) || !draft_keep(k, d->info->name, d->target, token, d->values)) {
		page_sign_in(k);
		return;
	}
	buf_puts(&b, "/sign-in?next=");
	buf_url(&b, str_fmt(k->w->a, "/do/%s/%lld?resume=%.*s", d->info->name, (long long)d->target, STR_ARG(token)));
	response_redirect(k->out, k->w->a, buf_str(&b));
}

static bool read_post(struct doing *d)
{
	struct ask *k = d->k;
	struct rows pairs;
	struct str error;
	int64_t seen = 0;

	if (!ask_pairs(k, &pairs, &error)) {
		page_fail(k, 400);
		return false;
	}
	d->page.key = k->q->act_key.n ? k->q->act_key : pair_value(pairs, "act_key");
	if (!key_good(d->page.key))
		d->page.key = new_key(k);
	str_int(pair_value(pairs, "seen"), &seen);
	d->page.seen = seen;
	d->page.back = pair_value(pairs, "back");
	d->values = pairs;
	d->page.forgery = !csrf_ok(k->q, k->who, pair_value(pairs, "csrf"));
	return true;
}

static void form_post(struct doing *d)
{
	struct ask *k = d->k;
	bool rows = form_rows_change(k->v.a, d->form, &d->values);
	struct act_request q;
	struct act_result r;

	d->values = without_own(k->v.a, d->values);
	if (!k->who->person && !may_act(d->act, k->who->role, REL_ANY)) {
		keep_and_sign_in(d);
		return;
	}
	if (k->who->token && !scope_acts(k->who, d->info->name)) {
		page_fail(k, 403);
		return;
	}
	if (!permitted(d)) {
		refuse_person(d);
		return;
	}
	case_first(d);
	parse(d, rows);
	if (rows || d->page.forgery || d->errors.n) {
		if (rows)
			d->errors = (struct rows){ 0 };
		again(d, rows ? 200 : d->page.forgery ? 403 : 422, d->page.forgery ? "forgery" : "form");
		return;
	}
	if (!k->who->person && public_too_often(k)) {
		page_fail(k, 429);
		return;
	}
	q = request(d);
	r = act_press(k->w->write, k->w->a, k->w->pg, &q);
	answered(d, &r);
}

static void draft_post(struct doing *d)
{
	struct ask *k = d->k;
	bool kept;

	d->values = without_own(k->v.a, d->values);
	kept = !d->page.forgery && k->who->person && draft_keep(k, d->info->name, d->target, STR(""), d->values);
	if (k->json) {
		k->out->status = kept ? 200 : 403;
		k->out->type = STR("application/json");
		k->out->body = str_fmt(k->w->a, "{\"at\":%lld}\n", (long long)(kept ? k->q->now : 0));
	} else if (kept) {
		response_redirect(k->out, k->w->a, str_fmt(k->w->a, "/do/%s/%lld", d->info->name, (long long)d->target));
	} else {
		page_fail(k, 403);
	}
}

bool act_handle(struct ask *k)
{
	struct doing d = { .k = k, .status = 200 };
	bool draft = address(k, "/draft/", &d);

	if (!draft && !address(k, "/do/", &d))
		return false;
	d.form = act_form(k->v.a, act_policy(k->v.db, k->v.a, k->w->pg, d.act, d.target), d.act);
	if (k->q->method == METHOD_POST) {
		if (read_post(&d)) {
			if (draft)
				draft_post(&d);
			else
				form_post(&d);
		}
	} else if (draft) {
		page_fail(k, 405);
	} else if (!scope_reads(k->who)) {
		page_fail(k, 403);
	} else if (!permitted(&d)) {
		refuse_person(&d);
	} else {
		db_snapshot(k->v.db);
		form_get(&d);
		db_snapshot_end(k->v.db);
	}
	return true;
}
