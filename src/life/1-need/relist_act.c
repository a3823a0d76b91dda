/*
 * Listing a demand again after nobody bid or nobody deserved it.  The closed case stays as it is; the new one is its own, with the demand that
 * the demander confirms: money, dates and indicators may differ, and are judged like a new demand's.
 */
#include "across/party/party.h"
#include "base/word.h"
#include "life/1-need/relist.h"

struct relist_run {
	struct need_facts f;
	struct org_row org;
	struct relisting_row row;
	struct challenge_row old;
};

static bool over(struct str stage)
{
	return str_is(stage, "closed.nobid") || str_is(stage, "closed.unawarded");
}

/* ---- relist_propose ---- */

bool relist_possible(struct db *db, struct arena *a, int64_t challenge, struct str stage)
{
	struct relisting_row last;

	return over(stage) && (!db_one(db, a, "relisting_of", &(struct challenge_key){ challenge }, &last) || str_is(last.state, "declined"));
}

bool relist_propose_facts(struct act_run *r)
{
	return relist_possible(r->db, r->a, r->challenge, r->stage) || act_not_now(r, r->stage);
}

void relist_propose_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct relisting_row row = { .id = act_id_next(r), .programme = r->q->programme, .old_case = r->challenge, .state = STR("proposed"),
		.reason = in->reason, .proposed_on = r->today };
	struct challenge_row c;

	act_write(r, "relisting_insert", &row);
	r->made = row.id;
	if (need_challenge(r->db, r->a, r->challenge, &c))
		act_tell_org(r, c.demander, word(r->a, WORD_relist_proposed, "number", str_c(r->a, c.number), NULL), in->reason,
			str_fmt(r->a, "/do/relist/%lld", (long long)row.id));
}

/* ---- relist, relist_decline: the demander's ---- */

static bool load(struct act_run *r, struct relist_run *s)
{
	if (!db_one(r->db, r->a, "relisting_one", &(struct id_key){ r->target }, &s->row)
		|| !need_challenge(r->db, r->a, s->row.old_case, &s->old) || s->old.demander != r->q->org)
		return act_missing(r);
	return str_is(s->row.state, "proposed") || act_not_now(r, s->old.stage);
}

/* The declarations are made anew. */
bool relist_prefill(struct act_run *r)
{
	struct relist_run s = { 0 };
	struct need_form *in = r->in;

	if (!load(r, &s))
		return false;
	r->challenge = s.old.id;
	bool filled = need_resubmit_prefill(r);
	r->challenge = 0;
	in->credit = in->truth = in->no_secret = 0;
	return filled;
}

bool relist_facts(struct act_run *r)
{
	struct relist_run *s = r->facts = NEW(r->a, struct relist_run);

	if (!load(r, s))
		return false;
	need_org_facts(r, &s->f, &s->org, s->old.demander);
	need_form_facts(r, &s->f, r->in);
	return true;
}

void relist_judge(struct act_run *r)
{
	const struct need_facts *f = &((struct relist_run *)r->facts)->f;

	need_judge_org(r, f);
	need_form_judge(r, f);
}

static struct str indicators_text(struct arena *a, struct rows rows)
{
	struct buf b = { .arena = a };
	for (size_t i = 0; i < rows.n; i++)
		fields_canon(&b, &need_indicator_form_fields, (const struct need_indicator_form *)rows.v + i, NULL, NULL);
	return buf_str(&b);
}

/* What a panel argued (8.2.a): the problem, the goal, the indicators. Money and dates may differ without a new argument. */
static bool as_argued(struct act_run *r, const struct need_form *in, int64_t old)
{
	struct need_full last;
	if (!need_current(r->db, r->a, old, &last))
		return false;
	const struct need_row *n = &last.need;
	struct rows before = fields_copy_rows(r->a, &need_indicator_form_fields, &need_indicator_row_fields, last.indicators);
	return str_eq(in->title, n->title) && str_eq(in->field, n->field) && str_eq(in->kind, n->kind) && str_eq(in->problem, n->problem)
		&& str_eq(in->goal, n->goal) && str_eq(indicators_text(r->a, in->indicators), indicators_text(r->a, before));
}

void relist_apply(struct act_run *r)
{
	struct relist_run *s = r->facts;
	struct challenge_row c = { .id = act_id_next(r), .programme = r->q->programme, .pack = r->policy->digest, .stage_since = r->today,
		.demander = s->old.demander, .round = s->old.round, .filed_at = r->now, .entry = STR("relisted"), .parent = s->old.id };

	need_form_case(r, &c, r->in, as_argued(r, r->in, s->old.id) ? "call.argued" : "need.accepted");
	s->row.state = STR("listed");
	s->row.new_case = c.id;
	s->row.decided_on = r->today;
	act_write(r, "relisting_set", &s->row);
	r->made = c.id;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_relist_confirmed, "old", str_c(r->a, s->old.number), "number", str_c(r->a, c.number), NULL),
		word_text(WORD_relist_next), need_link(r->a, c.id, "/need"));
}

bool relist_decline_facts(struct act_run *r)
{
	return load(r, r->facts = NEW(r->a, struct relist_run));
}

void relist_decline_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct relist_run *s = r->facts;

	s->row.state = STR("declined");
	s->row.remark = in->reason;
	s->row.decided_on = r->today;
	act_write(r, "relisting_set", &s->row);
	r->made = s->old.id;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_relist_declined, "number", str_c(r->a, s->old.number), NULL), in->reason,
		need_link(r->a, s->old.id, ""));
}
