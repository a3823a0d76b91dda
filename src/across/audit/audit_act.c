/*
 * The acts of audits: the bureau appoints a firm, the firm reports, the parties comment; the bureau's own checks of the scope of use.
 */
#include "across/audit/audit.h"
#include "across/payment/payment.h"
#include "base/day.h"
#include "base/word.h"

static struct str titled(struct act_run *r, enum word_id title)
{
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	return word(r->a, title, "number", str_c(r->a, c.number), NULL);
}

static struct str link_of(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/ending", (long long)r->challenge);
}

static int64_t files_of(struct str digests)
{
	int64_t n = 0;

	while (digests.n)
		n += str_cut(&digests, ',').n > 0;
	return n;
}

/* Both parties of the money: whom it concerns beside the bureau. */
static void tell_parties(struct act_run *r, struct str title, struct str text)
{
	struct payment_fund_row fund;

	if (!db_one(r->db, r->a, "payment_fund_of", &(struct challenge_key){ r->challenge }, &fund))
		return;
	act_tell_org(r, fund.demander, title, text, link_of(r));
	act_tell_org(r, fund.awardee, title, text, link_of(r));
}

int64_t audits_reported(struct db *db, struct arena *a, int64_t challenge)
{
	struct count_row n;

	return db_one(db, a, "audit_done", &(struct challenge_key){ challenge }, &n) ? n.n : 0;
}

/* ---- audit_appoint ---- */

bool audit_appoint_facts(struct act_run *r)
{
	const struct audit_appoint_form *in = r->in;
	struct audit_facts *f = r->facts = NEW(r->a, struct audit_facts);
	struct audit_engagement_row open;
	struct payment_fund_row fund;
	struct org_row firm;
	struct count_row tied;

	if (!db_one(r->db, r->a, "payment_fund_of", &(struct challenge_key){ r->challenge }, &fund))
		return act_not_now(r, r->stage);
	if (db_one(r->db, r->a, "audit_engagements_of", &(struct challenge_key){ r->challenge }, &open) && str_is(open.state, "appointed"))
		return act_not_now(r, open.state);
	if (str_is(in->kind, "termination") && !str_is(r->stage, "termination.auditing"))
		return act_not_now(r, r->stage);        /* what is unspent is fixed once the project has ended (8.8.d) */
	f->is_firm = org_find(r->db, r->a, in->firm_org, &firm) && firm.programme == r->q->programme && str_is(firm.role, "audit");
	if (db_one(r->db, r->a, "audit_firm_of_case", &(struct audit_org_key){ r->challenge, in->firm_org }, &tied) && tied.n)
		f->tied = firm.name;
	f->due = in->due;
	f->today = r->today;
	return true;
}

void audit_appoint_judge(struct act_run *r)
{
	const struct audit_facts *f = r->facts;

	act_verdict(r, rule_audit_firm(f, r->policy));
	act_verdict(r, rule_audit_independent(f, r->policy));
	act_verdict(r, rule_audit_due(f, r->policy));
}

void audit_appoint_apply(struct act_run *r)
{
	const struct audit_appoint_form *in = r->in;
	struct audit_engagement_row row = { .id = act_id_next(r), .challenge = r->challenge, .firm = in->firm_org, .kind = in->kind,
		.document = in->document, .scope = in->scope, .due = in->due, .state = STR("appointed"), .appointed_on = r->today,
		.person = r->q->person };

	act_write(r, "audit_engagement_insert", &row);
	struct str title = titled(r, WORD_audit_appointed_title);
	struct str text = word(r->a, WORD_audit_appointed_text, "day", day_text(r->a, in->due).p, NULL);
	act_tell_org(r, in->firm_org, title, text, link_of(r));
	tell_parties(r, title, text);
	r->made = r->challenge;
}

/* ---- audit_report ---- */

struct reporting {
	struct audit_engagement_row e;
	struct audit_facts f;
};

bool audit_report_prefill(struct act_run *r)
{
	struct audit_report_form *in = r->in;
	struct audit_engagement_row e;

	if (!db_one(r->db, r->a, "audit_engagement_one", &(struct id_key){ r->target }, &e))
		return false;
	struct payment_state s = payment_state(r->db, r->a, e.challenge);
	in->until = r->today;
	in->received_fen = s.fiscal_paid_fen;
	in->own_received_fen = s.paid_fen;
	return true;
}

bool audit_report_facts(struct act_run *r)
{
	const struct audit_report_form *in = r->in;
	const struct audit_item_form *x = in->items.v;
	struct reporting *s = r->facts = NEW(r->a, struct reporting);

	if (!db_one(r->db, r->a, "audit_engagement_one", &(struct id_key){ r->target }, &s->e) || s->e.firm != r->q->org)
		return act_missing(r);
	if (str_is(s->e.state, "final"))
		return act_not_now(r, s->e.state);
	s->f = (struct audit_facts){ .until = in->until, .today = r->today, .received_fen = in->received_fen, .right_fen = in->right_fen,
		.off_fen = in->off_fen, .balance_fen = in->balance_fen, .files = files_of(in->report),
		.paid_fen = payment_state(r->db, r->a, s->e.challenge).fiscal_paid_fen };
	for (size_t i = 0; i < in->items.n; i++)
		s->f.items_fen += x[i].amount_fen;
	return true;
}

void audit_report_judge(struct act_run *r)
{
	const struct audit_facts *f = &((struct reporting *)r->facts)->f;

	act_verdict(r, rule_audit_until(f, r->policy));
	act_verdict(r, rule_audit_received(f, r->policy));
	act_verdict(r, rule_audit_sums(f, r->policy));
	act_verdict(r, rule_audit_items(f, r->policy));
	act_verdict(r, rule_audit_file(f, r->policy));
}

