/*
 * Change requests: several typed items asked for at once, answered by everybody whose approval the pack wants, in force when all have agreed.
 */
#include "base/choice.h"
#include "base/day.h"
#include "base/limits.h"
#include "base/word.h"
#include "life/8-milestone/change.h"

bool project_running(struct str stage)
{
	return str_starts(stage, "milestone.") || str_is(stage, "acceptance.applied") || str_is(stage, "acceptance.reviewing")
		|| str_is(stage, "acceptance.rectifying") || str_is(stage, "acceptance.failed");
}

struct str change_party(const struct contract_parties *p, enum role role, int64_t org)
{
	if (role == ROLE_bureau || role == ROLE_government || role == ROLE_finance)
		return str_of(role_name(role));
	if (role != ROLE_unit || !org)
		return (struct str){ 0 };
	return org == p->demander ? STR("demander") : org == p->awardee ? STR("awardee") : (struct str){ 0 };
}

bool change_among(struct str list, struct str code)
{
	while (list.n)
		if (str_eq(str_cut(&list, ','), code))
			return true;
	return false;
}

void change_tell_at(struct act_run *r, struct str party, struct str title, struct str text, const char *page)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);
	struct str link = str_fmt(r->a, "/challenges/%lld/%s", (long long)r->challenge, page);
	enum role role;

	if (str_is(party, "demander"))
		act_tell_org(r, p.demander, title, text, link);
	else if (str_is(party, "awardee"))
		act_tell_org(r, p.awardee, title, text, link);
	else if (role_find(party, &role))
		act_tell_role(r, role, title, text, link);
}

void change_tell(struct act_run *r, struct str party, struct str title, struct str text)
{
	change_tell_at(r, party, title, text, "changes");
}

static void tell_three(struct act_run *r, struct str title, struct str text)
{
	change_tell(r, STR("demander"), title, text);
	change_tell(r, STR("awardee"), title, text);
	change_tell(r, STR("bureau"), title, text);
}

static struct str title_of(struct act_run *r, enum word_id title)
{
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	return word(r->a, title, "number", str_c(r->a, c.number), NULL);
}

/* ---- change_propose ---- */

/* A request that came back begins where it was. */
bool change_propose_prefill(struct act_run *r)
{
	struct change_form *in = r->in;
	struct change_request_row old;

	if (!db_one(r->db, r->a, "change_requests_of", &(struct challenge_key){ r->challenge }, &old) || !str_is(old.state, "returned")
		|| old.org != r->q->org)
		return false;
	in->items = change_forms(r->a, db_all(r->db, r->a, "change_items_of", &(struct id_key){ old.id }));
	in->remark = old.remark;
	return true;
}

bool change_propose_facts(struct act_run *r)
{
	struct changing *s = r->facts = NEW(r->a, struct changing);
	struct change_request_row last;

	s->who = contract_parties(r->db, r->a, r->challenge);
	s->party = change_party(&s->who, r->q->role, r->q->org);
	if (!s->party.n)
		return act_missing(r);
	if (!project_running(r->stage))
		return act_not_now(r, r->stage);
	if (!taskbook_now(r->db, r->a, r->challenge, &s->now))
		return act_missing(r);
	if (db_one(r->db, r->a, "change_requests_of", &(struct challenge_key){ r->challenge }, &last)) {
		if (str_is(last.state, "proposed"))
			return act_not_now(r, last.state);
		s->earlier = str_is(last.state, "returned") && str_eq(last.asked_by, s->party) ? last.id : 0;
	}
	change_load(r, s, ((const struct change_form *)r->in)->items);
	return true;
}

void change_propose_judge(struct act_run *r)
{
	const struct change_facts *f = &((struct changing *)r->facts)->f;

	act_verdict(r, rule_change_listed(f, r->policy));
	act_verdict(r, rule_change_asked_by(f, r->policy));
	act_verdict(r, rule_change_whole(f, r->policy));
	act_verdict(r, rule_change_known(f, r->policy));
	act_verdict(r, rule_change_other(f, r->policy));
	act_verdict(r, rule_change_once(f, r->policy));
	act_verdict(r, rule_change_proved(f, r->policy));
	act_verdict(r, rule_change_times(f, r->policy));
	act_verdict(r, rule_change_period(f, r->policy));
	act_verdict(r, rule_change_days(f, r->policy));
	act_verdict(r, rule_change_partner(f, r->policy));
	act_verdict(r, rule_change_affiliation(f, r->policy));
	act_verdict(r, rule_change_credit(f, r->policy));
}

