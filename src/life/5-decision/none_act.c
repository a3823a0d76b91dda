/*
 * Nobody deserved it (8.4.b): no bid is forced to win.  The bureau gives its reason, the demander agrees or wants a winner after all; agreed,
 * the case is closed, every bidder is told why, and the demand may be listed again as a case of its own.
 */
#include "base/word.h"
#include "life/5-decision/none.h"

bool award_none_of(struct db *db, struct arena *a, int64_t challenge, struct award_none_row *out)
{
	return db_one(db, a, "award_none_newest", &(struct decision_key){ .challenge = challenge }, out);
}

static struct str link_of(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/decision", (long long)r->challenge);
}

static struct str title_of(struct act_run *r, enum word_id id)
{
	struct challenge_row c = { 0 };

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	return word(r->a, id, "number", str_c(r->a, c.number), NULL);
}

bool award_none_facts(struct act_run *r)
{
	r->facts = NEW(r->a, struct challenge_row);
	return db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, r->facts) || act_missing(r);
}

void award_none_apply(struct act_run *r)
{
	const struct award_none_form *in = r->in;
	const struct challenge_row *c = r->facts;
	struct award_none_row row = { .id = act_id_next(r), .challenge = r->challenge, .state = STR("proposed"), .reason = in->reason,
		.proposed_on = r->today };

	act_write(r, "award_none_insert", &row);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_org(r, c->demander, title_of(r, WORD_none_proposed), in->reason, link_of(r));
}

static bool proposed(struct act_run *r)
{
	struct award_none_row *row = r->facts = NEW(r->a, struct award_none_row);

	if (!award_none_of(r->db, r->a, r->challenge, row))
		return act_missing(r);
	return str_is(row->state, "proposed") || act_not_now(r, r->stage);
}

static void answer(struct act_run *r, const char *state, struct str remark)
{
	struct award_none_row *row = r->facts;

	row->state = str_of(state);
	row->remark = remark;
	row->decided_on = r->today;
	act_write(r, "award_none_set", row);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
}

bool award_none_confirm_facts(struct act_run *r)
{
	return proposed(r);
}

void award_none_confirm_apply(struct act_run *r)
{
	const struct award_none_confirm_form *in = r->in;
	struct rows bids = db_all(r->db, r->a, "decision_bids", &(struct decision_key){ .challenge = r->challenge });
	const struct decision_bid_row *b = bids.v;
	const struct award_none_row *row = r->facts;
	struct str title = title_of(r, WORD_none_confirmed);

	answer(r, "confirmed", in->remark);
	for (size_t i = 0; i < bids.n; i++)
		act_tell_org(r, b[i].org, title, row->reason, str_fmt(r->a, "/challenges/%lld", (long long)r->challenge));
	act_tell_role(r, ROLE_bureau, title, word_text(WORD_none_relist), link_of(r));
}

bool award_none_refuse_facts(struct act_run *r)
{
	return proposed(r);
}

void award_none_refuse_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;

	answer(r, "refused", in->reason);
	act_tell_role(r, ROLE_bureau, title_of(r, WORD_none_refused), in->reason, link_of(r));
}
