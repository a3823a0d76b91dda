/*
 * Four eyes at the door: which press is the first signature and which is the act; what the act's line then needs.
 *
 * The pack of the case lists the acts.  What happens by itself (role system) needs no signature.  The first signature's own acts stand in
 * across/signing.
 */
#include "act/door.h"

static const struct four_eyes *listed(const struct act_run *r)
{
	return r->q->role == ROLE_system ? NULL : policy_four_eyes(r->policy, r->info->name);
}

static struct str name_of(struct act_run *r, int64_t person)
{
	struct signing_name n = { 0 };
	db_one(r->db, r->a, "signing_person", &(struct id_key){ person }, &n);
	return n.name;
}

/* The preparing act was about the same thing or about its whole case; for acts about a case, done in the same case. */
static bool author(struct act_run *r, const struct four_eyes *e, int64_t person)
{
	bool whole_case = str_is(str_of(r->info->target), "challenge");
	const struct str *act = e->author.v;
	for (size_t i = 0; i < e->author.n; i++) {
		struct signing_key key = { .programme = r->q->programme, .act_name = act[i], .person = person,
			.thing = whole_case ? 0 : r->target, .challenge = r->challenge };
		struct count_row n;
		if (db_one(r->db, r->a, "signing_author", &key, &n) && n.n)
			return true;
	}
	return false;
}

static struct rows open_of(struct act_run *r)
{
	struct signing_key key = { .programme = r->q->programme, .act_name = str_of(r->info->name), .thing = r->target };
	return db_all(r->db, r->a, "signing_open", &key);
}

static bool same_person(struct act_run *r, int64_t other)
{
	struct signing_key key = { .person = r->q->person, .other = other };
	struct count_row n;
	return db_one(r->db, r->a, "signing_same_person", &key, &n) && n.n;
}

static bool same_input(struct act_run *r, const struct first_signature_row *s)
{
	return str_eq(s->input_secret, act_input_text(r->a, request_form(r->q), r->in));
}

/* The open signature that this press answers: somebody else's with the same input, else somebody else's, else one's own. Acts about nothing
 * that exists (a new round) are told apart by their input alone. */
static struct first_signature_row *answered(struct act_run *r, struct four_eyes_facts *f)
{
	struct rows open = open_of(r);
	struct first_signature_row *s = open.v, *best = NULL;
	int rank = 0;
	for (size_t i = 0; i < open.n; i++) {
		bool me = same_person(r, s[i].person), same = same_input(r, &s[i]);
		int now = me ? 1 : same ? 3 : 2;
		if (now <= rank || (!same && !r->target))
			continue;
		rank = now;
		best = &s[i];
		*f = (struct four_eyes_facts){ .signed_first = true, .same_person = me, .same_input = same };
	}
	return best;
}

void door_signing(struct act_run *r)
{
	const struct four_eyes *e = listed(r);
	struct four_eyes_facts f = { 0 };
	if (!e)
		return;
	struct first_signature_row *s = r->door->trying ? NULL : answered(r, &f);
	f.authored = author(r, e, r->q->person);
	f.first_authored = s && author(r, e, s->person);
	f.author = f.authored ? name_of(r, r->q->person) : f.first_authored ? name_of(r, s->person) : (struct str){ 0 };
	f.first = s ? name_of(r, s->person) : (struct str){ 0 };
	act_verdict(r, rule_not_the_author(&f, r->policy));
	if (r->door->trying)
		return;
	act_verdict(r, rule_second_person(&f, r->policy));
	act_verdict(r, rule_second_same_input(&f, r->policy));
	r->door->signature = s;
}

void door_signed(struct act_run *r)
{
	struct first_signature_row *s = r->door->signature;
	if (!s)
		return;
	s->state = STR("used");
	s->second = r->q->person;
	s->ended_at = r->now;
	act_write(r, "signing_update", s);
}

