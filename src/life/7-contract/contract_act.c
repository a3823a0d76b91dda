/*
 * The technical contract is recorded, the task book drafted and returned.  Signing stands in sign_act.c.
 */
#include "across/payment/payment.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"
#include "life/7-contract/contract.h"

static struct str link_of(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/contract", (long long)r->challenge);
}

static void case_of(struct act_run *r, struct challenge_row *c)
{
	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, c);
}

static void tell_three(struct act_run *r, struct str title, struct str text)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);

	act_tell_org(r, p.demander, title, text, link_of(r));
	act_tell_org(r, p.awardee, title, text, link_of(r));
	act_tell_role(r, ROLE_bureau, title, text, link_of(r));
}

/* ---- contract_record ---- */

bool contract_record_facts(struct act_run *r)
{
	const struct contract_form *in = r->in;
	struct contract_facts *f = r->facts = NEW(r->a, struct contract_facts);
	struct str files = in->scan;

	f->signed_on = in->signed_on;
	f->today = r->today;
	while (files.n)
		f->scans += str_cut(&files, ',').n > 0;
	return true;
}

void contract_record_judge(struct act_run *r)
{
	act_verdict(r, rule_contract_day(r->facts, r->policy));
	act_verdict(r, rule_contract_scan(r->facts, r->policy));
}

void contract_record_apply(struct act_run *r)
{
	const struct contract_form *in = r->in;
	struct contract_row old;
	struct challenge_row c;
	bool again = contract_newest(r->db, r->a, r->challenge, &old);
	struct contract_row row = { .id = act_id_next(r), .challenge = r->challenge, .version = again ? old.version + 1 : 1, .number = in->number,
		.kind = in->kind, .amount_fen = in->amount_fen, .signed_on = in->signed_on, .registration = in->registration, .scan = in->scan,
		.remark = in->remark, .org = r->q->org, .person = r->q->person };

	act_write(r, "contract_insert", &row);
	act_move(r, r->challenge, NULL);
	case_of(r, &c);
	tell_three(r, word(r->a, WORD_contract_recorded_title, "number", str_c(r->a, c.number), NULL),
		word(r->a, WORD_contract_recorded_text, "contract", str_c(r->a, in->number), "amount", money_text(r->a, in->amount_fen).p, NULL));
	r->made = r->challenge;
}

/* ---- taskbook_draft ---- */

bool taskbook_draft_facts(struct act_run *r)
{
	taskbook_load(r, r->facts = NEW(r->a, struct taskbook_facts));
	return true;
}

void taskbook_judge(struct act_run *r, const struct taskbook_facts *f)
{
	act_verdict(r, rule_contract_before_taskbook(f, r->policy));
	act_verdict(r, rule_taskbook_complete(f, r->policy));
	act_verdict(r, rule_taskbook_days(f, r->policy));
	act_verdict(r, rule_taskbook_period(f, r->policy));
	act_verdict(r, rule_taskbook_amount(f, r->policy));
	act_verdict(r, rule_race_first_decided(f, r->policy));
	act_verdict(r, rule_race_book_total(f, r->policy));
	act_verdict(r, rule_race_book_fiscal(f, r->policy));
	act_verdict(r, rule_fiscal_share(&f->whole, r->policy));
	act_verdict(r, rule_fiscal_cap(&f->whole, r->policy));
	act_verdict(r, rule_taskbook_fiscal_approved(f, r->policy));
	act_verdict(r, rule_taskbook_milestones(f, r->policy));
	act_verdict(r, rule_taskbook_milestones_inside(f, r->policy));
	act_verdict(r, rule_taskbook_release_once(f, r->policy));
	act_verdict(r, rule_taskbook_criteria(f, r->policy));
	act_verdict(r, rule_taskbook_accounts(f, r->policy));
	act_verdict(r, rule_pi_stays(f, r->policy));
}

void taskbook_draft_judge(struct act_run *r)
{
	taskbook_judge(r, r->facts);
}

