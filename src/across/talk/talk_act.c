/*
 * Acts of conversations: one is begun among chosen parties, answered, marked as read; and the park company's remark.
 *
 * Who is no party of a conversation gets the answer of one that is not there.
 */
#include "across/deadline/deadline.h"
#include "across/talk/talk.h"
#include "base/word.h"

struct str talk_party_of(enum role role, unsigned relations)
{
	if (role == ROLE_unit)
		return relations & REL_DEMANDER ? STR("demander") : relations & REL_AWARDEE ? STR("awardee") : STR("");
	return str_of(role_name(role));
}

struct talking {
	struct talk_facts f;
	struct challenge_row c;
	struct talk_row talk;
	struct str me;
	int64_t awardee;
};

/* Until the project is established nobody has won it for certain: the awardee takes part from then on. */
static bool load(struct act_run *r, struct talking *s)
{
	struct id_key awardee = { 0 };
	unsigned rel = relations_of(r->db, r->a, r->q->person, r->q->org, "challenge", r->challenge);

	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &s->c))
		return act_missing(r);
	if (s->c.project_number.n && db_one(r->db, r->a, "deadline_awardee", &(struct challenge_key){ r->challenge }, &awardee))
		s->awardee = awardee.id;
	s->me = talk_party_of(r->q->role, s->awardee ? rel : rel & ~(unsigned)REL_AWARDEE);
	s->f.awardee_there = s->awardee != 0;
	s->f.established = s->c.project_number.n > 0;
	/* A demand that is on no list is not the park company's business. */
	bool known = r->q->role != ROLE_park || s->c.deadline;
	return (s->me.n > 0 && known) || act_missing(r);
}

static void tell_party(struct act_run *r, const struct talking *s, struct str party, struct str title, struct str body)
{
	struct str link = str_fmt(r->a, "/challenges/%lld/talks", (long long)r->challenge);
	enum role role;

	if (str_eq(party, s->me))
		return;
	if (str_is(party, "demander"))
		act_tell_org(r, s->c.demander, title, body, link);
	else if (str_is(party, "awardee"))
		act_tell_org(r, s->awardee, title, body, link);
	else if (role_find(party, &role))
		act_tell_role(r, role, title, body, link);
}

static void say(struct act_run *r, const struct talking *s, struct str body, struct str files)
{
	struct talk_message_row m = { .id = act_id_next(r), .talk = s->talk.id, .party = s->me, .org = r->q->org, .person = r->q->person,
		.body = body, .files = files, .at = r->now };
	struct rows parties = db_all(r->db, r->a, "talk_parties", &(struct talk_key){ .talk = s->talk.id });
	const struct talk_party_row *p = parties.v;
	struct str title = word(r->a, WORD_talk_new, "number", str_c(r->a, s->c.number), "subject", str_c(r->a, s->talk.subject), NULL);

	act_write(r, "talk_message_insert", &m);
	for (size_t i = 0; i < parties.n; i++)
		tell_party(r, s, p[i].party, title, body);
	r->made = r->challenge;
}

/* ---- talk_open ---- */

bool talk_open_facts(struct act_run *r)
{
	const struct talk_form *in = r->in;
	struct talking *s = r->facts = NEW(r->a, struct talking);
	struct str parties = in->parties;

	if (!load(r, s))
		return false;
	while (parties.n) {
		struct str one = str_trim(str_cut(&parties, ','));
		s->f.others += one.n && !str_eq(one, s->me);
		s->f.awardee_asked |= str_is(one, "awardee");
	}
	return true;
}

void talk_open_judge(struct act_run *r)
{
	act_verdict(r, rule_talk_others(r->facts, r->policy));
	act_verdict(r, rule_talk_awardee(r->facts, r->policy));
}

static void join(struct act_run *r, int64_t talk, struct str party)
{
	struct talk_party_row row = { .id = act_id_next(r), .talk = talk, .party = party };

	act_write(r, "talk_party_insert", &row);
}

/* Is a party named again further on in the list? */
static bool again(struct str rest, struct str party)
{
	while (rest.n)
		if (str_eq(str_trim(str_cut(&rest, ',')), party))
			return true;
	return false;
}

void talk_open_apply(struct act_run *r)
{
	const struct talk_form *in = r->in;
	struct talking *s = r->facts;
	struct str parties = in->parties;

	s->talk = (struct talk_row){ .id = act_id_next(r), .challenge = r->challenge, .kind = in->kind, .subject = in->subject, .opened_on = r->today };
	act_write(r, "talk_insert", &s->talk);
	join(r, s->talk.id, s->me);
	while (parties.n) {
		struct str one = str_trim(str_cut(&parties, ','));
		if (one.n && !str_eq(one, s->me) && !again(parties, one))
			join(r, s->talk.id, one);
	}
	say(r, s, in->body, in->files);
}

/* ---- talk_say, talk_seen ---- */

static bool load_talk(struct act_run *r)
{
	struct talking *s = r->facts = NEW(r->a, struct talking);

	if (!load(r, s))
		return false;
	return db_one(r->db, r->a, "talk_one", &(struct talk_key){ .talk = r->target, .party = s->me }, &s->talk) || act_missing(r);
}

bool talk_say_facts(struct act_run *r)
{
	return load_talk(r);
}

void talk_say_apply(struct act_run *r)
{
	const struct talk_say_form *in = r->in;

	say(r, r->facts, in->body, in->files);
}

bool talk_seen_facts(struct act_run *r)
{
	return load_talk(r);
}

void talk_seen_apply(struct act_run *r)
{
	struct talk_message_row last = { 0 };
	struct talk_read_row row = { .id = act_id_next(r), .talk = r->target, .person = r->q->person, .at = r->now };

	db_one(r->db, r->a, "talk_last", &(struct talk_key){ .talk = r->target }, &last);
	row.message = last.id;
	act_write(r, "talk_read_insert", &row);
	r->made = r->challenge;
}

/* ---- park_comment ---- */

bool park_comment_facts(struct act_run *r)
{
	return load(r, r->facts = NEW(r->a, struct talking));
}

void park_comment_judge(struct act_run *r)
{
	act_verdict(r, rule_park_established(r->facts, r->policy));
}

void park_comment_apply(struct act_run *r)
{
	const struct park_comment_form *in = r->in;
	const struct talking *s = r->facts;
	struct park_comment_row row = { .id = act_id_next(r), .challenge = r->challenge, .org = r->q->org, .person = r->q->person, .kind = in->kind,
		.body = in->body, .files = in->files, .day = r->today };
	struct str title = word(r->a, WORD_park_said, "number", str_c(r->a, s->c.number), NULL);

	act_write(r, "park_comment_insert", &row);
	tell_party(r, s, STR("bureau"), title, in->body);
	tell_party(r, s, STR("demander"), title, in->body);
	r->made = r->challenge;
}
