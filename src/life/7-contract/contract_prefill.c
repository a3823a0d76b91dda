/*
 * What the forms of this room begin with: the contract and the task book filled from the demand and the awarded bid.
 */
#include "across/payment/payment.h"
#include "across/race/race.h"
#include "base/choice.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"
#include "life/7-contract/contract.h"

bool contract_record_prefill(struct act_run *r)
{
	struct contract_form *in = r->in;
	struct contract_prefill_row p;

	in->kind = STR("entrusted");
	in->signed_on = r->today;
	if (db_one(r->db, r->a, "contract_prefill", &(struct challenge_key){ r->challenge }, &p))
		in->amount_fen = p.quote_fen;
	struct race_lane_row lane;
	if (race_lane_of(r->db, r->a, r->challenge, &lane))
		in->amount_fen = lane.rd_fen;
	return true;
}

/* The plan of both sums in words, from the pack's shares. */
static struct str disbursement(struct act_run *r, int64_t total_fen, int64_t fiscal_fen)
{
	int64_t shares[PAYMENT_PARTS_MOST] = { 0 }, parts[PAYMENT_PARTS_MOST] = { 0 }, fiscal[PAYMENT_PARTS_MOST] = { 0 };

	payment_parts_demander(r->policy, total_fen, shares, parts);
	payment_parts_fiscal(r->policy, fiscal_fen, shares, fiscal);
	return word(r->a, WORD_taskbook_disbursement, "a", money_text(r->a, parts[0]).p, "b", money_text(r->a, parts[1]).p,
		"c", money_text(r->a, parts[2]).p, "d", money_text(r->a, fiscal[0]).p, "e", money_text(r->a, fiscal[1]).p, NULL);
}

static struct str ownership(struct act_run *r, const struct contract_prefill_row *p)
{
	if (!p->ownership.n)
		return p->ownership_text;
	struct str label = choice_label(policy_list(r->policy, "ownership"), p->ownership);
	return p->ownership_text.n ? str_join(r->a, label, "\n", p->ownership_text) : label;
}

static void prefill_texts(struct act_run *r, const struct contract_prefill_row *p, struct taskbook_form *in)
{
	in->pi_name = p->leader;
	in->pi_stays = p->leader_stays;
	in->goals = p->goal;
	in->research_plan = p->route;
	in->ownership = ownership(r, p);
	in->criteria = word_text(WORD_taskbook_criteria_text);
	in->rewards = word_text(WORD_taskbook_rewards_text);
	in->duties = word_text(WORD_taskbook_duties_text);
	in->integrity = word_text(WORD_taskbook_integrity_text);
	in->confidentiality = word_text(WORD_taskbook_confidentiality_text);
	in->disbursement = disbursement(r, in->total_rd_fen, in->fiscal_fen);
}

static struct rows prefill_milestones(struct act_run *r, int64_t bid_version, int64_t starts)
{
	struct rows all = db_all(r->db, r->a, "contract_prefill_milestones", &(struct id_key){ bid_version });
	const struct contract_bid_milestone *m = all.v;
	struct taskbook_milestone_form *out = NEW_ARRAY(r->a, all.n, struct taskbook_milestone_form);

	for (size_t i = 0; i < all.n; i++)
		out[i] = (struct taskbook_milestone_form){ .name = m[i].name, .due = day_add_months(starts, (int)m[i].month),
			.content = m[i].name, .indicator = m[i].indicator, .deliverable = m[i].outcome, .releases = i == 0 };
	return (struct rows){ out, all.n };
}

/* A returned draft comes back as it was; else demand and bid are the first draft. */
static bool prefill_again(struct act_run *r, struct taskbook_form *in)
{
	struct taskbook_row b;

	if (!taskbook_newest(r->db, r->a, r->challenge, &b))
		return false;
	*in = (struct taskbook_form){ .starts = b.starts, .ends = b.ends, .pi_name = b.pi_name, .pi_stays = b.pi_stays, .goals = b.goals,
		.research_plan = b.research_plan, .criteria = b.criteria, .total_rd_fen = b.total_rd_fen, .fiscal_fen = b.fiscal_fen,
		.other_fen = b.other_fen, .disbursement = b.disbursement, .rewards = b.rewards, .ownership = b.ownership, .duties = b.duties,
		.integrity = b.integrity, .confidentiality = b.confidentiality, .awardee_bank = b.awardee_bank, .demander_bank = b.demander_bank };
	in->milestones = db_all(r->db, r->a, "taskbook_milestones_again", &(struct taskbook_key){ b.id });
	in->indicators = db_all(r->db, r->a, "taskbook_indicators_again", &(struct taskbook_key){ b.id });
	return true;
}

bool taskbook_draft_prefill(struct act_run *r)
{
	struct taskbook_form *in = r->in;
	struct contract_prefill_row p;
	struct contract_row c;

	if (prefill_again(r, in))
		return true;
	if (!db_one(r->db, r->a, "contract_prefill", &(struct challenge_key){ r->challenge }, &p))
		return false;
	bool signed_contract = contract_newest(r->db, r->a, r->challenge, &c);
	in->starts = signed_contract ? c.signed_on : r->today;
	in->ends = day_add(day_add_months(in->starts, (int)p.period), -1);
	in->total_rd_fen = signed_contract ? c.amount_fen : p.quote_fen;
	in->fiscal_fen = p.fiscal_fen;
	in->other_fen = p.other_fen + p.own_fen;
	in->indicators = db_all(r->db, r->a, "contract_prefill_indicators", &(struct id_key){ p.need });
	in->milestones = prefill_milestones(r, p.bid_version, in->starts);
	prefill_texts(r, &p, in);
	struct race_lane_row lane;
	if (race_lane_of(r->db, r->a, r->challenge, &lane)) {
		in->fiscal_fen = lane.fiscal_fen;
		in->other_fen = p.own_fen;
		in->disbursement = word_text(WORD_taskbook_disbursement_race);
	}
	return true;
}
