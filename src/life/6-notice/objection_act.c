/*
 * Objections until both sides were heard (8.5.b): filed by anybody with a real name, accepted or refused, investigated, the other side asked.
 *
 * Nobody but the bureau learns here that there is an objection; the other side learns what it is asked, never by whom.
 */
#include <string.h>

#include "across/party/party.h"
#include "base/choice.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "base/word.h"
#include "life/6-notice/objection_in.h"

#define PHONE_DIGITS 7

struct str objection_link(struct act_run *r, int64_t objection)
{
	return str_fmt(r->a, "/objections/%lld", (long long)objection);
}

int64_t objection_due(struct act_run *r, const char *param)
{
	int64_t missing = 0;

	if (!policy_enabled(r->policy, RULE_objection_timely))
		return 0;
	return calendar_nth(r->calendar, r->today, (int)policy_param(r->policy, RULE_objection_timely, param), false, &missing);
}

void objection_step(struct act_run *r, const struct objection_row *o, const char *step, struct str text, struct str evidence)
{
	struct objection_step_row row = { .id = act_id_next(r), .objection = o->id, .challenge = o->challenge, .step = str_of(step), .text = text,
		.evidence = evidence, .person = str_is(str_of(step), "filed") || str_is(str_of(step), "withdrawn") ? 0 : r->q->person, .at = r->now };

	act_write(r, "objection_step_insert", &row);
}

static bool holds_text(struct str text, struct str what)
{
	return what.n > 1 && text.n >= what.n && memmem(text.p, text.n, what.p, what.n);
}

bool objection_names(const struct objector_row *who, struct str text)
{
	return holds_text(text, who->name_secret) || holds_text(text, who->phone_secret) || holds_text(text, who->contact_secret)
		|| holds_text(text, who->credit_code_secret) || holds_text(text, who->id_number_secret);
}

bool objection_handling(struct act_run *r, struct handling **out)
{
	struct handling *h = r->facts = NEW(r->a, struct handling);

	*out = h;
	if (!objection_find(r->db, r->a, r->target, &h->o)
		|| !db_one(r->db, r->a, "objector_of", &(struct objection_key){ .id = h->o.id }, &h->who))
		return false;
	h->f.today = r->today;
	h->f.due = h->o.due;
	return true;
}

void objection_tell(struct act_run *r, const struct handling *h, struct str title, struct str text)
{
	if (h->who.person)
		act_tell_person(r, h->who.person, title, text, STR("/objection"));
}

static struct str about(struct act_run *r, enum word_id id, struct str number)
{
	return word(r->a, id, "number", str_c(r->a, number), NULL);
}

/* ---- objection_file ---- */

struct filing {
	struct objection_file_facts f;
	struct notice_row notice;
};

static int64_t files(struct str digests)
{
	int64_t n = 0;

	while (digests.n)
		n += str_cut(&digests, ',').n > 0;
	return n;
}

static bool telephone(struct str s)
{
	int64_t digits = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9')
			digits++;
		else if (!strchr("+- ()", s.p[i]))
			return false;
	}
	return digits >= PHONE_DIGITS;
}

bool objection_file_facts(struct act_run *r)
{
	const struct objection_form *in = r->in;
	struct filing *o = r->facts = NEW(r->a, struct filing);

	struct notice_key key = { .programme = r->q->programme, .id = r->target, .org = r->q->org, .restricted = notice_restricted_shown(r->policy) };
	struct notice_public_row shown;

	if (!notice_find_for(r->db, r->a, &key, &shown) || !db_one(r->db, r->a, "notice_one", &key, &o->notice))
		return act_missing(r);
	o->f.running = str_is(o->notice.state, "running");
	o->f.today = r->today;
	o->f.last_day = o->notice.last_day;
	o->f.named = utf8_count(str_trim(in->name_secret)) > 1;
	o->f.reachable = telephone(str_trim(in->phone_secret));
	o->f.unit = str_is(in->kind, "unit");
	o->f.code_good = credit_code_check(str_trim(in->credit_code_secret)) < CREDIT_WRONG_DIGIT;
	o->f.contact = str_trim(in->contact_secret).n > 0;
	o->f.sealed = files(in->scan);
	o->f.characters = (int64_t)utf8_count(str_trim(in->facts_secret));
	o->f.evidence = files(in->evidence);
	return true;
}

