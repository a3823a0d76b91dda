/*
 * The one door: act_run() in ten steps, and the same walk without writing (act_try, act_prefill).
 *
 * For: web, stories, demo, simulator, replay.  Not for rooms: they see struct act_run only.
 */
#include <assert.h>

#include "across/law/law.h"
#include "act/door.h"
#include "base/day.h"

static struct act_result answer(enum answer a)
{
	return (struct act_result){ .answer = a };
}

/* Where a new case begins has no stage yet: the road calls it "start". */
static struct str stage_or_start(struct str stage)
{
	return stage.n ? stage : STR("start");
}

static void run_start(struct act_run *r, struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q)
{
	*r = (struct act_run){
		.q = q, .info = &act_infos[q->act], .db = db, .a = a, .pg = pg, .policy = pg->policy, .calendar = pg->calendar,
		.in = (void *)q->in, .target = q->target, .now = q->now, .today = instant_day(q->now), .door = NEW(a, struct act_door),
	};
}

/* The pack for new cases and the calendar, as they stand on this day. */
static void run_law(struct act_run *r)
{
	r->pg = programme_now(r->db, r->a, r->pg, r->today);
	r->policy = r->pg->policy;
	r->calendar = r->pg->calendar;
}

/* The case of the target, its stage and the pack it is pinned to. False: there is no such target. */
static bool run_case(struct act_run *r)
{
	bool found;
	if (door_foreign(r))
		return false;
	r->challenge = target_challenge(r->db, r->a, r->info->target, r->target, &found);
	if (!found)
		return false;
	if (!r->challenge)
		return true;
	struct challenge_row c;
	struct id_key key = { .id = r->challenge };
	if (!db_one(r->db, r->a, "challenge_read", &key, &c) || c.programme != r->q->programme)
		return false;
	r->stage = c.stage;
	r->policy = programme_pack(r->pg, c.pack);
	return true;
}

/* Does the road lead this act on from here?  Acts about several cases (a list) are asked case by case in act_move(). */
static bool run_road(const struct act_run *r)
{
	if (!r->info->moves || !r->challenge)
		return true;
	return policy_step(r->policy, stage_or_start(r->stage), r->info->name) != NULL;
}

static bool run_permitted(const struct act_run *r)
{
	unsigned rel = relations_of(r->db, r->a, r->q->person, r->q->org, r->info->target, r->target);
	return may_act(r->q->act, r->q->role, rel);
}

/* Facts and judgement. ANSWER_DONE when nothing stands against the act. */
enum answer door_judge(struct act_run *r)
{
	if (r->info->facts && !r->info->facts(r))
		return r->door->missing ? ANSWER_MISSING : r->door->not_now ? ANSWER_NOT_NOW : ANSWER_FAULT;
	if (r->info->judge)
		r->info->judge(r);
	door_signing(r);
	door_limits(r);
	door_waivers(r);
	for (size_t i = 0; i < r->door->verdicts_n; i++) {
		const struct verdict *v = &r->door->verdicts[i];
		const struct binding *b = policy_binding(r->policy, v->rule);
		if (v->outcome != HOLDS && b->force != FORCE_ADVISE && !v->waiver)
			return ANSWER_REFUSED;
	}
	return ANSWER_DONE;
}

static void keep_verdicts(struct act_run *r, struct act_result *out)
{
	struct verdict *v = NEW_ARRAY(r->a, r->door->verdicts_n, struct verdict);
	for (size_t i = 0; i < r->door->verdicts_n; i++)
		v[i] = r->door->verdicts[i];
	out->verdicts = (struct rows){ v, r->door->verdicts_n };
}

static void describe(struct act_run *r, struct act_result *out)
{
	keep_verdicts(r, out);
	out->stage = r->door->stage_after.n ? r->door->stage_after : r->door->state.n ? r->door->state : r->stage;
	out->challenge = r->challenge;
	out->made = r->made ? r->made : r->challenge ? r->challenge : r->target;
	out->at = r->now;
}

/* The same key again: the first answer, when it is the same person's same act; else the key is somebody else's. */
static bool seen_key(struct act_run *r, struct act_result *out)
{
	struct journal_key key = { .programme = r->q->programme, .act_key = r->q->key };
	struct journal_line l;
	if (!db_one(r->db, r->a, "journal_by_key", &key, &l))
		return false;
	bool same = str_is(l.act, r->info->name) && l.person == r->q->person && l.target == r->q->target;
	*out = answer(same ? ANSWER_REPEATED : ANSWER_FORBIDDEN);
	if (!same)
		return true;
	out->seq = l.seq;
	out->made = l.made;
	out->challenge = l.challenge;
	out->hash = l.hash;
	out->at = l.at;
	out->stage = l.stage;
	out->input_digest = hash_text(r->a, door_hash(r), l.input);
	out->receipt = act_receipt(r->a, r->pg->prefix, l.at, l.seq);
	return true;
}

