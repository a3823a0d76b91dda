/*
 * Termination: proposed by demander or bureau, the parties heard, examined by the bureau, decided by the government, closed when the
 * money is settled; and the class of the failure, which alone says whether anything may reach the integrity register.
 */
#include "across/race/race.h"
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/word.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"
#include "life/8-milestone/termination.h"

bool termination_of(struct db *db, struct arena *a, int64_t challenge, struct termination_row *out)
{
	return db_one(db, a, "terminations_of", &(struct challenge_key){ challenge }, out);
}

/* Before the signatures the road has its own, shorter way out: no money has flowed. */
static bool unsigned_yet(struct str stage)
{
	return str_starts(stage, "contract.");
}

static struct str titled(struct act_run *r, enum word_id title)
{
	return word(r->a, title, "number", str_c(r->a, ending_number(r)), NULL);
}

/* ---- termination_propose ---- */

struct proposing {
	struct termination_facts f;
	struct str side;
};

/* What was reported as force majeure and cannot be extended is proposed with that cause. */
bool termination_propose_prefill(struct act_run *r)
{
	struct termination_form *in = r->in;

	if (extension_terminates(r->db, r->a, r->challenge))
		in->cause = STR("force_majeure");
	if (race_stopped(r->db, r->a, r->challenge)) {
		in->cause = STR("not_continued");
		in->reason = race_stop_reason(r->db, r->a, r->challenge);
	}
	return true;
}

bool termination_propose_facts(struct act_run *r)
{
	const struct termination_form *in = r->in;
	struct proposing *s = r->facts = NEW(r->a, struct proposing);

	if (!ending_side(r, &s->side))
		return act_missing(r);
	s->f.files = ending_files(in->evidence);
	return true;
}

void termination_propose_judge(struct act_run *r)
{
	act_verdict(r, rule_termination_evidenced(&((struct proposing *)r->facts)->f, r->policy));
}

static void write_assets(struct act_run *r, int64_t termination, struct rows assets)
{
	const struct termination_asset_form *x = assets.v;

	for (size_t i = 0; i < assets.n; i++) {
		struct termination_asset_row row = { .id = act_id_next(r), .challenge = r->challenge, .termination = termination,
			.ord = (int64_t)i + 1, .name = x[i].name, .fund = x[i].fund, .value_fen = x[i].value_fen, .holder = x[i].holder,
			.handling = x[i].handling };
		act_write(r, "termination_asset_insert", &row);
	}
}

void termination_propose_apply(struct act_run *r)
{
	const struct termination_form *in = r->in;
	const struct proposing *s = r->facts;
	struct termination_row row = { .id = act_id_next(r), .challenge = r->challenge, .origin = r->stage, .side = s->side,
		.org = r->q->org, .person = r->q->person, .cause = in->cause, .reason = in->reason, .evidence = in->evidence,
		.progress = in->progress, .results = in->results, .own_money = in->own_money, .state = STR("proposed"),
		.proposed_on = r->today };

	act_write(r, "termination_insert", &row);
	write_assets(r, row.id, in->assets);
	if (!unsigned_yet(r->stage) && !str_is(r->stage, "milestone.halted"))
		payment_stop(r, r->challenge);
	act_move(r, r->challenge, NULL);
	ending_tell(r, titled(r, WORD_termination_proposed_title), word_text(WORD_termination_proposed_text));
	r->made = r->challenge;
}

/* ---- termination_hear ---- */

struct hearing {
	struct termination_row t;
	struct str party;
};

static bool spoken(struct act_run *r, int64_t termination, int64_t org)
{
	struct rows all = db_all(r->db, r->a, "termination_statements_of", &(struct termination_key){ termination });
	const struct termination_statement_row *s = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (s[i].org == org)
			return true;
	return false;
}

bool termination_hear_facts(struct act_run *r)
{
	struct hearing *s = r->facts = NEW(r->a, struct hearing);
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);

	if ((p.demander != r->q->org && p.awardee != r->q->org) || !termination_of(r->db, r->a, r->challenge, &s->t))
		return act_missing(r);
	if (s->t.org == r->q->org || spoken(r, s->t.id, r->q->org))
		return act_not_now(r, s->t.state);
	s->party = p.demander == r->q->org ? STR("demander") : STR("awardee");
	return true;
}

void termination_hear_judge(struct act_run *r)
{
	(void)r;
}