static struct taskbook_row book_of(struct act_run *r, const struct taskbook_form *in)
{
	struct taskbook_row old;
	bool again = taskbook_newest(r->db, r->a, r->challenge, &old);

	return (struct taskbook_row){ .id = act_id_next(r), .challenge = r->challenge, .version = again ? old.version + 1 : 1,
		.number = act_number(r, "task_book"), .state = STR("signing"), .starts = in->starts, .ends = in->ends, .pi_name = in->pi_name,
		.pi_stays = in->pi_stays, .goals = in->goals, .research_plan = in->research_plan, .criteria = in->criteria,
		.total_rd_fen = in->total_rd_fen, .fiscal_fen = in->fiscal_fen, .other_fen = in->other_fen, .disbursement = in->disbursement,
		.rewards = in->rewards, .ownership = in->ownership, .duties = in->duties, .integrity = in->integrity,
		.confidentiality = in->confidentiality, .awardee_bank = in->awardee_bank, .awardee_account_secret = in->awardee_account_secret,
		.demander_bank = in->demander_bank, .demander_account_secret = in->demander_account_secret, .org = r->q->org,
		.person = r->q->person, .drafted_at = r->now };
}

/* The milestone that lets the second instalment go: the one marked, else the first. */
static bool releases(const struct taskbook_form *in, size_t i)
{
	const struct taskbook_milestone_form *m = in->milestones.v;

	for (size_t k = 0; k < in->milestones.n; k++)
		if (m[k].releases)
			return k == i;
	return i == 0;
}

static struct rows milestones_of(struct act_run *r, const struct taskbook_form *in, int64_t book)
{
	const struct taskbook_milestone_form *m = in->milestones.v;
	struct taskbook_milestone_row *out = NEW_ARRAY(r->a, in->milestones.n, struct taskbook_milestone_row);

	for (size_t i = 0; i < in->milestones.n; i++)
		out[i] = (struct taskbook_milestone_row){ .id = act_id_next(r), .challenge = r->challenge, .taskbook = book, .ord = (int64_t)i + 1,
			.name = m[i].name, .due = m[i].due, .content = m[i].content, .indicator = m[i].indicator, .deliverable = m[i].deliverable,
			.evidence = m[i].evidence, .releases = releases(in, i) };
	return (struct rows){ out, in->milestones.n };
}

static struct rows indicators_of(struct act_run *r, const struct taskbook_form *in, int64_t book)
{
	const struct taskbook_indicator_form *x = in->indicators.v;
	struct taskbook_indicator_row *out = NEW_ARRAY(r->a, in->indicators.n, struct taskbook_indicator_row);

	for (size_t i = 0; i < in->indicators.n; i++)
		out[i] = (struct taskbook_indicator_row){ .id = act_id_next(r), .challenge = r->challenge, .taskbook = book, .ord = (int64_t)i + 1,
			.name = x[i].name, .target = x[i].target, .unit = x[i].unit, .criterion = x[i].criterion, .binding = x[i].binding };
	return (struct rows){ out, in->indicators.n };
}

static void paper_parties(struct act_run *r, struct taskbook_paper *p)
{
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);

	p->bureau = policy_local_name(r->policy, "bureau");
	p->demander = who.demander_name;
	p->demander_code = who.demander_code;
	p->demander_legal = who.demander_legal;
	p->demander_address = who.demander_address;
	p->awardee = who.awardee_name;
	p->awardee_code = who.awardee_code;
	p->awardee_legal = who.awardee_legal;
	p->awardee_address = who.awardee_address;
}

