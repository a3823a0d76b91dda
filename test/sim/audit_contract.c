/*
 * The technical contract, the task book and the three signatures (8.6.a-c), with the caps that hold for its money (10.1) and its period (7.a).
 * A runner of a horse race is not known here: what its book says follows from the project's shares.
 */
#include "sim/people.h"

#include "base/day.h"
#include "life/7-contract/contract.h"
#include "life/7-contract/direct.h"
#include "life/5-decision/decision.h"

enum { CASES = 40, SIGNERS = 8 };

struct contract_case {
	int64_t id, amount, approved, demander;
	bool contract, runner;
	int64_t signers[SIGNERS];       /* of this draft: organisations; -1 the bureau */
	size_t signers_n;
};

struct memory {
	struct people people;
	struct contract_case cases[CASES];
	size_t n;
};

static const struct contract_case *case_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->cases[i].id == id)
			return &m->cases[i];
	return NULL;
}

static struct contract_case *case_of(struct memory *m, int64_t id)
{
	struct contract_case *c = (struct contract_case *)case_find(m, id);
	if (!c && m->n < CASES)
		*(c = &m->cases[m->n++]) = (struct contract_case){ .id = id };
	return c;
}

/* Which of the three parties: the bureau -1, the demander 1, else the awardee's side 2. */
static int64_t party(const struct contract_case *c, const struct act_request *q)
{
	return q->role == ROLE_bureau ? -1 : q->org == c->demander ? 1 : 2;
}

static void runners(struct memory *m, const struct contract_case *project, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	for (size_t i = 0; i < l->items.n; i++)
		if (str_is(t[i].table, "challenge") && t[i].id != l->challenge) {
			struct contract_case *c = case_of(m, t[i].id);
			if (c)
				*c = (struct contract_case){ .id = t[i].id, .runner = true, .demander = project->demander };
		}
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	struct contract_case *c = l->challenge ? case_of(m, l->challenge) : NULL;
	const void *in = l->q.in;
	people_saw(&m->people, l);
	if (!c)
		return;
	switch (l->q.act) {
	case ACT_need_submit:
		c->demander = l->q.org;
		break;
	case ACT_direct_enter: case ACT_direct_again:
		c->demander = l->q.org;
		c->approved = ((const struct direct_form *)in)->fiscal_fen;     /* what the bureau lets through */
		break;
	case ACT_award_propose:
		c->approved = ((const struct award_form *)in)->fiscal_fen;
		break;
	case ACT_establish:
		runners(m, c, l);
		break;
	case ACT_contract_record:
		c->contract = true;
		c->amount = ((const struct contract_form *)in)->amount_fen;
		break;
	case ACT_taskbook_draft:
		c->signers_n = 0;
		break;
	case ACT_taskbook_sign:
		if (c->signers_n < SIGNERS)
			c->signers[c->signers_n++] = party(c, &l->q);
		break;
	default:
		break;
	}
}

/* ---- the task book ---- */

/* The ten matters of 8.6.c that are missing. */
static int64_t missing(const struct taskbook_form *in)
{
	const struct str texts[] = { in->goals, in->research_plan, in->criteria, in->disbursement, in->rewards, in->ownership, in->duties, in->integrity,
		in->confidentiality };
	int64_t n = in->milestones.n == 0;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		n += texts[i].n == 0;
	return n;
}

static void milestones(const struct taskbook_form *in, struct rule_set *out)
{
	const struct taskbook_milestone_form *k = in->milestones.v;
	int64_t outside = 0, releases = 0;
	for (size_t i = 0; i < in->milestones.n; i++) {
		outside += k[i].due < in->starts || k[i].due > in->ends || (i && k[i].due < k[i - 1].due);
		releases += k[i].releases;
	}
	breaks(out, RULE_taskbook_milestones, !in->milestones.n);
	breaks(out, RULE_taskbook_milestones_inside, outside > 0);
	breaks(out, RULE_taskbook_release_once, releases > 1);
}

static bool criteria_missing(const struct taskbook_form *in)
{
	const struct taskbook_indicator_form *k = in->indicators.v;
	for (size_t i = 0; i < in->indicators.n; i++)
		if (!k[i].criterion.n)
			return true;
	return !in->indicators.n;
}

static bool accounts_wrong(const struct taskbook_form *in)
{
	return !str_eq(in->awardee_account_secret, in->awardee_account_again_secret)
		|| !str_eq(in->demander_account_secret, in->demander_account_again_secret) || (in->fiscal_fen && !in->demander_account_secret.n);
}

static void draft(const struct contract_case *c, const struct taskbook_form *in, struct rule_set *out)
{
	breaks(out, RULE_contract_before_taskbook, !c->contract);
	breaks(out, RULE_taskbook_complete, missing(in) > 0);
	breaks(out, RULE_taskbook_days, in->ends <= in->starts);
	breaks(out, RULE_taskbook_period, in->ends > day_add_months(in->starts, 36));
	breaks(out, RULE_taskbook_amount, c->contract && in->total_rd_fen != c->amount);
	breaks(out, RULE_taskbook_fiscal_approved, in->fiscal_fen > c->approved);
	milestones(in, out);
	breaks(out, RULE_taskbook_criteria, criteria_missing(in));
	breaks(out, RULE_taskbook_accounts, accounts_wrong(in));
	breaks(out, RULE_pi_stays, !in->pi_stays);
	breaks(out, RULE_fiscal_share, in->fiscal_fen * 100 > (in->fiscal_fen + in->total_rd_fen + in->other_fen) * 30);
	breaks(out, RULE_fiscal_cap, in->fiscal_fen > 100000000);
}

/* ---- the signatures ---- */

static void sign(const struct contract_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct taskbook_sign_form *in = q->in;
	bool signed_already = false;
	for (size_t i = 0; i < c->signers_n; i++)
		signed_already |= c->signers[i] == party(c, q);
	breaks(out, RULE_three_papers_signed, in->task_book + in->integrity_pledge + in->nda < 3);
	breaks(out, RULE_sealed_scan, !in->scan.n);
	breaks(out, RULE_sign_once, signed_already);
}

/* The demander of a contest match is what 5.1.1 asks of every demander. */
static void admit(const struct memory *m, const struct contract_case *c, struct rule_set *out)
{
	const struct people_org *o = people_org(&m->people, c->demander);
	breaks(out, RULE_need_org_verified, !o || !o->verified);
	breaks(out, RULE_need_key_industry, !o || !o->key_industry);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct contract_case *c = case_find(memory, q->target);
	if (!c)
		return false;
	switch (q->act) {
	case ACT_contract_meet:
		breaks(out, RULE_contract_meet_day, ((const struct contract_meet_form *)q->in)->day > instant_day(q->now));
		return true;
	case ACT_contract_record:
		breaks(out, RULE_contract_day, ((const struct contract_form *)q->in)->signed_on > instant_day(q->now));
		breaks(out, RULE_contract_scan, !((const struct contract_form *)q->in)->scan.n);
		return true;
	case ACT_taskbook_draft:
		if (c->runner)
			return false;
		draft(c, q->in, out);
		return true;
	case ACT_taskbook_return: case ACT_direct_decline: case ACT_direct_withdraw: case ACT_direct_return: case ACT_direct_refuse:
		return true;
	case ACT_direct_admit:
		admit(memory, c, out);
		return true;
	case ACT_taskbook_sign:
		sign(c, q, out);
		return true;
	default:
		return false;
	}
}

const struct desk desk_contract = { "contract", sizeof(struct memory), saw, predicts };