void objection_file_judge(struct act_run *r)
{
	const struct filing *o = r->facts;

	act_verdict(r, rule_objection_in_time(&o->f, r->policy));
	act_verdict(r, rule_objection_named(&o->f, r->policy));
	act_verdict(r, rule_objection_reachable(&o->f, r->policy));
	act_verdict(r, rule_objection_unit(&o->f, r->policy));
	act_verdict(r, rule_objection_sealed(&o->f, r->policy));
	act_verdict(r, rule_objection_grounds(&o->f, r->policy));
	act_verdict(r, rule_objection_evidence(&o->f, r->policy));
}

static void write_objector(struct act_run *r, const struct objection_row *o)
{
	const struct objection_form *in = r->in;
	struct objector_row who = { .id = act_id_next(r), .objection = o->id, .challenge = o->challenge, .person = r->q->person,
		.name_secret = str_trim(in->name_secret), .phone_secret = str_trim(in->phone_secret), .id_number_secret = str_trim(in->id_number_secret),
		.credit_code_secret = str_trim(in->credit_code_secret), .contact_secret = str_trim(in->contact_secret), .facts_secret = in->facts_secret,
		.scan = in->scan, .evidence = in->evidence, .keep_secret = in->keep_secret,
		.code_digest = hash_text(r->a, HASH_SHA256, act_code(r->a, r->q->seed)) };

	act_write(r, "objector_insert", &who);
}

void objection_file_apply(struct act_run *r)
{
	const struct objection_form *in = r->in;
	const struct filing *f = r->facts;
	struct objection_row o = { .id = act_id_next(r), .programme = r->q->programme, .challenge = r->challenge, .notice = f->notice.id,
		.number = act_number(r, "objection"), .kind = in->kind, .ground = in->ground, .state = STR("filed"), .filed_on = r->today,
		.due = objection_due(r, "accept") };

	act_write(r, "objection_insert", &o);
	write_objector(r, &o);
	objection_step(r, &o, "filed", STR(""), STR(""));
	act_tell_role(r, ROLE_bureau, about(r, WORD_objection_filed_title, o.number), word(r->a, WORD_objection_filed_text, NULL), objection_link(r, o.id));
	r->made = o.id;
}

/* ---- accept, refuse ---- */

static bool handled_in(struct act_run *r, const char *one, const char *other)
{
	struct handling *h;

	if (!objection_handling(r, &h))
		return act_missing(r);
	return str_is(h->o.state, one) || str_is(h->o.state, other) || act_not_now(r, r->stage);
}

bool objection_accept_facts(struct act_run *r)
{
	const struct objection_accept_form *in = r->in;

	if (!handled_in(r, "filed", "filed"))
		return false;
	((struct handling *)r->facts)->f.identity = in->identity;
	return true;
}

void objection_accept_judge(struct act_run *r)
{
	const struct handling *h = r->facts;

	act_verdict(r, rule_objection_identity(&h->f, r->policy));
	act_verdict(r, rule_objection_timely(&h->f, r->policy));
}

void objection_accept_apply(struct act_run *r)
{
	const struct objection_accept_form *in = r->in;
	struct handling *h = r->facts;

	h->o.state = STR("accepted");
	h->o.handler = r->q->person;
	h->o.due = objection_due(r, "decide");
	act_write(r, "objection_set", &h->o);
	objection_step(r, &h->o, "accepted", in->remark, STR(""));
	objection_tell(r, h, about(r, WORD_objection_accepted_title, h->o.number), word(r->a, WORD_objection_accepted_text, NULL));
	r->made = h->o.id;
}

bool objection_refuse_facts(struct act_run *r)
{
	return handled_in(r, "filed", "filed");
}

void objection_refuse_judge(struct act_run *r)
{
	const struct handling *h = r->facts;

	act_verdict(r, rule_objection_timely(&h->f, r->policy));
}

void objection_refuse_apply(struct act_run *r)
{
	const struct objection_refuse_form *in = r->in;
	struct handling *h = r->facts;

	h->o.state = STR("refused");
	h->o.handler = r->q->person;
	h->o.due = 0;
	h->o.reason = str_join(r->a, choice_label(policy_list(r->policy, "objection_refusal"), in->ground), "\n", in->reason);
	act_write(r, "objection_set", &h->o);
	objection_step(r, &h->o, "refused", h->o.reason, STR(""));
	objection_tell(r, h, about(r, WORD_objection_refused_title, h->o.number), in->reason);
	r->made = h->o.id;
}

