/*
 * A node of the horse race and its end: the panel's ranking, who goes on with which share, who is not supported any longer, who wins.
 *
 * Both decisions are one walk: rows for each runner that runs, shares that are the whole, those who stop leave for termination (10.2.e).
 */
#include "across/payment/payment.h"
#include "base/money.h"
#include "base/word.h"
#include "life/8-milestone/race_room.h"

struct node_pick {                      /* of one runner that runs, in their order */
	int64_t rank, share, panel_rank;
	bool named, going;
	struct str reason;
};

struct noding {
	struct racing o;
	struct race_next_row next;
	struct panel_result panel;
	struct node_pick pick[RACE_MOST];
};

static const struct panel_rank_row *place_of(const struct panel_result *panel, int64_t bid)
{
	const struct panel_rank_row *v = panel->ranking.v;

	for (size_t i = 0; i < panel->ranking.n; i++)
		if (v[i].bid == bid)
			return &v[i];
	return NULL;
}

static struct str place_text(struct act_run *r, const struct panel_rank_row *place)
{
	if (!place)
		return STR("");
	const char *mean = str_fmt(r->a, "%lld.%02lld", (long long)(place->score / 100), (long long)(place->score % 100)).p;
	if (!place->rank)
		return word(r->a, WORD_decision_unranked, "mean", mean, NULL);
	return word(r->a, WORD_decision_place, "rank", str_fmt(r->a, "%lld", (long long)place->rank).p, "mean", mean, NULL);
}

/* The newest panel on the project: of this node, or of the end. */
static bool load(struct act_run *r, struct noding *s, bool node)
{
	struct challenge_key key = { r->challenge };

	if (!race_load(r, &s->o))
		return false;
	r->facts = s;
	bool open = db_one(r->db, r->a, "race_next", &key, &s->next);
	struct rows nodes = db_all(r->db, r->a, "race_nodes", &key);
	s->o.f.nodes_open = open ? (int64_t)nodes.n - s->next.ord + 1 : 0;
	if (node && !open)
		return act_not_now(r, r->stage);
	s->panel = panel_result(r->db, r->a, r->challenge, "milestone", node ? s->next.id : 0);
	s->o.f.panel_signed = s->panel.panel && s->panel.signed_by_all;
	s->o.f.node_due = s->next.due;
	const struct race_runner_row *l = s->o.live.v;
	for (size_t i = 0; i < s->o.live.n && i < RACE_MOST; i++) {
		const struct panel_rank_row *place = place_of(&s->panel, l[i].bid);
		s->pick[i].panel_rank = place ? place->rank : 0;
		s->o.f.concluded += l[i].concluded_on > s->next.after;
	}
	return true;
}

/* Did the decision place a runner that the panel put behind another in front of it, or let it go on instead? */
static bool overturns(const struct node_pick *x, const struct node_pick *y)
{
	bool behind = x->panel_rank && y->panel_rank && x->panel_rank > y->panel_rank;

	return behind && ((x->going && !y->going) || (x->rank && y->rank && x->rank < y->rank));
}

static void look_at_picks(struct noding *s)
{
	struct race_facts *f = &s->o.f;
	const struct race_runner_row *l = s->o.live.v;
	bool place[RACE_MOST + 1] = { false };

	f->departs = !str_is(s->panel.conclusion, "support");
	for (size_t i = 0; i < s->o.live.n && i < RACE_MOST; i++) {
		const struct node_pick *k = &s->pick[i];
		bool late = str_starts(l[i].stage, "acceptance.") && !str_is(l[i].stage, "acceptance.failed");

		f->named += k->named;
		f->going += k->going;
		*(k->going ? &f->going_share : &f->stopped_share) += k->share;
		if (k->rank >= 1 && k->rank <= f->lanes && !place[k->rank])
			place[k->rank] = true, f->places++;
		if (!k->going && !k->reason.n && !f->stop_bare.n)
			f->stop_bare = l[i].name;
		if (!k->going && (late || str_starts(l[i].stage, "closed.")) && !f->stop_late.n)
			f->stop_late = l[i].name;
		for (size_t j = 0; j < s->o.live.n && j < RACE_MOST; j++)
			f->departs |= overturns(k, &s->pick[j]);
	}
}