/* Has a colleague done the same, or the case moved on, since this person looked? */
static bool overtaken(struct act_run *r, struct act_result *out)
{
	if (!r->q->seen || !r->challenge)
		return false;
	struct journal_key key = { .programme = r->q->programme, .challenge = r->challenge, .seq = r->q->seen,
		.act = str_of(r->info->name), .target = r->target, .org = r->q->org };
	struct rows since = db_all(r->db, r->a, "journal_since", &key);
	if (!since.n)
		return false;
	*out = answer(ANSWER_NOT_NOW);
	out->moved = since;
	return true;
}

/*
 * A sealed bid is answered like one that does not exist, whatever else stands against the act; so is a case that a unit knows nothing of
 * (bid_submit is the one act that needs no tie to the case): its stage would tell that it is there.
 */
static enum answer unless_hidden(struct act_run *r, enum answer no)
{
	bool stranger = r->q->role == ROLE_unit && r->challenge && may_act(r->q->act, ROLE_unit, REL_ANY);
	if ((!stranger && !str_is(str_of(r->info->target), "bid")) || !r->info->facts)
		return no;
	r->info->facts(r);
	return r->door->missing ? ANSWER_MISSING : no;
}

/* What can say no before the facts are read. */
bool door_walk(struct act_run *r, enum answer *no)
{
	*no = ANSWER_DONE;
	if (!run_case(r))
		*no = ANSWER_MISSING;
	else if (!run_permitted(r))
		*no = unless_hidden(r, ANSWER_FORBIDDEN);
	else if (!run_road(r))
		*no = unless_hidden(r, ANSWER_NOT_NOW);
	return *no == ANSWER_DONE;
}

/* Steps 4 to 7: everything that can say no before a row is written. */
static bool stopped(struct act_run *r, struct act_result *out)
{
	if (seen_key(r, out))
		return true;
	enum answer no;
	if (door_walk(r, &no)) {
		if (overtaken(r, out))
			return describe(r, out), true;
		no = door_judge(r);
	}
	if (no == ANSWER_DONE)
		return false;
	*out = answer(no);
	describe(r, out);
	return true;
}

/* The book's clock never goes back: an act is not earlier than the line before it, whatever the machine's clock says. */
static void run_clock(struct act_run *r)
{
	struct journal_key key = { .programme = r->q->programme, .seq = r->door->head.head_seq };
	struct journal_line last;
	if (db_one(r->db, r->a, "journal_at", &key, &last) && last.at > r->now) {
		r->now = last.at;
		r->today = instant_day(last.at);
	}
}

static struct act_result fault(struct db *db)
{
	struct act_result out = answer(ANSWER_FAULT);
	out.fault = db_fault(db);
	db_rollback(db);
	db_fault_clear(db);
	return out;
}

struct act_result act_run(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q)
{
	struct act_run r;
	struct act_result out = answer(ANSWER_DONE);
	assert(q->act < ACT_COUNT && q->key.n && q->key.n <= 64 && q->seed.n == HASH_HEX);
	run_start(&r, db, a, pg, q);                                    /* 1 the act's row */
	if (!may_act(q->act, q->role, ~0u))                             /* 2 may this role at all */
		return answer(ANSWER_FORBIDDEN);
	if (!db_begin(db))                                              /* 3 the pen */
		return fault(db);
	struct programme_row head = { .id = q->programme };
	if (!db_one(db, a, "pen_take", &head, &r.door->head))
		return fault(db);
	r.seq = r.door->head.head_seq + 1;
	run_clock(&r);
	run_law(&r);
	r.door->journal = (q->programme << ACT_ID_BITS_PROGRAMME) | (r.seq << ACT_ID_BITS_SEQ);
	if (stopped(&r, &out)) {                                        /* 4 key, 5 case, 6 facts, 7 judgement */
		if (db_fault(db) != FAULT_NONE)
			return fault(db);
		db_rollback(db);
		return out;
	}
	r.door->writes = true;
	if (r.info->apply)                                              /* 8 the rows */
		r.info->apply(&r);
	door_signed(&r);
	door_extra(&r);
	door_waived(&r);
	if (r.door->not_now) {
		db_rollback(db);
		out = answer(ANSWER_NOT_NOW);
		describe(&r, &out);
		return out;
	}
	describe(&r, &out);
	door_line(&r, &out);                                            /* 9 the line in the book */
	if (db_fault(db) != FAULT_NONE || !db_commit(db))               /* 10 commit; the outbox is read by the tick */
		return fault(db);
	return out;
}

void door_look(struct act_run *r, struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q)
{
	run_start(r, db, a, pg, q);
	run_law(r);
	r->door->trying = true;
}

struct act_result act_try(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q)
{
	struct act_run r;
	door_look(&r, db, a, pg, q);
	enum answer no;
	if (door_walk(&r, &no))
		no = door_judge(&r);
	struct act_result out = answer(no);
	describe(&r, &out);
	return out;
}

bool act_prefill(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q, void *in)
{
	struct act_run r;
	door_look(&r, db, a, pg, q);
	if (!r.info->prefill || !run_case(&r))
		return false;
	r.in = in;
	return r.info->prefill(&r);
}
