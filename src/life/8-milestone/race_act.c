/*
 * The horse race: its first shares are decided case by case, panels are set for its nodes, the project is closed after its runners.
 *
 * What is decided at a node and at the end stands in race_node_act.c.
 */
#include "across/payment/payment.h"
#include "base/money.h"
#include "base/word.h"
#include "life/5-decision/decision.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/race_room.h"

struct str race_link(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/race", (long long)r->challenge);
}

static bool runs(const struct race_runner_row *l)
{
	bool ending = str_starts(l->stage, "termination.") || str_starts(l->stage, "contract.ending");
	bool ended = str_is(l->stage, "closed.terminated") || str_is(l->stage, "closed.unsigned");

	return !str_is(l->state, "stopped") && !ending && !ended;
}

bool race_load(struct act_run *r, struct racing *o)
{
	struct challenge_key key = { r->challenge };

	r->facts = o;
	if (!race_of(r->db, r->a, r->challenge, &o->race) || o->race.challenge != r->challenge)
		return act_missing(r);
	o->runners = db_all(r->db, r->a, "race_runners", &key);
	const struct race_runner_row *l = o->runners.v;
	struct race_runner_row *live = NEW_ARRAY(r->a, o->runners.n + 1, struct race_runner_row);
	size_t n = 0;
	for (size_t i = 0; i < o->runners.n; i++) {
		o->f.closed += str_starts(l[i].stage, "closed.");
		if (!runs(&l[i]))
			continue;
		live[n++] = l[i];
		o->f.books += l[i].book_signed;
		o->f.accepted += l[i].accepted > 0;
	}
	o->live = (struct rows){ live, n };
	o->f.lanes = (int64_t)n;
	o->f.all = (int64_t)o->runners.n;
	o->f.today = r->today;
	return true;
}

const struct race_runner_row *race_live(const struct racing *o, int64_t runner)
{
	const struct race_runner_row *l = o->live.v;

	for (size_t i = 0; i < o->live.n; i++)
		if (l[i].runner == runner)
			return &l[i];
	return NULL;
}

void race_tell(struct act_run *r, const struct racing *o, struct str title, struct str text)
{
	const struct race_runner_row *l = o->runners.v;
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);

	act_tell_org(r, p.demander, title, text, race_link(r));
	act_tell_role(r, ROLE_bureau, title, text, race_link(r));
	act_tell_role(r, ROLE_finance, title, text, race_link(r));
	for (size_t i = 0; i < o->runners.n; i++)
		act_tell_org(r, l[i].org, title, text, str_fmt(r->a, "/challenges/%lld/race", (long long)l[i].runner));
}

static void allot_one(struct act_run *r, const struct racing *o, int64_t decision, const int64_t *shares, const struct race_open_row *open)
{
	const struct race_runner_row *l = o->live.v;
	int64_t parts[RACE_MOST];

	race_split(open->amount_fen, shares, parts, o->live.n);
	for (size_t i = 0; i < o->live.n; i++) {
		struct race_part_row part = { .id = act_id_next(r), .challenge = r->challenge, .decision = decision, .runner = l[i].runner,
			.kind = open->kind, .instalment = open->instalment, .amount_fen = parts[i] };
		if (shares[i])
			act_write(r, "race_part_insert", &part);
	}
}

void race_allot(struct act_run *r, const struct racing *o, int64_t decision, const int64_t *shares, bool all)
{
	struct rows rows = db_all(r->db, r->a, "race_open", &(struct challenge_key){ r->challenge });
	const struct race_open_row *open = rows.v;
	const struct race_runner_row *l = o->live.v;

	for (size_t i = 0; i < rows.n; i++) {
		bool first = i == 0 || !str_eq(open[i].kind, open[i - 1].kind);
		bool last = open[i].instalment == open[i].instalments && open[i].instalment > 1;
		if (all || (first && !last))
			allot_one(r, o, decision, shares, &open[i]);
	}
	for (size_t i = 0; i < o->live.n; i++)
		if (shares[i])
			payment_plan_more(r, l[i].runner);
}

/* ---- race_shares_decide ---- */

struct sharing {
	struct racing o;
	struct fund_facts fund;
	int64_t shares[RACE_MOST];
};

static int64_t approved_fen(struct act_run *r)
{
	struct decision_key key = { .challenge = r->challenge };
	struct rows awards = db_all(r->db, r->a, "decision_together", &key);
	const struct award_row *a = awards.v;

	return awards.n ? a[0].fiscal_fen : 0;
}

