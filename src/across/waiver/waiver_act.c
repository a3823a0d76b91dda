/* Asking for a waiver, and the answers. That it is used is the business of the act that it allows (act/waiver.c). */
#include "across/signing/signing.h"
#include "across/waiver/waiver.h"
#include "base/word.h"

bool rule_find(struct str name, enum rule_id *out)
{
	for (int i = 0; i < RULE_COUNT; i++)
		if (str_is(name, rule_infos[i].name)) {
			*out = (enum rule_id)i;
			return true;
		}
	return false;
}

struct waiving {
	struct waiver_row row;
	struct waiver_facts f;
};

static struct str about(struct act_run *r, const struct waiver_row *w)
{
	struct signing_case c = { 0 };
	enum act_id act = ACT_COUNT;

	if (w->challenge)
		db_one(r->db, r->a, "signing_case", &(struct id_key){ w->challenge }, &c);
	struct str label = act_find(w->act_name, &act) ? str_of(act_infos[act].label) : w->act_name;
	return str_join(r->a, label, c.number.n ? " " : "", c.number);
}

static struct str link_of(struct act_run *r, const struct waiver_row *w)
{
	return str_fmt(r->a, "/waivers/%lld", (long long)w->id);
}

/* ---- waiver_ask ---- */

static bool asked_before(struct act_run *r, const struct waiver_row *w)
{
	static const char *const states[] = { "asked", "granted" };
	struct waiver_row found;

	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		struct waiver_key key = { .programme = w->programme, .state = str_of(states[i]), .act_name = w->act_name, .thing = w->thing, .org = w->org,
			.rule = w->rule, .found = w->found, .subject = w->subject };
		if (db_one(r->db, r->a, "waiver_fits", &key, &found))
			return true;
	}
	return false;
}

bool waiver_ask_facts(struct act_run *r)
{
	const struct waiver_form *in = r->in;
	struct waiving *s = r->facts = NEW(r->a, struct waiving);
	struct act_request inner = *r->q;
	enum rule_id rule;
	int64_t found = 0, wanted = 0;

	inner.target = in->thing;
	inner.in = NULL;
	inner.form = NULL;
	if (!rule_find(in->rule, &rule) || !act_find(in->act_name, &inner.act) || !str_is(in->act_name, act_infos[inner.act].name))
		return act_missing(r);
	if ((in->found.n && !str_int(in->found, &found)) || (in->wanted.n && !str_int(in->wanted, &wanted)) || !act_walk(r, &inner))
		return act_missing(r);
	const struct binding *b = policy_binding(r->policy, rule);
	s->row = (struct waiver_row){ .programme = r->q->programme, .challenge = r->challenge, .act_name = in->act_name, .thing = in->thing, .org = r->q->org,
		.person = r->q->person, .rule = in->rule, .found = found, .wanted = wanted, .subject = in->subject, .reason = in->reason,
		.evidence = in->evidence, .state = STR("asked"), .competent = policy_waiver(r->policy, rule), .asked_on = r->today };
	if (b && b->clauses.n)
		s->row.clause = *(struct str *)b->clauses.v;
	s->f = (struct waiver_facts){ .bound = b && !str_is(s->row.competent, "none"), .force = b ? b->force : FORCE_MUST,
		.again = asked_before(r, &s->row), .rule = in->rule };
	return true;
}

void waiver_ask_judge(struct act_run *r)
{
	struct waiving *s = r->facts;

	act_verdict(r, rule_waiver_normally(&s->f, r->policy));
	act_verdict(r, rule_waiver_once(&s->f, r->policy));
}

void waiver_ask_apply(struct act_run *r)
{
	struct waiving *s = r->facts;
	enum role role;

	s->row.id = act_id_next(r);
	act_write(r, "waiver_insert", &s->row);
	if (role_find(s->row.competent, &role))
		act_tell_role(r, role, word(r->a, WORD_waiver_asked_title, "what", str_c(r->a, about(r, &s->row)), NULL), s->row.reason, link_of(r, &s->row));
	r->made = s->row.id;
}

/* ---- the answers ---- */

static bool find(struct act_run *r)
{
	struct waiving *s = r->facts = NEW(r->a, struct waiving);

	return (db_one(r->db, r->a, "waiver_one", &(struct id_key){ r->target }, &s->row) && s->row.programme == r->q->programme) || act_missing(r);
}

static bool still_asked(struct act_run *r)
{
	struct waiving *s = r->facts;

	return str_is(s->row.state, "asked") || act_not_now(r, s->row.state);
}

static bool decide_facts(struct act_run *r)
{
	if (!find(r))
		return false;
	struct waiving *s = r->facts;
	struct signing_key key = { .person = r->q->person, .other = s->row.person };
	struct signing_name asker = { 0 };
	struct count_row same = { 0 };

	if (!str_is(s->row.competent, role_name(r->q->role)))
		return act_missing(r);
	db_one(r->db, r->a, "signing_same_person", &key, &same);
	db_one(r->db, r->a, "signing_person", &(struct id_key){ s->row.person }, &asker);
	s->f = (struct waiver_facts){ .own = same.n > 0, .asker = asker.name };
	return still_asked(r);
}

static void decide(struct act_run *r, const char *state, enum word_id title)
{
	struct waiving *s = r->facts;

	s->row.state = str_of(state);
	s->row.decider = r->q->person;
	s->row.decided_on = r->today;
	s->row.decision = ((const struct reason_form *)r->in)->reason;
	act_write(r, "waiver_update", &s->row);
	act_tell_person(r, s->row.person, word(r->a, title, "what", str_c(r->a, about(r, &s->row)), NULL), s->row.decision, link_of(r, &s->row));
	r->made = s->row.id;
}

bool waiver_grant_facts(struct act_run *r)
{
	return decide_facts(r);
}

void waiver_grant_judge(struct act_run *r)
{
	act_verdict(r, rule_waiver_not_own(&((struct waiving *)r->facts)->f, r->policy));
}

void waiver_grant_apply(struct act_run *r)
{
	decide(r, "granted", WORD_waiver_granted_title);
}

bool waiver_refuse_facts(struct act_run *r)
{
	return decide_facts(r);
}

void waiver_refuse_judge(struct act_run *r)
{
	act_verdict(r, rule_waiver_not_own(&((struct waiving *)r->facts)->f, r->policy));
}

void waiver_refuse_apply(struct act_run *r)
{
	decide(r, "refused", WORD_waiver_refused_title);
}

bool waiver_withdraw_facts(struct act_run *r)
{
	if (!find(r))
		return false;
	return (((struct waiving *)r->facts)->row.person == r->q->person || act_missing(r)) && still_asked(r);
}

void waiver_withdraw_apply(struct act_run *r)
{
	struct waiving *s = r->facts;

	s->row.state = STR("withdrawn");
	s->row.decision = ((const struct reason_form *)r->in)->reason;
	act_write(r, "waiver_update", &s->row);
	r->made = s->row.id;
}
