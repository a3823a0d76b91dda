/*
 * What the contract's acts and pages read: parties, the newest contract and task book, the facts of a task book as typed.
 */
#include "base/day.h"
#include "across/race/race.h"
#include "base/word.h"
#include "across/payment/payment.h"
#include "life/7-contract/contract.h"
#include "life/7-contract/contract_facts.h"

bool contract_newest(struct db *db, struct arena *a, int64_t challenge, struct contract_row *out)
{
	return db_one(db, a, "contract_of", &(struct challenge_key){ challenge }, out);
}

bool taskbook_newest(struct db *db, struct arena *a, int64_t challenge, struct taskbook_row *out)
{
	return db_one(db, a, "taskbooks_of", &(struct challenge_key){ challenge }, out);
}

bool taskbook_signed(struct db *db, struct arena *a, int64_t challenge, struct taskbook_row *out)
{
	return taskbook_newest(db, a, challenge, out) && str_is(out->state, "signed");
}

struct contract_parties contract_parties(struct db *db, struct arena *a, int64_t challenge)
{
	struct contract_parties p;

	db_one(db, a, "contract_parties_of", &(struct challenge_key){ challenge }, &p);
	return p;
}

/* The parts that the task book has to have, by the name of their field; rows count when there is one. */
static const char *const parts[] = { "goals", "research_plan", "milestones", "criteria", "disbursement", "rewards", "ownership", "duties",
	"integrity", "confidentiality" };

static bool part_there(const struct taskbook_form *in, const struct field *f)
{
	if (f->kind == KIND_rows)
		return FIELD_ROWS(in, f).n > 0;
	return str_trim(FIELD_STR(in, f)).n > 0;
}

static void load_parts(struct arena *a, const struct taskbook_form *in, struct taskbook_facts *out)
{
	const char *between = str_c(a, word_text(WORD_part_between));

	out->parts_wanted = sizeof parts / sizeof *parts;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct field *f = field_find(&taskbook_form_fields, str_of(parts[i]));
		if (part_there(in, f)) {
			out->parts++;
			continue;
		}
		out->missing = out->missing.n ? str_join(a, out->missing, between, str_of(f->label)) : str_of(f->label);
	}
}

static void load_milestones(const struct taskbook_form *in, struct taskbook_facts *f)
{
	const struct taskbook_milestone_form *m = in->milestones.v;
	int64_t before = 0;

	f->milestones = (int64_t)in->milestones.n;
	for (size_t i = 0; i < in->milestones.n; i++) {
		bool inside = m[i].due >= in->starts && m[i].due <= in->ends && m[i].due >= before;
		before = m[i].due;
		f->milestones_releasing += m[i].releases;
		if (inside)
			continue;
		if (!f->milestones_outside++)
			f->milestone_outside = m[i].name;
	}
}

static void load_indicators(const struct taskbook_form *in, struct taskbook_facts *f)
{
	const struct taskbook_indicator_form *x = in->indicators.v;

	f->indicators = (int64_t)in->indicators.n;
	for (size_t i = 0; i < in->indicators.n; i++) {
		if (str_trim(x[i].criterion).n)
			continue;
		if (!f->indicators_bare++)
			f->indicator_bare = x[i].name;
	}
	if (!in->indicators.n)
		f->indicator_bare = str_of(field_find(&taskbook_form_fields, STR("indicators"))->label);
}

/* The money of the whole project: the other runners' task books, or what is meant for them, and this one. */
static void load_race(struct act_run *r, struct taskbook_facts *f)
{
	struct race_lane_row lane;
	struct race_row race;

	f->whole = f->fund;
	f->runner = race_lane_of(r->db, r->a, r->challenge, &lane) && race_of(r->db, r->a, r->challenge, &race);
	if (!f->runner)
		return;
	f->allotted = !str_is(race.state, "allotting");
	f->lane_rd_fen = lane.rd_fen;
	f->lane_fiscal_fen = lane.fiscal_fen;
	struct contract_race_sum sum;
	db_one(r->db, r->a, "contract_race_others", &(struct challenge_key){ r->challenge }, &sum);
	f->whole.demander_fen += sum.rd_fen;
	f->whole.fiscal_fen += sum.fiscal_fen;
	f->whole.other_fen += sum.other_fen + race.other_fen;
}

void taskbook_load(struct act_run *r, struct taskbook_facts *f)
{
	const struct taskbook_form *in = r->in;
	struct contract_approved_row approved;
	struct contract_row c;

	*f = (struct taskbook_facts){ .starts = in->starts, .ends = in->ends, .pi_stays = in->pi_stays };
	f->has_contract = contract_newest(r->db, r->a, r->challenge, &c);
	f->contract_fen = f->has_contract ? c.amount_fen : 0;
	f->fund = (struct fund_facts){ in->total_rd_fen, in->fiscal_fen, in->other_fen };
	fund_kinds(r->db, r->a, r->challenge, &f->fund);
	load_race(r, f);
	f->has_approved = db_one(r->db, r->a, "contract_approved", &(struct challenge_key){ r->challenge }, &approved);
	f->approved_fen = approved.fiscal_fen;
	f->accounts_equal = str_eq(in->awardee_account_secret, in->awardee_account_again_secret)
		&& str_eq(in->demander_account_secret, in->demander_account_again_secret);
	f->fiscal_account = in->demander_account_secret.n > 0;
	load_parts(r->a, in, f);
	load_milestones(in, f);
	load_indicators(in, f);
}
