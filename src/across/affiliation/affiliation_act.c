/*
 * Relations as units declare them and the bureau enters and ends them; and the bureau's answer where the search was in doubt.
 */
#include "base/choice.h"
#include "base/day.h"
#include "base/word.h"
#include "across/affiliation/affiliation.h"
#include "across/affiliation/affiliation_facts.h"
#include "across/party/party.h"

struct relating {
	struct affiliation_facts f;
	struct relation_row row;
};

/* The other side's key: a person of the system, a unit with a code (its own or a registered unit's of this name), a marked name, a name. */
static struct str other_key(struct act_run *r, const struct relation_form *in)
{
	struct affiliation_key key = { .programme = r->q->programme, .name = in->other_name };
	struct affiliation_member_row found;

	if (str_is(in->other_kind, "person")) {
		if (in->other_person)
			return str_fmt(r->a, "p:%lld", (long long)in->other_person);
		if (in->other_mark.n)
			return str_fmt(r->a, "n:%.*s/%.*s", STR_ARG(in->other_name), STR_ARG(in->other_mark));
		return str_join(r->a, STR("w:"), "", in->other_name);
	}
	if (in->other_code.n)
		return str_join(r->a, STR("c:"), "", in->other_code);
	if (db_one(r->db, r->a, "affiliation_code_of_name", &key, &found))
		return str_join(r->a, STR("c:"), "", found.credit_code);
	return str_join(r->a, STR("w:"), "", in->other_name);
}

static void fill_row(struct act_run *r, const struct org_row *o, const struct relation_form *in, struct relation_row *row)
{
	struct str own = o->credit_code.n ? str_join(r->a, STR("c:"), "", o->credit_code) : str_join(r->a, STR("w:"), "", o->name);
	struct str other = other_key(r, in);

	*row = (struct relation_row){ .programme = r->q->programme, .org = o->id, .kind = in->kind, .share = in->share,
		.from_day = in->from_day, .to_day = in->to_day, .source = in->source, .person = r->q->person, .at = r->now };
	if (str_is(in->side, "self_is")) {
		row->a_kind = STR("org"), row->a_key = own, row->a_name = o->name;
		row->b_kind = in->other_kind, row->b_key = other, row->b_name = in->other_name;
	} else {
		row->a_kind = in->other_kind, row->a_key = other, row->a_name = in->other_name;
		row->b_kind = STR("org"), row->b_key = own, row->b_name = o->name;
	}
}

static bool relation_facts(struct act_run *r)
{
	const struct relation_form *in = r->in;
	struct relating *o = NEW(r->a, struct relating);
	struct org_row org;
	struct person_row person;

	r->facts = o;
	if (!org_find(r->db, r->a, r->target, &org) || org.programme != r->q->programme)
		return act_missing(r);
	if (in->other_person && (!person_find(r->db, r->a, in->other_person, &person) || person.programme != r->q->programme))
		o->f.no_such_person = in->other_person;
	fill_row(r, &org, in, &o->row);
	o->f.self = str_eq(o->row.a_key, o->row.b_key);
	o->f.other = in->other_name;
	o->f.from_day = in->from_day;
	o->f.to_day = in->to_day;
	if (in->other_code.n) {
		enum credit_code code = credit_code_check(in->other_code);

		o->f.code_wrong = code == CREDIT_WRONG_DIGIT || code == CREDIT_WRONG_SHAPE;
	}
	return true;
}

static void relation_judge(struct act_run *r)
{
	const struct relating *o = r->facts;

	act_verdict(r, rule_relation_other(&o->f, r->policy));
	act_verdict(r, rule_relation_code(&o->f, r->policy));
	act_verdict(r, rule_relation_person(&o->f, r->policy));
	act_verdict(r, rule_relation_days(&o->f, r->policy));
}

static struct str link_of(struct act_run *r, int64_t org)
{
	return str_fmt(r->a, "/orgs/%lld/relations", (long long)org);
}

bool relation_declare_facts(struct act_run *r)
{
	return relation_facts(r);
}

void relation_declare_judge(struct act_run *r)
{
	relation_judge(r);
}

void relation_declare_apply(struct act_run *r)
{
	struct relating *o = r->facts;

	o->row.id = act_id_next(r);
	o->row.state = STR("declared");
	act_write(r, "relation_insert", &o->row);
	r->made = r->target;
}

bool relation_enter_facts(struct act_run *r)
{
	return relation_facts(r);
}

void relation_enter_judge(struct act_run *r)
{
	relation_judge(r);
}

void relation_enter_apply(struct act_run *r)
{
	struct relating *o = r->facts;
	struct str kind = choice_label(choices_builtin(r->a, "relation_kind"), o->row.kind);

	o->row.id = act_id_next(r);
	o->row.state = STR("confirmed");
	act_write(r, "relation_insert", &o->row);
	r->made = r->target;
	act_tell_org(r, r->target, word(r->a, WORD_relation_entered, NULL),
		word(r->a, WORD_relation_entered_text, "a", str_c(r->a, o->row.a_name), "b", str_c(r->a, o->row.b_name), "kind", str_c(r->a, kind), NULL),
		link_of(r, r->target));
}

/* ---- end ---- */

bool relation_end_facts(struct act_run *r)
{
	struct relation_row *row = NEW(r->a, struct relation_row);
	struct id_key key = { .id = r->target };

	r->facts = row;
	if (!db_one(r->db, r->a, "relation_one", &key, row) || row->programme != r->q->programme)
		return act_missing(r);
	return !str_is(row->state, "ended") || act_not_now(r, row->state);
}

/* From today on it no longer holds; a question about an earlier day still finds it. */
void relation_end_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct relation_row *row = r->facts;
	int64_t yesterday = day_add(r->today, -1);

	row->state = STR("ended");
	row->to_day = row->to_day && row->to_day < yesterday ? row->to_day : yesterday;
	row->end_reason = in->reason;
	act_write(r, "relation_finish", row);
	r->made = row->org;
	act_tell_org(r, row->org, word(r->a, WORD_relation_ended, NULL), in->reason, link_of(r, row->org));
}

/* ---- a person looks ---- */

static int64_t look_depth(const struct act_run *r)
{
	return policy_enabled(r->policy, RULE_decision_affiliation) ? policy_param(r->policy, RULE_decision_affiliation, "depth") : AFFILIATION_DEPTH_MAX;
}

bool affiliation_look_facts(struct act_run *r)
{
	struct affiliation *found = NEW(r->a, struct affiliation);
	struct affiliation_key key = { .bid = r->target };
	struct affiliation_pair_row pair;

	r->facts = found;
	if (!db_one(r->db, r->a, "affiliation_bid_demander", &key, &pair) || pair.programme != r->q->programme)
		return act_missing(r);
	*found = affiliation_of_bid(r->db, r->a, r->target, r->today, look_depth(r));
	return found->outcome == UNKNOWN || act_not_now(r, r->stage);
}

void affiliation_look_apply(struct act_run *r)
{
	const struct affiliation_look_form *in = r->in;
	const struct affiliation *found = r->facts;
	struct affiliation_finding_row row = { .id = act_id_next(r), .bid = r->target, .result = in->result, .reason = in->reason,
		.evidence = in->evidence, .path = found->path, .person = r->q->person, .at = r->now };
	struct str label = choice_label(choices_builtin(r->a, "affiliation_result"), in->result);

	act_write(r, "affiliation_finding_insert", &row);
	r->made = r->target;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_affiliation_settled, NULL),
		word(r->a, WORD_affiliation_settled_text, "result", str_c(r->a, label), NULL), str_fmt(r->a, "/challenges/%lld", (long long)r->challenge));
}