static struct node_pick *pick_of(struct noding *s, int64_t runner)
{
	const struct race_runner_row *l = race_live(&s->o, runner);

	return l ? &s->pick[l - (const struct race_runner_row *)s->o.live.v] : NULL;
}

/* What the form says of one runner; named twice, it counts as not named. */
static void put_pick(struct noding *s, int64_t runner, struct node_pick said)
{
	struct node_pick *k = pick_of(s, runner);

	s->o.f.share_sum += said.share;
	if (!k)
		return;
	said.panel_rank = k->panel_rank;
	said.named = !k->named;
	*k = said;
}

/* ---- write ---- */

static void stop(struct act_run *r, const struct race_runner_row *l, int64_t decision)
{
	struct race_lane_row lane;

	race_lane_of(r->db, r->a, l->runner, &lane);
	lane.state = STR("stopped");
	lane.ended = decision;
	act_write(r, "race_lane_set", &lane);
	payment_stop(r, l->runner);
	act_move(r, l->runner, "milestone.halted");
	act_tell_org(r, l->org, word(r->a, WORD_race_stopped_title, "number", str_c(r->a, l->number), NULL), word_text(WORD_race_stopped_text),
		str_fmt(r->a, "/challenges/%lld/race", (long long)l->runner));
}

static void win(struct act_run *r, const struct race_runner_row *l)
{
	struct race_lane_row lane;

	race_lane_of(r->db, r->a, l->runner, &lane);
	lane.state = STR("won");
	act_write(r, "race_lane_set", &lane);
}

static void write_decision(struct act_run *r, struct noding *s, struct race_decision_row *d)
{
	const struct race_runner_row *l = s->o.live.v;
	bool final = str_is(d->kind, "final");
	int64_t shares[RACE_MOST] = { 0 };

	act_write(r, "race_decision_insert", d);
	for (size_t i = 0; i < s->o.live.n && i < RACE_MOST; i++) {
		const struct node_pick *k = &s->pick[i];
		struct race_share_row row = { .id = act_id_next(r), .challenge = r->challenge, .decision = d->id, .runner = l[i].runner,
			.rank = k->rank, .fate = !k->going ? STR("stop") : final ? STR("win") : STR("continue"), .share = k->share, .reason = k->reason };
		act_write(r, "race_share_insert", &row);
		shares[i] = k->share;
		if (!k->going)
			stop(r, &l[i], d->id);
		else if (final)
			win(r, &l[i]);
	}
	race_allot(r, &s->o, d->id, shares, final || s->o.f.going == 1);
}

/* ---- race_assess ---- */

bool race_assess_prefill(struct act_run *r)
{
	struct race_assess_form *in = r->in;
	struct noding *s = NEW(r->a, struct noding);

	r->challenge = r->target;
	if (!load(r, s, true))
		return false;
	const struct race_runner_row *l = s->o.live.v;
	struct race_fate_form *x = NEW_ARRAY(r->a, s->o.live.n + 1, struct race_fate_form);
	for (size_t i = 0; i < s->o.live.n; i++)
		x[i] = (struct race_fate_form){ .runner = l[i].runner, .about = str_join(r->a, l[i].letter, " ", l[i].name), .fate = STR("continue"),
			.mean = s->o.f.panel_signed ? place_text(r, place_of(&s->panel, l[i].bid)) : STR(""),
			.rank = s->o.f.panel_signed ? s->pick[i].panel_rank : 0 };
	in->lanes = (struct rows){ x, s->o.live.n };
	return true;
}

bool race_assess_facts(struct act_run *r)
{
	const struct race_assess_form *in = r->in;
	const struct race_fate_form *x = in->lanes.v;
	struct noding *s = NEW(r->a, struct noding);

	if (!load(r, s, true))
		return false;
	for (size_t i = 0; i < in->lanes.n; i++)
		put_pick(s, x[i].runner, (struct node_pick){ .rank = x[i].rank, .share = x[i].share, .going = str_is(x[i].fate, "continue"),
			.reason = str_trim(x[i].reason) });
	s->o.f.reasoned = str_trim(in->differs).n > 0;
	look_at_picks(s);
	return true;
}