bool act_inside(struct act_run *r, const struct act_request *inner)
{
	struct act_run in;
	enum answer no;
	door_look(&in, r->db, r->a, r->pg, inner);
	in.now = r->now;
	in.today = r->today;
	in.seq = r->seq;
	if (door_walk(&in, &no))
		no = door_judge(&in);
	r->challenge = in.challenge;
	r->stage = in.stage;
	r->policy = in.policy;
	if (no == ANSWER_NOT_NOW)
		return act_not_now(r, in.door->state.n ? in.door->state : in.stage);
	if (no != ANSWER_DONE && no != ANSWER_REFUSED)
		return act_missing(r);
	for (size_t i = 0; i < in.door->verdicts_n; i++)
		act_verdict(r, in.door->verdicts[i]);
	return true;
}

/* The offices that may do it whatever their tie to the case, or the signer's own organisation. */
struct rows act_seconds(struct act_run *r, const struct act_request *inner)
{
	struct act_run in;
	enum answer no;
	int64_t *out = NEW_ARRAY(r->a, 256, int64_t);
	size_t n = 0;
	door_look(&in, r->db, r->a, r->pg, inner);
	door_walk(&in, &no);
	const struct four_eyes *e = listed(&in);
	for (int role = 0; e && role < ROLE_COUNT; role++) {
		bool office = may_act(inner->act, (enum role)role, REL_ANY), own = role == (int)inner->role;
		struct signing_key key = { .programme = inner->programme, .role = str_of(role_name((enum role)role)), .person = inner->person,
			.org = inner->org };
		if (!office && !own)
			continue;
		struct rows people = db_all(r->db, r->a, office && role != ROLE_unit ? "signing_people_of_role" : "signing_people_of_org", &key);
		const struct signing_name *p = people.v;
		for (size_t i = 0; i < people.n && n < 256; i++)
			if (!author(&in, e, p[i].id))
				out[n++] = p[i].id;
	}
	return (struct rows){ out, n };
}

/* ---- the press ---- */

bool act_four_eyes(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q, const struct first_signature_row **open)
{
	struct act_run r;
	enum answer no;
	door_look(&r, db, a, pg, q);
	*open = NULL;
	if (!door_walk(&r, &no) || !listed(&r))
		return false;
	struct rows all = open_of(&r);
	*open = all.n && r.target ? all.v : NULL;
	return true;
}

bool act_author(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q)
{
	struct act_run r;
	enum answer no;
	door_look(&r, db, a, pg, q);
	door_walk(&r, &no);
	const struct four_eyes *e = listed(&r);
	return e && author(&r, e, q->person);
}

/* The key was seen: the press means now what it meant then. */
static bool seen_first(struct act_run *r, bool *first)
{
	struct journal_key key = { .programme = r->q->programme, .act_key = r->q->key };
	struct journal_line l;
	if (!db_one(r->db, r->a, "journal_by_key", &key, &l))
		return false;
	*first = str_is(l.act, act_infos[ACT_first_sign].name);
	return true;
}

static bool is_first(struct act_run *r)
{
	struct four_eyes_facts f;
	enum answer no;
	bool first;
	if (seen_first(r, &first))
		return first;
	return door_walk(r, &no) && listed(r) && !answered(r, &f);
}

static struct act_result press(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q)
{
	struct act_run r;
	door_look(&r, db, a, pg, q);
	if (!is_first(&r))
		return act_run(db, a, pg, q);
	struct first_sign_form in = { .act_name = str_of(r.info->name), .thing = q->target,
		.input_secret = act_input_text(a, request_form(q), q->in) };
	struct act_request first = *q;
	first.act = ACT_first_sign;
	first.target = 0;
	first.in = &in;
	first.form = NULL;
	struct act_result out = act_run(db, a, pg, &first);
	out.waiting = out.answer == ANSWER_DONE || out.answer == ANSWER_REPEATED;
	return out;
}

/* Between our look and the pen another node may have taken the same press: the key then stands in the book, and a second look knows what it meant. */
struct act_result act_press(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q)
{
	struct act_result out = press(db, a, pg, q);
	struct journal_key key = { .programme = q->programme, .act_key = q->key };
	struct journal_line l;
	if (out.answer == ANSWER_FORBIDDEN && db_one(db, a, "journal_by_key", &key, &l))
		out = press(db, a, pg, q);
	return out;
}