void termination_hear_apply(struct act_run *r)
{
	const struct termination_hear_form *in = r->in;
	const struct hearing *s = r->facts;
	struct termination_statement_row row = { .id = act_id_next(r), .challenge = r->challenge, .termination = s->t.id, .party = s->party,
		.org = r->q->org, .person = r->q->person, .stance = in->stance, .statement = in->statement, .evidence = in->evidence,
		.day = r->today };

	act_write(r, "termination_statement_insert", &row);
	act_move(r, r->challenge, str_c(r->a, r->stage));
	act_tell_role(r, ROLE_bureau, titled(r, WORD_termination_heard_title), in->statement, ending_link(r));
	r->made = r->challenge;
}

/* ---- termination_examine ---- */

struct examining {
	struct termination_row t;
	struct termination_facts f;
};

/* The parties that did not propose it themselves, and how many of them have spoken. */
static void count_heard(struct act_run *r, const struct termination_row *t, struct termination_facts *f)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);
	const int64_t all[] = { p.demander, p.awardee };

	for (size_t i = 0; i < 2; i++) {
		if (!all[i] || all[i] == t->org)
			continue;
		f->parties++;
		f->heard += spoken(r, t->id, all[i]);
	}
	f->proposed_on = t->proposed_on;
	f->today = r->today;
}

bool termination_examine_prefill(struct act_run *r)
{
	struct termination_examine_form *in = r->in;
	struct termination_row t;

	if (!termination_of(r->db, r->a, r->challenge, &t))
		return false;
	in->cause = t.cause;
	return true;
}

bool termination_examine_facts(struct act_run *r)
{
	struct examining *s = r->facts = NEW(r->a, struct examining);

	if (!termination_of(r->db, r->a, r->challenge, &s->t))
		return act_missing(r);
	count_heard(r, &s->t, &s->f);
	return true;
}

void termination_examine_judge(struct act_run *r)
{
	act_verdict(r, rule_termination_heard(&((struct examining *)r->facts)->f, r->policy));
}

/* Not terminated: the case stands again where it was. A halt stays a halt. */
static void go_back(struct act_run *r, const struct termination_row *t)
{
	if (!unsigned_yet(t->origin) && !str_is(t->origin, "milestone.halted"))
		payment_resume(r, r->challenge);
	act_move(r, r->challenge, str_c(r->a, t->origin));
}

void termination_examine_apply(struct act_run *r)
{
	const struct termination_examine_form *in = r->in;
	struct termination_row *t = &((struct examining *)r->facts)->t;
	bool deny = str_is(in->result, "deny");

	t->state = deny ? STR("refused") : STR("examined");
	t->cause = in->cause;
	t->opinion = in->opinion;
	t->examined_on = r->today;
	act_write(r, "termination_update", t);
	if (deny)
		go_back(r, t);
	else
		act_move(r, r->challenge, unsigned_yet(t->origin) ? "contract.ending_decision" : "termination.deciding");
	ending_tell(r, titled(r, deny ? WORD_termination_refused_title : WORD_termination_examined_title), in->opinion);
	if (!deny)
		act_tell_role(r, ROLE_government, titled(r, WORD_termination_examined_title), in->opinion, ending_link(r));
	r->made = r->challenge;
}

/* ---- termination_decide ---- */

bool termination_decide_prefill(struct act_run *r)
{
	((struct termination_decide_form *)r->in)->decided_on = r->today;
	return true;
}

bool termination_decide_facts(struct act_run *r)
{
	const struct termination_decide_form *in = r->in;
	struct examining *s = r->facts = NEW(r->a, struct examining);

	if (!termination_of(r->db, r->a, r->challenge, &s->t))
		return act_missing(r);
	s->f.deny = str_is(in->result, "deny");
	s->f.reasoned = str_trim(in->reason).n > 0;
	s->f.examined_on = s->t.examined_on;
	s->f.decided_on = in->decided_on;
	s->f.today = r->today;
	return true;
}

void termination_decide_judge(struct act_run *r)
{
	const struct termination_facts *f = &((struct examining *)r->facts)->f;

	act_verdict(r, rule_termination_day(f, r->policy));
	act_verdict(r, rule_termination_deny_reason(f, r->policy));
}