static void judge_shares(struct act_run *r, const struct race_facts *f)
{
	act_verdict(r, rule_race_panel_signed(f, r->policy));
	act_verdict(r, rule_race_lanes_named(f, r->policy));
	act_verdict(r, rule_race_goes_on(f, r->policy));
	act_verdict(r, rule_race_shares_whole(f, r->policy));
	act_verdict(r, rule_race_one_left(f, r->policy));
	act_verdict(r, rule_race_stopped_nothing(f, r->policy));
	act_verdict(r, rule_race_stop_reason(f, r->policy));
	act_verdict(r, rule_race_stop_in_time(f, r->policy));
	if (f->panel_signed)
		act_verdict(r, rule_race_follows_panel(f, r->policy));
}

void race_assess_judge(struct act_run *r)
{
	const struct race_facts *f = &((struct noding *)r->facts)->o.f;

	act_verdict(r, rule_race_books_signed(f, r->policy));
	act_verdict(r, rule_race_node_reached(f, r->policy));
	act_verdict(r, rule_race_places(f, r->policy));
	judge_shares(r, f);
}

void race_assess_apply(struct act_run *r)
{
	const struct race_assess_form *in = r->in;
	struct noding *s = r->facts;
	struct race_decision_row d = { .id = act_id_next(r), .challenge = r->challenge, .kind = STR("node"), .node = s->next.id, .panel = s->panel.panel,
		.document = in->document, .reason = in->reason, .differs = in->differs, .scan = in->scan, .day = r->today, .org = r->q->org,
		.person = r->q->person };

	write_decision(r, s, &d);
	act_move(r, r->challenge, "race.running");
	race_tell(r, &s->o, word(r->a, WORD_race_assessed_title, "node", str_c(r->a, s->next.name), NULL), in->reason);
	r->made = r->challenge;
}

/* ---- race_conclude ---- */

bool race_conclude_prefill(struct act_run *r)
{
	struct race_conclude_form *in = r->in;
	struct noding *s = NEW(r->a, struct noding);

	r->challenge = r->target;
	if (!load(r, s, false))
		return false;
	const struct race_runner_row *l = s->o.live.v;
	struct race_final_form *x = NEW_ARRAY(r->a, s->o.live.n + 1, struct race_final_form);
	for (size_t i = 0; i < s->o.live.n; i++)
		x[i] = (struct race_final_form){ .runner = l[i].runner, .about = str_join(r->a, l[i].letter, " ", l[i].name),
			.mean = s->o.f.panel_signed ? place_text(r, place_of(&s->panel, l[i].bid)) : STR(""),
			.fate = s->o.live.n == 1 ? STR("win") : STR(""), .share = s->o.live.n == 1 ? PERCENT_SCALE : 0 };
	in->lanes = (struct rows){ x, s->o.live.n };
	return true;
}

bool race_conclude_facts(struct act_run *r)
{
	const struct race_conclude_form *in = r->in;
	const struct race_final_form *x = in->lanes.v;
	struct noding *s = NEW(r->a, struct noding);

	if (!load(r, s, false))
		return false;
	for (size_t i = 0; i < in->lanes.n; i++)
		put_pick(s, x[i].runner, (struct node_pick){ .share = x[i].share, .going = str_is(x[i].fate, "win"), .reason = str_trim(x[i].reason) });
	s->o.f.reasoned = str_trim(in->differs).n > 0;
	look_at_picks(s);
	return true;
}

void race_conclude_judge(struct act_run *r)
{
	const struct race_facts *f = &((struct noding *)r->facts)->o.f;

	act_verdict(r, rule_race_nodes_over(f, r->policy));
	judge_shares(r, f);
}

void race_conclude_apply(struct act_run *r)
{
	const struct race_conclude_form *in = r->in;
	struct noding *s = r->facts;
	struct race_decision_row d = { .id = act_id_next(r), .challenge = r->challenge, .kind = STR("final"), .panel = s->panel.panel,
		.document = in->document, .reason = in->reason, .differs = in->differs, .scan = in->scan, .day = r->today, .org = r->q->org,
		.person = r->q->person };

	write_decision(r, s, &d);
	s->o.race.state = STR("decided");
	act_write(r, "race_set", &s->o.race);
	act_move(r, r->challenge, "race.decided");
	race_tell(r, &s->o, word_text(WORD_race_decided_title), in->reason);
	r->made = r->challenge;
}