bool race_shares_decide_prefill(struct act_run *r)
{
	struct race_shares_form *in = r->in;
	struct decision_key key = { .challenge = r->target };
	struct rows all = db_all(r->db, r->a, "race_runners", &(struct challenge_key){ r->target });
	const struct race_runner_row *l = all.v;
	struct race_lane_form *lanes = NEW_ARRAY(r->a, all.n + 1, struct race_lane_form);
	struct decision_fund_row fund;

	for (size_t i = 0; i < all.n; i++)
		lanes[i] = (struct race_lane_form){ .runner = l[i].runner, .about = str_join(r->a, l[i].letter, " ", l[i].name) };
	in->lanes = (struct rows){ lanes, all.n };
	if (db_one(r->db, r->a, "decision_fund", &key, &fund)) {
		in->total_fen = fund.pay_fen;
		in->other_fen = fund.other_fen;
	}
	in->decided_on = r->today;
	return all.n > 0;
}

static void read_shares(const struct race_shares_form *in, struct sharing *s)
{
	const struct race_runner_row *l = s->o.live.v;
	const struct race_lane_form *x = in->lanes.v;

	for (size_t i = 0; i < in->lanes.n; i++)
		s->o.f.share_sum += x[i].share;
	for (size_t k = 0; k < s->o.live.n && k < RACE_MOST; k++) {
		int64_t times = 0;
		for (size_t i = 0; i < in->lanes.n; i++)
			if (x[i].runner == l[k].runner) {
				s->shares[k] = x[i].share;
				times++;
			}
		s->o.f.named += times == 1;
		s->o.f.shares_positive += s->shares[k] > 0;
	}
}

static void read_nodes(const struct race_shares_form *in, struct race_facts *f)
{
	const struct race_node_form *n = in->nodes.v;
	int64_t before = f->today;

	f->nodes = (int64_t)in->nodes.n;
	for (size_t i = 0; i < in->nodes.n; i++) {
		f->nodes_astray += n[i].due <= before;
		before = n[i].due;
	}
}

bool race_shares_decide_facts(struct act_run *r)
{
	const struct race_shares_form *in = r->in;
	struct sharing *s = NEW(r->a, struct sharing);

	if (!race_load(r, &s->o))
		return false;
	r->facts = s;
	s->fund = (struct fund_facts){ in->total_fen, approved_fen(r), in->other_fen };
	fund_kinds(r->db, r->a, r->challenge, &s->fund);
	s->o.f.decided_on = in->decided_on;
	read_shares(in, s);
	read_nodes(in, &s->o.f);
	return true;
}

void race_shares_decide_judge(struct act_run *r)
{
	const struct sharing *s = r->facts;
	const struct race_facts *f = &s->o.f;

	act_verdict(r, rule_race_lanes_named(f, r->policy));
	act_verdict(r, rule_race_shares_whole(f, r->policy));
	act_verdict(r, rule_race_first_each(f, r->policy));
	act_verdict(r, rule_race_nodes_planned(f, r->policy));
	act_verdict(r, rule_race_nodes_order(f, r->policy));
	act_verdict(r, rule_race_day(f, r->policy));
	act_verdict(r, rule_fiscal_share(&s->fund, r->policy));
	act_verdict(r, rule_fiscal_cap(&s->fund, r->policy));
}

/* The project's instalments of one kind, and what the first shares would give each runner of all of them: its contract. */
static void write_instalments(struct act_run *r, const struct sharing *s, bool fiscal, struct race_lane_row *lanes)
{
	int64_t shares[PAYMENT_PARTS_MOST] = { 0 }, amounts[PAYMENT_PARTS_MOST], parts[RACE_MOST], rest = PERCENT_SCALE;
	size_t n = fiscal ? payment_parts_fiscal(r->policy, s->fund.fiscal_fen, shares, amounts)
		: payment_parts_demander(r->policy, s->fund.demander_fen, shares, amounts);

	for (size_t k = 0; k < n; k++) {
		int64_t share = k + 1 == n ? rest : shares[k];
		struct race_instalment_row row = { .id = act_id_next(r), .challenge = r->challenge, .kind = fiscal ? STR("fiscal") : STR("demander"),
			.instalment = (int64_t)k + 1, .instalments = (int64_t)n, .share = share, .amount_fen = amounts[k] };
		rest -= share;
		act_write(r, "race_instalment_insert", &row);
		race_split(amounts[k], s->shares, parts, s->o.live.n);
		for (size_t i = 0; i < s->o.live.n; i++)
			*(fiscal ? &lanes[i].fiscal_fen : &lanes[i].rd_fen) += parts[i];
	}
}

static void write_lanes(struct act_run *r, const struct sharing *s)
{
	struct race_lane_row lanes[RACE_MOST];
	const struct race_runner_row *l = s->o.live.v;

	for (size_t i = 0; i < s->o.live.n; i++)
		race_lane_of(r->db, r->a, l[i].runner, &lanes[i]);
	write_instalments(r, s, false, lanes);
	if (s->fund.fiscal_fen > 0)
		write_instalments(r, s, true, lanes);
	for (size_t i = 0; i < s->o.live.n; i++)
		act_write(r, "race_lane_set", &lanes[i]);
}