static void paper_money(struct act_run *r, const struct taskbook_row *b, struct taskbook_paper *p)
{
	int64_t shares[PAYMENT_PARTS_MOST] = { 0 }, parts[PAYMENT_PARTS_MOST] = { 0 };

	payment_parts_demander(r->policy, b->total_rd_fen, shares, parts);
	p->pay1_fen = parts[0];
	p->pay2_fen = parts[1];
	p->pay3_fen = parts[2];
	parts[1] = 0;
	payment_parts_fiscal(r->policy, b->fiscal_fen, shares, parts);
	p->fiscal1_fen = parts[0];
	p->fiscal2_fen = parts[1];
	p->total_fen = b->total_rd_fen + b->fiscal_fen + b->other_fen;
	p->total_rd_fen = b->total_rd_fen;
	p->total_rd_cn = money_text_cn(r->a, b->total_rd_fen);
	p->fiscal_fen = b->fiscal_fen;
	p->other_fen = b->other_fen;
}

static struct taskbook_paper paper_of(struct act_run *r, const struct taskbook_row *b, struct rows milestones, struct rows indicators)
{
	struct contract_row k;
	struct challenge_row c;

	case_of(r, &c);
	contract_newest(r->db, r->a, r->challenge, &k);
	struct taskbook_paper p = { .number = b->number, .project_number = c.project_number, .challenge_number = c.number, .title = c.title,
		.pi_name = b->pi_name, .pi_stays = b->pi_stays, .contract_number = k.number, .contract_registration = k.registration,
		.contract_signed_on = k.signed_on, .starts = b->starts, .ends = b->ends, .goals = b->goals, .research_plan = b->research_plan,
		.criteria = b->criteria, .milestones = milestones, .indicators = indicators, .disbursement = b->disbursement,
		.rewards = b->rewards, .ownership = b->ownership, .duties = b->duties, .integrity = b->integrity,
		.confidentiality = b->confidentiality, .day = r->today };
	paper_parties(r, &p);
	paper_money(r, b, &p);
	return p;
}

static void write_parts(struct act_run *r, struct rows milestones, struct rows indicators)
{
	struct taskbook_milestone_row *m = milestones.v;
	struct taskbook_indicator_row *x = indicators.v;

	for (size_t i = 0; i < milestones.n; i++)
		act_write(r, "taskbook_milestone_insert", &m[i]);
	for (size_t i = 0; i < indicators.n; i++)
		act_write(r, "taskbook_indicator_insert", &x[i]);
}

void taskbook_draft_apply(struct act_run *r)
{
	const struct taskbook_form *in = r->in;
	struct taskbook_row book = book_of(r, in);
	struct rows milestones = milestones_of(r, in, book.id), indicators = indicators_of(r, in, book.id);
	struct taskbook_paper paper = paper_of(r, &book, milestones, indicators);

	book.book_paper = act_issue(r, "task_book", r->challenge, &taskbook_paper_fields, &paper);
	book.pledge_paper = act_issue(r, "integrity_pledge", r->challenge, &taskbook_paper_fields, &paper);
	book.nda_paper = act_issue(r, "nda", r->challenge, &taskbook_paper_fields, &paper);
	act_write(r, "taskbook_insert", &book);
	write_parts(r, milestones, indicators);
	act_move(r, r->challenge, "contract.signing");
	tell_three(r, word(r->a, WORD_taskbook_drafted_title, "number", str_c(r->a, paper.challenge_number), NULL),
		word(r->a, WORD_taskbook_drafted_text, "book", str_c(r->a, book.number), NULL));
	r->made = r->challenge;
}

/* ---- taskbook_return ---- */

bool taskbook_return_facts(struct act_run *r)
{
	struct taskbook_row *book = r->facts = NEW(r->a, struct taskbook_row);

	if (!taskbook_newest(r->db, r->a, r->challenge, book))
		return act_missing(r);
	return str_is(book->state, "signing") || act_not_now(r, book->state);
}

void taskbook_return_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct taskbook_row *book = r->facts;
	struct challenge_row c;

	book->state = STR("returned");
	book->returned = in->reason;
	act_write(r, "taskbook_update", book);
	act_move(r, r->challenge, "contract.drafting");
	case_of(r, &c);
	tell_three(r, word(r->a, WORD_taskbook_returned_title, "number", str_c(r->a, c.number), NULL), in->reason);
	r->made = r->challenge;
}
