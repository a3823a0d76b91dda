/* Acts of sharing work: hand over, ask for an opinion, give it. */
#include "across/deadline/deadline.h"
#include "across/office/office.h"
#include "across/party/party.h"
#include "base/word.h"

/* ---- hand_over ---- */

struct handing {
	struct office_facts f;
	struct challenge_row c;
};

/* Is it this organisation's turn where the case stands? */
static bool my_turn(struct act_run *r, struct str owner)
{
	unsigned rel = relations_of(r->db, r->a, r->q->person, r->q->org, "challenge", r->challenge);

	if (str_is(owner, "demander"))
		return rel & REL_DEMANDER;
	if (str_is(owner, "bidder"))
		return rel & REL_AWARDEE;
	return str_is(owner, role_name(r->q->role));
}

static bool colleague(struct act_run *r, int64_t taker, struct str *name)
{
	struct office_key key = { .programme = r->q->programme, .org = r->q->org, .person = r->q->person, .role = str_of(role_name(r->q->role)) };
	struct rows all = db_all(r->db, r->a, "office_colleagues", &key);
	const struct colleague_row *c = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (c[i].id == taker) {
			*name = c[i].name;
			return true;
		}
	return false;
}

bool hand_over_facts(struct act_run *r)
{
	const struct hand_over_form *in = r->in;
	struct handing *s = r->facts = NEW(r->a, struct handing);
	const struct road_stage *stage;

	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &s->c))
		return act_missing(r);
	stage = policy_stage(r->policy, s->c.stage);
	s->f.stage = stage ? stage->label : s->c.stage;
	s->f.turn = stage && !stage->final && my_turn(r, stage->owner);
	s->f.colleague = colleague(r, in->taker, &s->f.taker);
	return true;
}

void hand_over_judge(struct act_run *r)
{
	act_verdict(r, rule_hand_over_turn(r->facts, r->policy));
	act_verdict(r, rule_hand_over_colleague(r->facts, r->policy));
}

void hand_over_apply(struct act_run *r)
{
	const struct hand_over_form *in = r->in;
	const struct handing *s = r->facts;
	struct hand_over_row row = { .id = act_id_next(r), .challenge = r->challenge, .stage = s->c.stage, .since = s->c.stage_since, .org = r->q->org,
		.giver = r->q->person, .taker = in->taker, .reason = in->reason, .day = r->today };

	act_write(r, "office_hand_over_insert", &row);
	act_tell_person(r, in->taker, word(r->a, WORD_hand_over_told, "number", str_c(r->a, s->c.number), "stage", str_c(r->a, s->f.stage), NULL), in->reason,
		str_fmt(r->a, "/challenges/%lld", (long long)r->challenge));
	r->made = r->challenge;
}

/* ---- countersign_ask ---- */

bool countersign_ask_facts(struct act_run *r)
{
	const struct countersign_form *in = r->in;
	struct handing *s = r->facts = NEW(r->a, struct handing);

	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &s->c))
		return act_missing(r);
	s->f = (struct office_facts){ .own_role = str_is(in->role, role_name(r->q->role)), .role = policy_local_name(r->policy, str_c(r->a, in->role)),
		.today = r->today, .due = in->due };
	return true;
}

void countersign_ask_judge(struct act_run *r)
{
	act_verdict(r, rule_countersign_other(r->facts, r->policy));
	act_verdict(r, rule_countersign_due(r->facts, r->policy));
}

void countersign_ask_apply(struct act_run *r)
{
	const struct countersign_form *in = r->in;
	const struct handing *s = r->facts;
	struct countersign_row row = { .id = act_id_next(r), .challenge = r->challenge, .stage = s->c.stage, .asker_org = r->q->org, .asker = r->q->person,
		.role = in->role, .question = in->question, .files = in->files, .asked_on = r->today, .due = in->due, .state = STR("asked") };
	enum role role;

	act_write(r, "office_countersign_insert", &row);
	if (role_find(in->role, &role))
		act_tell_role(r, role, word(r->a, WORD_countersign_asked, "number", str_c(r->a, s->c.number), NULL), in->question,
			str_fmt(r->a, "/challenges/%lld/countersigns", (long long)r->challenge));
	r->made = r->challenge;
}

/* ---- countersign_answer ---- */

struct answering {
	struct office_facts f;
	struct countersign_row row;
};

bool countersign_answer_facts(struct act_run *r)
{
	const struct countersign_answer_form *in = r->in;
	struct answering *s = r->facts = NEW(r->a, struct answering);

	if (!db_one(r->db, r->a, "office_countersign_one", &(struct id_key){ r->target }, &s->row) || !str_is(s->row.role, role_name(r->q->role)))
		return act_missing(r);
	s->f.needs_words = !str_is(in->opinion, "agree");
	s->f.worded = str_trim(in->answer).n > 0;
	return str_is(s->row.state, "asked") || act_not_now(r, s->row.state);
}

void countersign_answer_judge(struct act_run *r)
{
	act_verdict(r, rule_countersign_reason(&((struct answering *)r->facts)->f, r->policy));
}

void countersign_answer_apply(struct act_run *r)
{
	const struct countersign_answer_form *in = r->in;
	struct countersign_row *row = &((struct answering *)r->facts)->row;
	struct challenge_row c = { 0 };

	row->state = STR("answered");
	row->opinion = in->opinion;
	row->answer = in->answer;
	row->answer_files = in->answer_files;
	row->answered_by = r->q->person;
	row->answered_on = r->today;
	act_write(r, "office_countersign_update", row);
	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	act_tell_person(r, row->asker, word(r->a, WORD_countersign_told, "number", str_c(r->a, c.number), NULL), in->answer,
		str_fmt(r->a, "/challenges/%lld/countersigns", (long long)r->challenge));
	r->made = r->challenge;
}

/* ---- what rooms send back ---- */

void office_sent_back(struct act_run *r, const char *kind, struct str name, struct str reason)
{
	struct sent_back_row row = { .id = act_id_next(r), .challenge = r->challenge, .kind = str_of(kind), .name = name, .reason = reason, .day = r->today,
		.org = r->q->org, .person = r->q->person };

	act_write(r, "office_sent_back_insert", &row);
}

struct str office_stage_before(struct act_run *r)
{
	struct office_key key = { .challenge = r->challenge, .stage = r->stage };
	struct office_stage row = { 0 };

	db_one(r->db, r->a, "office_stage_before", &key, &row);
	return row.stage;
}