static void write_items(struct act_run *r, int64_t report, struct rows items)
{
	const struct audit_item_form *x = items.v;

	for (size_t i = 0; i < items.n; i++) {
		struct audit_item_row row = { .id = act_id_next(r), .challenge = r->challenge, .report = report, .ord = (int64_t)i + 1,
			.what = x[i].what, .amount_fen = x[i].amount_fen, .ground = x[i].ground };
		act_write(r, "audit_item_insert", &row);
	}
}

void audit_report_apply(struct act_run *r)
{
	const struct audit_report_form *in = r->in;
	struct reporting *s = r->facts;
	struct rows before = db_all(r->db, r->a, "audit_reports_of", &(struct id_key){ s->e.id });
	struct audit_report_row row = { .id = act_id_next(r), .challenge = r->challenge, .engagement = s->e.id,
		.version = (int64_t)before.n + 1, .until = in->until, .received_fen = in->received_fen, .right_fen = in->right_fen,
		.off_fen = in->off_fen, .balance_fen = in->balance_fen, .own_received_fen = in->own_received_fen,
		.own_spent_fen = in->own_spent_fen, .assets = in->assets, .opinion = in->opinion, .report = in->report,
		.filed_on = r->today, .person = r->q->person };

	act_write(r, "audit_report_insert", &row);
	write_items(r, row.id, in->items);
	if (!str_is(s->e.state, "reported")) {
		s->e.state = STR("reported");
		act_write(r, "audit_engagement_update", &s->e);
	}
	struct str title = titled(r, WORD_audit_reported_title), text = word_text(WORD_audit_reported_text);
	act_tell_role(r, ROLE_bureau, title, text, link_of(r));
	tell_parties(r, title, text);
	r->made = r->challenge;
}

/* ---- audit_comment ---- */

struct commenting {
	struct audit_engagement_row e;
	struct audit_report_row report;
	struct audit_facts f;
};

static bool commented(struct act_run *r, int64_t report)
{
	struct rows all = db_all(r->db, r->a, "audit_comments_of", &(struct id_key){ report });
	const struct audit_comment_row *c = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (c[i].org == r->q->org)
			return true;
	return false;
}

bool audit_comment_facts(struct act_run *r)
{
	const struct audit_comment_form *in = r->in;
	struct commenting *s = r->facts = NEW(r->a, struct commenting);
	struct payment_fund_row fund;

	if (!db_one(r->db, r->a, "audit_engagement_one", &(struct id_key){ r->target }, &s->e)
		|| !db_one(r->db, r->a, "payment_fund_of", &(struct challenge_key){ s->e.challenge }, &fund)
		|| (fund.demander != r->q->org && fund.awardee != r->q->org))
		return act_missing(r);
	bool open = str_is(s->e.state, "reported") && db_one(r->db, r->a, "audit_reports_of", &(struct id_key){ s->e.id }, &s->report);
	if (!open || commented(r, s->report.id))
		return act_not_now(r, s->e.state);
	s->f.object = str_is(in->stance, "object");
	s->f.reasoned = str_trim(in->comment).n > 0;
	return true;
}

void audit_comment_judge(struct act_run *r)
{
	act_verdict(r, rule_audit_comment_reason(&((struct commenting *)r->facts)->f, r->policy));
}

void audit_comment_apply(struct act_run *r)
{
	const struct audit_comment_form *in = r->in;
	const struct commenting *s = r->facts;
	struct audit_comment_row row = { .id = act_id_next(r), .challenge = r->challenge, .report = s->report.id, .org = r->q->org,
		.person = r->q->person, .stance = in->stance, .comment = in->comment, .evidence = in->evidence, .day = r->today };

	act_write(r, "audit_comment_insert", &row);
	struct str title = titled(r, s->f.object ? WORD_audit_objected_title : WORD_audit_accepted_title);
	act_tell_role(r, ROLE_bureau, title, in->comment, link_of(r));
	act_tell_org(r, s->e.firm, title, in->comment, link_of(r));
	r->made = r->challenge;
}

/* ---- use_check: the bureau looks at the scope of use itself ---- */

bool use_check_facts(struct act_run *r)
{
	const struct use_check_form *in = r->in;
	struct audit_facts *f = r->facts = NEW(r->a, struct audit_facts);
	struct payment_fund_row fund;

	if (!db_one(r->db, r->a, "payment_fund_of", &(struct challenge_key){ r->challenge }, &fund))
		return act_not_now(r, r->stage);
	f->object = str_is(in->result, "doubt");
	f->reasoned = str_trim(in->measures).n > 0;
	return true;
}

void use_check_judge(struct act_run *r)
{
	act_verdict(r, rule_use_measures(r->facts, r->policy));
}

void use_check_apply(struct act_run *r)
{
	const struct use_check_form *in = r->in;
	struct use_check_row row = { .id = act_id_next(r), .challenge = r->challenge, .period = in->period, .result = in->result,
		.doubt_fen = in->doubt_fen, .findings = in->findings, .measures = in->measures, .evidence = in->evidence, .day = r->today,
		.person = r->q->person };

	act_write(r, "use_check_insert", &row);
	struct str title = titled(r, str_is(in->result, "doubt") ? WORD_use_doubt_title : WORD_use_good_title);
	tell_parties(r, title, in->measures.n ? in->measures : in->findings);
	act_tell_role(r, ROLE_finance, title, in->findings, link_of(r));
	r->made = r->challenge;
}
