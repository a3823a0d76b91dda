/*
 * The first signature's acts: made by the first press of a listed act, sent back by who might have been second, taken back by the first,
 * lapsed by itself.  Nothing is used up here: that the second signs is the listed act itself (act/signing.c).
 */
#include "across/signing/signing.h"
#include "base/word.h"

struct signing {
	struct act_request inner;
	struct first_signature_row row;
};

/* ---- first_sign ---- */

bool first_sign_facts(struct act_run *r)
{
	const struct first_sign_form *in = r->in;
	struct signing *s = r->facts = NEW(r->a, struct signing);

	s->inner = *r->q;
	s->inner.target = in->thing;
	s->inner.seen = 0;
	if (!act_find(in->act_name, &s->inner.act) || !str_is(in->act_name, act_infos[s->inner.act].name))
		return act_missing(r);
	s->inner.form = act_form(r->a, act_policy(r->db, r->a, r->pg, s->inner.act, s->inner.target), s->inner.act);
	s->inner.in = act_input_read(r->a, s->inner.form, in->input_secret);
	if (!str_eq(act_input_text(r->a, s->inner.form, s->inner.in), in->input_secret))
		return act_missing(r);
	return act_inside(r, &s->inner);
}

/* The act's own judgement was handed on by act_inside(); that it is on the pack's list is the door's business (act_press). */
void first_sign_judge(struct act_run *r)
{
	(void)r;
}

static struct str about(struct act_run *r, int64_t challenge, enum act_id act)
{
	struct signing_case c = { 0 };

	if (challenge)
		db_one(r->db, r->a, "signing_case", &(struct id_key){ challenge }, &c);
	return str_join(r->a, str_of(act_infos[act].label), c.number.n ? " " : "", c.number);
}

static const char *name_of(struct act_run *r, int64_t person)
{
	struct signing_name n = { 0 };

	db_one(r->db, r->a, "signing_person", &(struct id_key){ person }, &n);
	return str_c(r->a, n.name);
}

void first_sign_apply(struct act_run *r)
{
	const struct first_sign_form *in = r->in;
	struct signing *s = r->facts;
	s->row = (struct first_signature_row){ .id = act_id_next(r), .programme = r->q->programme, .challenge = r->challenge, .act_name = in->act_name,
		.thing = in->thing, .person = r->q->person, .org = r->q->org, .role = str_of(role_name(r->q->role)), .input_secret = in->input_secret,
		.state = STR("open"), .signed_at = r->now };
	struct rows people = act_seconds(r, &s->inner);
	const int64_t *p = people.v;
	const char *what = about(r, r->challenge, s->inner.act).p;

	act_write(r, "signing_insert", &s->row);
	for (size_t i = 0; i < people.n; i++)
		act_tell_person(r, p[i], word(r->a, WORD_signing_waits_title, "what", what, NULL),
			word(r->a, WORD_signing_waits_text, "name", name_of(r, r->q->person), NULL), str_fmt(r->a, "/signings/%lld", (long long)s->row.id));
	r->made = s->row.id;
}

/* ---- what may happen to an open one ---- */

static bool find(struct act_run *r, struct first_signature_row *row)
{
	return (db_one(r->db, r->a, "signing_one", &(struct id_key){ r->target }, row) && row->programme == r->q->programme) || act_missing(r);
}

static bool open_still(struct act_run *r, const struct first_signature_row *row)
{
	return str_is(row->state, "open") || act_not_now(r, row->state);
}

static void end(struct act_run *r, struct first_signature_row *row, struct str state, struct str reason)
{
	row->state = state;
	row->reason = reason;
	row->ended_at = r->now;
	act_write(r, "signing_update", row);
	r->made = row->id;
}

static bool act_of(const struct first_signature_row *row, enum act_id *act)
{
	return act_find(row->act_name, act);
}

bool first_sign_refuse_facts(struct act_run *r)
{
	struct first_signature_row *row = r->facts = NEW(r->a, struct first_signature_row);
	enum act_id act;

	if (!find(r, row))
		return false;
	if (!act_of(row, &act) || row->person == r->q->person)
		return act_missing(r);
	unsigned rel = relations_of(r->db, r->a, r->q->person, r->q->org, act_infos[act].target, row->thing);
	return (may_act(act, r->q->role, rel) || act_missing(r)) && open_still(r, row);
}

void first_sign_refuse_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct first_signature_row *row = r->facts;
	enum act_id act = ACT_COUNT;

	row->second = r->q->person;
	end(r, row, STR("refused"), in->reason);
	if (act_of(row, &act))
		act_tell_person(r, row->person, word(r->a, WORD_signing_refused_title, "what", about(r, row->challenge, act).p, "name",
			name_of(r, r->q->person), NULL), in->reason, str_fmt(r->a, "/signings/%lld", (long long)row->id));
}

bool first_sign_withdraw_facts(struct act_run *r)
{
	struct first_signature_row *row = r->facts = NEW(r->a, struct first_signature_row);

	return find(r, row) && (row->person == r->q->person || act_missing(r)) && open_still(r, row);
}

void first_sign_withdraw_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;

	end(r, r->facts, STR("withdrawn"), in->reason);
}

bool first_sign_lapse_facts(struct act_run *r)
{
	struct first_signature_row *row = r->facts = NEW(r->a, struct first_signature_row);

	return find(r, row) && open_still(r, row);
}

void first_sign_lapse_apply(struct act_run *r)
{
	struct first_signature_row *row = r->facts;
	enum act_id act = ACT_COUNT;

	end(r, row, STR("lapsed"), (struct str){ 0 });
	if (act_of(row, &act))
		act_tell_person(r, row->person, word(r->a, WORD_signing_lapsed_title, "what", about(r, row->challenge, act).p, NULL),
			word_text(WORD_signing_lapsed_text), str_fmt(r->a, "/signings/%lld", (long long)row->id));
}
