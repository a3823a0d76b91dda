/*
 * Waivers at the door: a broken rule of force normally is answered by a granted waiver of the same act, thing, organisation, rule and found value.
 *
 * The verdict stays, in the line and in the answer, with the waiver's id; the act uses the waiver up.
 */
#include "act/door.h"

void door_waivers(struct act_run *r)
{
	for (size_t i = 0; i < r->door->verdicts_n; i++) {
		struct verdict *v = &r->door->verdicts[i];
		struct waiver_row w;
		if (v->outcome != BROKEN || v->waiver || policy_binding(r->policy, v->rule)->force != FORCE_NORMALLY)
			continue;
		struct waiver_key key = { .programme = r->q->programme, .state = STR("granted"), .act_name = str_of(r->info->name), .thing = r->target,
			.org = r->q->org, .rule = str_of(rule_infos[v->rule].name), .found = v->found, .subject = v->subject };
		if (db_one(r->db, r->a, "waiver_fits", &key, &w))
			v->waiver = w.id;
	}
}

void door_waived(struct act_run *r)
{
	for (size_t i = 0; i < r->door->verdicts_n; i++) {
		const struct verdict *v = &r->door->verdicts[i];
		struct waiver_row w;
		if (!v->waiver || !db_one(r->db, r->a, "waiver_one", &(struct id_key){ v->waiver }, &w) || !str_is(w.act_name, r->info->name))
			continue;
		w.state = STR("used");
		w.used_seq = r->seq;
		w.used_on = r->today;
		w.challenge = w.challenge ? w.challenge : r->challenge;
		act_write(r, "waiver_update", &w);
	}
}

bool act_walk(struct act_run *r, const struct act_request *inner)
{
	struct act_run in;
	enum answer no;
	door_look(&in, r->db, r->a, r->pg, inner);
	bool good = door_walk(&in, &no);
	r->challenge = in.challenge;
	r->stage = in.stage;
	r->policy = in.policy;
	return good;
}
