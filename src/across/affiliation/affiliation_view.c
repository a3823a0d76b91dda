/* An organisation's relations as a page: what was declared or entered, and whom the search reaches from it. */
#include "across/affiliation/affiliation.h"
#include "across/party/party.h"
#include "web/view.h"

static bool may_read(const struct view *v, const struct org_row *o)
{
	return v->who->role == ROLE_bureau || (v->who->role == ROLE_unit && v->who->org == o->id);
}

static void fill_relations(struct view *v, const struct org_row *o, struct relations_page *out)
{
	struct affiliation_key key = { .programme = o->programme, .org = o->id, .code = str_join(v->a, STR("c:"), "", o->credit_code) };
	struct rows rows = db_all(v->db, v->a, "relation_all_of_org", &key);
	const struct relation_row *from = rows.v;
	struct relation_view *to = NEW_ARRAY(v->a, rows.n + 1, struct relation_view);

	for (size_t i = 0; i < rows.n; i++)
		to[i] = (struct relation_view){ .id = from[i].id, .a_name = from[i].a_name, .kind = from[i].kind, .b_name = from[i].b_name,
			.share = from[i].share, .from_day = from[i].from_day, .to_day = from[i].to_day, .source = from[i].source, .state = from[i].state,
			.end_reason = from[i].end_reason, .by_other = from[i].org != o->id,
			.may_end = may_act(ACT_relation_end, v->who->role, REL_ANY) && !str_is(from[i].state, "ended") };
	out->relations = (struct rows){ to, rows.n };
}

bool relations_view(struct view *v, void *page)
{
	struct relations_page *out = page;
	const struct policy *p = v->pg->policy;
	struct org_row o;

	if (!org_find(v->db, v->a, v->id, &o) || o.programme != v->pg->id || !may_read(v, &o))
		return false;
	out->id = out->org = o.id;
	out->name = o.name;
	/* A unit reads its own lines: what lies behind them is what others declared, and for the offices. */
	bool own = v->who->role == ROLE_unit;
	out->depth = !own && policy_enabled(p, RULE_decision_affiliation) ? policy_param(p, RULE_decision_affiliation, "depth") : 1;
	out->may_declare = may_act(ACT_relation_declare, v->who->role, v->who->org == o.id ? REL_SELF : REL_ANY);
	out->may_enter = may_act(ACT_relation_enter, v->who->role, REL_ANY);
	fill_relations(v, &o, out);
	out->paths = affiliation_around(v->db, v->a, o.id, v->today, out->depth);
	v->title = o.name;
	return true;
}
