/*
 * Facts of an instalment, from the store, and the grounds of a fiscal payment as people read them.
 *
 * For payment_act.c (to judge) and payment_view.c (to show): both see the same facts.
 */
#include "across/payment/payment.h"
#include "base/money.h"
#include "base/word.h"

static bool reached(struct db *db, struct arena *a, int64_t challenge, const char *trigger)
{
	struct payment_reached_row found;

	return db_one(db, a, "payment_reached_find", &(struct payment_reached_key){ challenge, str_of(trigger) }, &found);
}

static bool settled(const struct payment_row *p)
{
	return p->paid_fen > 0 || p->amount_fen == 0;
}

/* Sums over the project's instalments; rows come in the order of instalments within a kind. */
static void load_rows(struct rows all, const struct payment_row *row, struct payment_facts *f)
{
	const struct payment_row *p = all.v;
	bool unbroken = true;

	for (size_t i = 0; i < all.n; i++) {
		if (str_is(p[i].kind, "fiscal")) {
			f->fiscal_other_fen += p[i].id != row->id ? p[i].paid_fen : 0;
			continue;
		}
		bool evidenced = settled(&p[i]) && (p[i].voucher.n > 0 || p[i].amount_fen == 0);
		unbroken = unbroken && evidenced;
		f->demander_vouchered += unbroken;
		f->demander_paid_fen += evidenced ? p[i].paid_fen : 0;
		if (!f->fiscal && p[i].instalment < row->instalment && !settled(&p[i]))
			f->earlier_unpaid++;
	}
}

/* The caps hold for all runners of a horse race together. */
static void load_race(struct db *db, struct arena *a, const struct payment_row *row, struct payment_facts *f)
{
	struct payment_race_row race;

	if (!db_one(db, a, "payment_race_of", &(struct challenge_key){ row->challenge }, &race))
		return;
	f->runner = true;
	f->first_fen = race.first_fen;
	f->fund.demander_fen = race.total_fen;
	f->fund.fiscal_fen = race.fiscal_fen;
	f->fund.other_fen = race.other_fen;
	f->fiscal_other_fen = race.fiscal_paid_fen - (f->fiscal ? row->paid_fen : 0);
}

void fund_kinds(struct db *db, struct arena *a, int64_t challenge, struct fund_facts *f)
{
	struct challenge_key key = { challenge };
	struct payment_kinds_row kinds;

	if (!db_one(db, a, "payment_kinds", &key, &kinds))
		return;
	f->publisher_kind = kinds.publisher_kind;
	f->project_type = kinds.project_type;
}

void payment_load(struct db *db, struct arena *a, const struct payment_row *row, struct payment_facts *f)
{
	struct challenge_key key = { row->challenge };
	struct payment_fund_row fund;

	*f = (struct payment_facts){ .name = payment_name(a, row), .condition = payment_condition(row->waits_for),
		.fiscal = str_is(row->kind, "fiscal"), .instalment = row->instalment, .instalments = row->instalments,
		.planned_fen = row->amount_fen, .amount_fen = row->amount_fen, .paid_fen = row->paid_fen,
		.stopped = str_is(row->state, "stopped") || str_is(row->state, "cancelled"),
		.requested = str_is(row->state, "requested") || row->paid_on };
	f->signed_book = reached(db, a, row->challenge, "signed");
	f->stage_passed = reached(db, a, row->challenge, "stage_passed");
	f->accepted = reached(db, a, row->challenge, "accepted");
	f->reached = reached(db, a, row->challenge, str_c(a, row->waits_for));
	if (db_one(db, a, "payment_fund_of", &key, &fund))
		f->fund = (struct fund_facts){ fund.demander_fen, fund.fiscal_fen, fund.other_fen };
	fund_kinds(db, a, row->challenge, &f->fund);
	load_rows(db_all(db, a, "payment_of_challenge", &key), row, f);
	load_race(db, a, row, f);
}

static struct str figure(struct arena *a, enum unit unit, int64_t v)
{
	switch (unit) {
	case UNIT_FEN:
		return word(a, WORD_payment_yuan, "amount", str_c(a, money_text(a, v)), NULL);
	case UNIT_SHARE:
		return str_fmt(a, "%lld.%02lld%%", (long long)v / 100, (long long)v % 100);
	case UNIT_FLAG:
		return word_text(v ? WORD_yes : WORD_no);
	default:
		return str_fmt(a, "%lld", (long long)v);
	}
}

static struct str clause_number(const struct policy *p, enum rule_id rule)
{
	const struct binding *b = policy_binding(p, rule);
	if (!b || !b->clauses.n)
		return (struct str){ 0 };
	const struct clause *c = policy_clause(p, ((struct str *)b->clauses.v)[0]);
	return c ? c->number : (struct str){ 0 };
}

struct ground {
	enum word_id sentence;
	struct verdict verdict;
};

struct rows payment_grounds(struct arena *a, const struct payment_facts *f, const struct policy *p, bool *all)
{
	const struct ground grounds[] = {
		{ WORD_ground_taskbook, rule_fiscal_after_taskbook(f, p) },
		{ WORD_ground_first, rule_fiscal_first_after_demander(f, p) },
		{ WORD_ground_accepted, rule_fiscal_second_after_acceptance(f, p) },
		{ WORD_ground_voucher, rule_fiscal_voucher(f, p) },
		{ WORD_ground_share, rule_fiscal_share(&f->fund, p) },
		{ WORD_ground_cap, rule_fiscal_cap(&f->fund, p) },
		{ WORD_ground_total, rule_fiscal_total_within(f, p) },
		{ WORD_ground_running, rule_payment_running(f, p) },
	};
	size_t most = sizeof grounds / sizeof *grounds, n = 0;
	struct money_ground *out = NEW_ARRAY(a, most, struct money_ground);

	*all = true;
	for (size_t i = 0; i < most; i++) {
		const struct verdict *v = &grounds[i].verdict;
		const struct rule_info *info = &rule_infos[v->rule];
		if (!policy_enabled(p, v->rule) || (v->rule == RULE_fiscal_second_after_acceptance && f->instalment < f->instalments))
			continue;
		bool ok = v->outcome == HOLDS;
		*all = *all && ok;
		out[n++] = (struct money_ground){ .sentence = word_text(grounds[i].sentence), .clause = clause_number(p, v->rule), .holds = ok,
			.found = figure(a, info->unit, v->found), .wanted = figure(a, info->unit, v->wanted),
			.remedy = ok ? (struct str){ 0 } : str_of(info->remedy) };
	}
	return (struct rows){ out, n };
}