static bool approves(const struct policy *p, struct rows items, struct str party)
{
	const struct change_item_row *x = items.v;

	for (size_t i = 0; i < items.n; i++) {
		const struct change_rule *rule = policy_change(p, x[i].kind);
		for (size_t k = 0; rule && k < rule->approve.n; k++)
			if (str_eq(((const struct str *)rule->approve.v)[k], party))
				return true;
	}
	return false;
}

/* Everybody whose approval one of the items takes, but not the one who asks. */
static struct str needs_of(struct act_run *r, const struct changing *s)
{
	struct rows all = choices_builtin(r->a, "change_party");
	const struct choice *c = all.v;
	struct str out = { 0 };

	for (size_t i = 0; i < all.n; i++) {
		if (str_eq(c[i].code, s->party) || !approves(r->policy, s->items, c[i].code))
			continue;
		out = out.n ? str_join(r->a, out, ",", c[i].code) : c[i].code;
	}
	return out;
}

void change_propose_apply(struct act_run *r)
{
	const struct change_form *in = r->in;
	struct changing *s = r->facts;
	struct change_item_row *x = s->items.v;
	struct change_request_row row = { .id = act_id_next(r), .challenge = r->challenge, .number = act_number(r, "change"),
		.asked_by = s->party, .org = r->q->org, .person = r->q->person, .needs = needs_of(r, s), .remark = in->remark,
		.state = STR("proposed"), .proposed_on = r->today, .earlier = s->earlier };

	act_write(r, "change_request_insert", &row);
	for (size_t i = 0; i < s->items.n; i++) {
		x[i].id = act_id_next(r);
		x[i].request = row.id;
		act_write(r, "change_item_insert", &x[i]);
	}
	struct str left = row.needs, text = word(r->a, WORD_change_proposed_text, "what", str_c(r->a, change_name(r->a, x[0].kind, x[0].which)),
		"n", str_fmt(r->a, "%zu", s->items.n).p, NULL);
	while (left.n)
		change_tell(r, str_cut(&left, ','), title_of(r, WORD_change_proposed_title), text);
	r->made = row.id;
}

/* ---- change_answer ---- */

struct answering {
	struct change_request_row row;
	struct rows answers;            /* struct change_answer_row, those before */
	struct str party;
	struct change_answer_facts f;
	struct changing again;          /* the request against what holds today */
};

static bool load_request(struct act_run *r, struct change_request_row *row)
{
	if (!db_one(r->db, r->a, "change_request_one", &(struct id_key){ r->target }, row))
		return act_missing(r);
	if (!str_is(row->state, "proposed") || !project_running(r->stage))
		return act_not_now(r, row->state);
	return true;
}

/* What was in order when it was asked for need not be when it is agreed to: an instalment was paid, a partner entered the register. */
static void look_again(struct act_run *r, struct answering *s)
{
	struct changing *c = &s->again;

	c->who = contract_parties(r->db, r->a, r->challenge);
	c->party = s->row.asked_by;
	c->before = db_all(r->db, r->a, "change_items_of", &(struct id_key){ s->row.id });
	taskbook_now(r->db, r->a, r->challenge, &c->now);
	change_load(r, c, change_forms(r->a, c->before));
}

bool change_answer_facts(struct act_run *r)
{
	const struct change_answer_form *in = r->in;
	struct answering *s = r->facts = NEW(r->a, struct answering);
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);

	if (!load_request(r, &s->row))
		return false;
	s->party = change_party(&who, r->q->role, r->q->org);
	s->answers = db_all(r->db, r->a, "change_answers_of", &(struct id_key){ s->row.id });
	const struct change_answer_row *a = s->answers.v;
	for (size_t i = 0; i < s->answers.n; i++)
		s->f.answered = s->f.answered || str_eq(a[i].party, s->party);
	s->f.asked = s->party.n && change_among(s->row.needs, s->party);
	if (!s->f.asked || s->f.answered)
		return act_not_now(r, s->row.state);
	s->f.deny = !str_is(in->answer, "approve");
	s->f.reasoned = str_trim(in->reason).n > 0;
	if (!s->f.deny)
		look_again(r, s);
	return true;
}

void change_answer_judge(struct act_run *r)
{
	const struct answering *s = r->facts;
	const struct change_facts *f = &s->again.f;

	act_verdict(r, rule_change_reason(&s->f, r->policy));
	if (s->f.deny)
		return;
	act_verdict(r, rule_change_known(f, r->policy));
	act_verdict(r, rule_change_days(f, r->policy));
	act_verdict(r, rule_change_partner(f, r->policy));
	act_verdict(r, rule_change_affiliation(f, r->policy));
	act_verdict(r, rule_change_credit(f, r->policy));
}