/* ---- investigate, hear, reply ---- */

bool objection_set_winner(struct act_run *r)
{
	struct objection_key key = { .challenge = r->challenge, .person = r->q->person };
	struct count_row n;

	return db_one(r->db, r->a, "objection_set_winner", &key, &n) && n.n > 0;
}

bool objection_investigate_facts(struct act_run *r)
{
	if (!handled_in(r, "accepted", "investigating"))
		return false;
	((struct handling *)r->facts)->f.decided_before = objection_set_winner(r);
	return true;
}

void objection_investigate_judge(struct act_run *r)
{
	act_verdict(r, rule_objection_impartial(&((struct handling *)r->facts)->f, r->policy));
}

void objection_investigate_apply(struct act_run *r)
{
	const struct objection_investigate_form *in = r->in;
	struct handling *h = r->facts;
	struct str text = in->others.n ? str_join(r->a, word(r->a, WORD_objection_with, "names", str_c(r->a, in->others), NULL), "\n", in->text) : in->text;

	h->o.state = STR("investigating");
	act_write(r, "objection_set", &h->o);
	objection_step(r, &h->o, "investigated", text, in->evidence);
	r->made = h->o.id;
}

bool objection_hear_facts(struct act_run *r)
{
	const struct objection_hear_form *in = r->in;

	if (!handled_in(r, "accepted", "investigating"))
		return false;
	struct handling *h = r->facts;
	h->f.names = objection_names(&h->who, in->question);
	return true;
}

void objection_hear_judge(struct act_run *r)
{
	act_verdict(r, rule_objection_nameless(&((struct handling *)r->facts)->f, r->policy));
}

static void ask(struct act_run *r, const struct handling *h, struct str side, int64_t org)
{
	const struct objection_hear_form *in = r->in;
	struct objection_hearing_row row = { .id = act_id_next(r), .objection = h->o.id, .challenge = h->o.challenge, .side = side, .org = org,
		.question = in->question, .asked_on = r->today, .due = objection_due(r, "hear"), .state = STR("asked") };

	act_write(r, "objection_hearing_insert", &row);
	act_tell_org(r, org, word(r->a, WORD_objection_hear_title, NULL), in->question,
		str_fmt(r->a, "/challenges/%lld/notice", (long long)h->o.challenge));
}

void objection_hear_apply(struct act_run *r)
{
	const struct objection_hear_form *in = r->in;
	struct handling *h = r->facts;
	struct objection_case_row c;
	struct str sides = in->sides;

	if (!db_one(r->db, r->a, "objection_case", &(struct objection_key){ .notice = h->o.notice }, &c))
		return;
	while (sides.n) {
		struct str side = str_trim(str_cut(&sides, ','));

		if (side.n)
			ask(r, h, side, str_is(side, "demander") ? c.demander : c.awardee);
	}
	objection_step(r, &h->o, "heard", in->question, STR(""));
	r->made = h->o.id;
}

struct replying {
	struct objection_hearing_row row;
	struct objection_row o;
	struct objection_facts f;
};

bool objection_reply_facts(struct act_run *r)
{
	struct replying *s = r->facts = NEW(r->a, struct replying);

	if (!db_one(r->db, r->a, "objection_hearing_one", &(struct objection_key){ .id = r->target }, &s->row) || s->row.org != r->q->org
		|| !objection_find(r->db, r->a, s->row.objection, &s->o))
		return act_missing(r);
	s->f = (struct objection_facts){ .today = r->today, .due = s->row.due };
	return (str_is(s->row.state, "asked") && (str_is(s->o.state, "accepted") || str_is(s->o.state, "investigating"))) || act_not_now(r, r->stage);
}

void objection_reply_judge(struct act_run *r)
{
	act_verdict(r, rule_objection_timely(&((struct replying *)r->facts)->f, r->policy));
}

void objection_reply_apply(struct act_run *r)
{
	const struct objection_reply_form *in = r->in;
	struct replying *s = r->facts;

	s->row.state = STR("answered");
	s->row.statement = in->statement;
	s->row.evidence = in->evidence;
	s->row.answered_on = r->today;
	act_write(r, "objection_hearing_set", &s->row);
	objection_step(r, &s->o, "replied", in->statement, in->evidence);
	act_tell_person(r, s->o.handler, about(r, WORD_objection_replied_title, s->o.number), in->statement, objection_link(r, s->o.id));
	r->made = r->challenge;
}