static void write_nodes(struct act_run *r)
{
	const struct race_shares_form *in = r->in;
	const struct race_node_form *n = in->nodes.v;

	for (size_t i = 0; i < in->nodes.n; i++) {
		struct race_node_row row = { .id = act_id_next(r), .challenge = r->challenge, .ord = (int64_t)i + 1, .name = n[i].name, .due = n[i].due };
		act_write(r, "race_node_insert", &row);
	}
}

void race_shares_decide_apply(struct act_run *r)
{
	const struct race_shares_form *in = r->in;
	struct sharing *s = r->facts;
	const struct race_runner_row *l = s->o.live.v;
	struct race_decision_row d = { .id = act_id_next(r), .challenge = r->challenge, .kind = STR("first"), .document = in->document,
		.reason = in->reason, .scan = in->scan, .day = in->decided_on, .org = r->q->org, .person = r->q->person };

	s->o.race.state = STR("running");
	s->o.race.total_fen = s->fund.demander_fen;
	s->o.race.fiscal_fen = s->fund.fiscal_fen;
	s->o.race.other_fen = s->fund.other_fen;
	s->o.race.decided_on = in->decided_on;
	act_write(r, "race_set", &s->o.race);
	write_nodes(r);
	write_lanes(r, s);
	act_write(r, "race_decision_insert", &d);
	for (size_t i = 0; i < s->o.live.n; i++) {
		struct race_share_row share = { .id = act_id_next(r), .challenge = r->challenge, .decision = d.id, .runner = l[i].runner,
			.fate = STR("continue"), .share = s->shares[i] };
		act_write(r, "race_share_insert", &share);
	}
	race_allot(r, &s->o, d.id, s->shares, false);
	act_move(r, r->challenge, "race.running");
	race_tell(r, &s->o, word_text(WORD_race_shares_title), word(r->a, WORD_race_shares_text, "document", str_c(r->a, in->document), NULL));
	r->made = r->challenge;
}

/* ---- race_panel_set ---- */

struct seating {
	struct racing o;
	struct panel_facts p;
	struct milestone_panel_facts m;
	int64_t subject;                /* the node; after the last one the race itself */
};

bool race_panel_set_facts(struct act_run *r)
{
	struct seating *s = NEW(r->a, struct seating);
	struct challenge_key key = { r->challenge };
	struct race_next_row next;

	if (!race_load(r, &s->o))
		return false;
	r->facts = s;
	s->subject = db_one(r->db, r->a, "race_next", &key, &next) ? next.id : s->o.race.id;
	struct panel_result before = panel_result(r->db, r->a, r->challenge, "milestone", s->subject);
	if (before.panel && !before.signed_by_all)
		return act_not_now(r, r->stage);
	s->p = panel_facts_of_form(r, r->challenge, r->in);
	s->m = (struct milestone_panel_facts){ .members = s->p.members, .kinds = s->p.kinds, .demander_head = s->p.demander_head, .tied = s->p.tied };
	return true;
}

void race_panel_set_judge(struct act_run *r)
{
	const struct seating *s = r->facts;

	act_verdict(r, rule_race_books_signed(&s->o.f, r->policy));
	act_verdict(r, rule_milestone_panel_size(&s->m, r->policy));
	act_verdict(r, rule_milestone_panel_odd(&s->m, r->policy));
	act_verdict(r, rule_milestone_panel_kinds(&s->m, r->policy));
	act_verdict(r, rule_milestone_panel_head(&s->m, r->policy));
	act_verdict(r, rule_milestone_panel_conflict(&s->m, r->policy));
	panel_judge(r, &s->p);
}

void race_panel_set_apply(struct act_run *r)
{
	struct seating *s = r->facts;

	r->made = panel_seat(r, "milestone", r->challenge, s->subject, r->in);
	act_move(r, r->challenge, "race.running");
	race_tell(r, &s->o, word_text(WORD_race_panel_title), word_text(WORD_race_panel_text));
}

/* ---- race_close ---- */

bool race_close_facts(struct act_run *r)
{
	return race_load(r, NEW(r->a, struct racing));
}

void race_close_judge(struct act_run *r)
{
	const struct racing *o = r->facts;

	if (!str_is(o->race.state, "decided"))
		act_verdict(r, rule_race_none_left(&o->f, r->policy));
	act_verdict(r, rule_race_lanes_closed(&o->f, r->policy));
}

void race_close_apply(struct act_run *r)
{
	struct racing *o = r->facts;

	o->race.state = STR("closed");
	act_write(r, "race_set", &o->race);
	act_move(r, r->challenge, "closed.raced");
	race_tell(r, o, word_text(WORD_race_closed_title), word_text(WORD_race_closed_text));
	r->made = r->challenge;
}