static bool all_agree(const struct answering *s)
{
	struct str left = s->row.needs;
	size_t wanted = 0;

	while (left.n)
		wanted += str_cut(&left, ',').n > 0;
	return s->answers.n + 1 >= wanted;
}

static struct str party_name(const struct contract_parties *p, const struct policy *policy, struct arena *a, struct str party)
{
	if (str_is(party, "demander"))
		return p->demander_name;
	if (str_is(party, "awardee"))
		return p->awardee_name;
	return policy_local_name(policy, str_c(a, party));
}

/* Who stands behind the supplement: the one who asked, those who agreed before, this one. */
static struct rows approvals(struct act_run *r, const struct answering *s)
{
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);
	const struct change_answer_row *a = s->answers.v;
	struct supplement_approval_row *out = NEW_ARRAY(r->a, s->answers.n + 2, struct supplement_approval_row);
	size_t n = 0;

	out[n++] = (struct supplement_approval_row){ .party = s->row.asked_by, .answer = STR("ask"), .day = s->row.proposed_on };
	for (size_t i = 0; i < s->answers.n; i++)
		out[n++] = (struct supplement_approval_row){ .party = a[i].party, .answer = a[i].answer, .day = a[i].day };
	out[n++] = (struct supplement_approval_row){ .party = s->party, .answer = STR("approve"), .day = r->today };
	for (size_t i = 0; i < n; i++)
		out[i].who = party_name(&who, r->policy, r->a, out[i].party);
	return (struct rows){ out, n };
}

static struct str supplement_of_request(struct act_run *r, const struct answering *s)
{
	struct rows items = db_all(r->db, r->a, "change_items_of", &(struct id_key){ s->row.id });
	const struct change_item_row *x = items.v;
	struct supplement_value_row *v = NEW_ARRAY(r->a, items.n, struct supplement_value_row);
	struct supplement_reason_row *why = NEW_ARRAY(r->a, items.n, struct supplement_reason_row);

	for (size_t i = 0; i < items.n; i++) {
		v[i] = (struct supplement_value_row){ .kind = x[i].kind, .which = x[i].which, .org = x[i].org, .code = x[i].code,
			.was = x[i].was, .holds = x[i].wanted, .day = x[i].day };
		why[i] = (struct supplement_reason_row){ x[i].kind, x[i].which, x[i].was, x[i].wanted, x[i].reason };
	}
	return supplement_write(r, &(struct supplement_of){ .source = "change", .about = s->row.id, .values = { v, items.n },
		.reasons = { why, items.n }, .approvals = approvals(r, s) });
}

static void close_request(struct act_run *r, struct change_request_row *row, const char *state, struct str closing)
{
	row->state = str_of(state);
	row->decided_on = r->today;
	row->closing = closing;
	act_write(r, "change_request_update", row);
}

void change_answer_apply(struct act_run *r)
{
	const struct change_answer_form *in = r->in;
	struct answering *s = r->facts;
	struct change_answer_row row = { .id = act_id_next(r), .challenge = r->challenge, .request = s->row.id, .party = s->party,
		.answer = in->answer, .reason = in->reason, .person = r->q->person, .day = r->today };

	act_write(r, "change_answer_insert", &row);
	if (str_is(in->answer, "refuse")) {
		close_request(r, &s->row, "refused", in->reason);
		tell_three(r, title_of(r, WORD_change_refused_title), in->reason);
	} else if (str_is(in->answer, "return")) {
		close_request(r, &s->row, "returned", in->reason);
		tell_three(r, title_of(r, WORD_change_returned_title), in->reason);
	} else if (all_agree(s)) {
		close_request(r, &s->row, "agreed", (struct str){ 0 });
		struct str number = supplement_of_request(r, s);
		tell_three(r, title_of(r, WORD_change_agreed_title), word(r->a, WORD_change_agreed_text, "supplement", str_c(r->a, number), NULL));
	}
	r->made = r->challenge;
}

/* ---- change_withdraw ---- */

bool change_withdraw_facts(struct act_run *r)
{
	struct change_request_row *row = r->facts = NEW(r->a, struct change_request_row);

	if (!load_request(r, row))
		return false;
	return row->org == r->q->org || act_missing(r);
}

void change_withdraw_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct change_request_row *row = r->facts;

	close_request(r, row, "withdrawn", in->reason);
	tell_three(r, title_of(r, WORD_change_withdrawn_title), in->reason);
	r->made = r->challenge;
}