static int64_t issue_decision(struct act_run *r, const struct termination_row *t)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	struct termination_paper paper = { .number = t->number, .case_number = c.project_number.n ? c.project_number : c.number, .title = c.title,
		.bureau = policy_local_name(r->policy, "bureau"), .government = policy_local_name(r->policy, "government"),
		.demander = org_name(r->db, r->a, p.demander), .awardee = org_name(r->db, r->a, p.awardee), .cause = t->cause,
		.reason = t->reason, .opinion = t->opinion, .document = t->document, .decided_on = t->decided_on, .progress = t->progress,
		.results = t->results, .own_money = t->own_money,
		.assets = db_all(r->db, r->a, "termination_assets_of", &(struct termination_key){ t->id }),
		.audited = !unsigned_yet(t->origin), .day = r->today };
	return act_issue(r, "termination", r->challenge, &termination_paper_fields, &paper);
}

void termination_decide_apply(struct act_run *r)
{
	const struct termination_decide_form *in = r->in;
	struct examining *s = r->facts;
	struct termination_row *t = &s->t;
	bool early = unsigned_yet(t->origin);

	t->document = in->document;
	t->decided_on = in->decided_on;
	t->deny_reason = in->reason;
	t->scan = in->scan;
	t->state = s->f.deny ? STR("denied") : early ? STR("closed") : STR("decided");
	if (s->f.deny) {
		act_write(r, "termination_update", t);
		go_back(r, t);
		ending_tell(r, titled(r, WORD_termination_denied_title), in->reason);
	} else {
		t->number = act_number(r, "termination");
		t->paper = issue_decision(r, t);
		t->closed_on = early ? r->today : 0;
		act_write(r, "termination_update", t);
		payment_cancel(r, r->challenge);
		project_halt_lift(r, in->document, in->scan);
		act_move(r, r->challenge, early ? "closed.unsigned" : "termination.auditing");
		ending_tell(r, titled(r, WORD_termination_decided_title), in->document);
	}
	r->made = r->challenge;
}

/* ---- termination_close ---- */

bool termination_close_facts(struct act_run *r)
{
	struct examining *s = r->facts = NEW(r->a, struct examining);
	struct recovery_row rec;

	if (!termination_of(r->db, r->a, r->challenge, &s->t) || !db_one(r->db, r->a, "recovery_of", &(struct challenge_key){ r->challenge }, &rec))
		return act_missing(r);
	s->f.owed_fen = rec.amount_fen;
	s->f.received_fen = rec.received_fen;
	return true;
}

void termination_close_judge(struct act_run *r)
{
	act_verdict(r, rule_termination_settled(&((struct examining *)r->facts)->f, r->policy));
}

void termination_close_apply(struct act_run *r)
{
	const struct termination_close_form *in = r->in;
	struct termination_row *t = &((struct examining *)r->facts)->t;

	t->state = STR("closed");
	t->closed_on = r->today;
	t->archive = in->archive;
	act_write(r, "termination_update", t);
	act_move(r, r->challenge, "closed.terminated");
	ending_tell(r, titled(r, WORD_termination_closed_title), in->archive);
	r->made = r->challenge;
}

/* ---- failure_classify ---- */

bool failure_classify_facts(struct act_run *r)
{
	struct examining *s = r->facts = NEW(r->a, struct examining);
	struct failure_class_row known;
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);

	if (!db_one(r->db, r->a, "termination_one", &(struct id_key){ r->target }, &s->t))
		return act_missing(r);
	bool decided = str_is(s->t.state, "decided") || str_is(s->t.state, "closed");
	bool known_already = db_one(r->db, r->a, "failure_class_of", &(struct challenge_key){ r->challenge }, &known) && known.termination == s->t.id;
	if (!decided || known_already)
		return act_not_now(r, s->t.state);
	s->f.parties = 1;
	s->f.heard = spoken(r, s->t.id, p.awardee);
	s->f.proposed_on = s->t.proposed_on;
	s->f.today = r->today;
	return true;
}

void failure_classify_judge(struct act_run *r)
{
	act_verdict(r, rule_failure_heard(&((struct examining *)r->facts)->f, r->policy));
}

void failure_classify_apply(struct act_run *r)
{
	const struct failure_classify_form *in = r->in;
	const struct termination_row *t = &((struct examining *)r->facts)->t;
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);
	struct failure_class_row row = { .id = act_id_next(r), .challenge = r->challenge, .termination = t->id, .org = p.awardee,
		.class = in->class, .document = in->document, .reasons = in->reasons, .evidence = in->evidence, .day = r->today,
		.person = r->q->person };

	act_write(r, "failure_class_insert", &row);
	act_tell_org(r, p.awardee, titled(r, WORD_failure_classified_title), in->reasons, ending_link(r));
	r->made = r->challenge;
}
