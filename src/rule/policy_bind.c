/*
 * bindings.yaml of a pack: rule -> clauses, force, parameters; or rule -> disabled with a reason.
 *
 * A parameter is a whole number, a share ("30%" = 3000 basis points), money (a number with its unit, yuan or wan: fen), true or false.
 * Called by policy_parse() only.
 */
#include "rule/policy_read.h"

#include "base/money.h"

struct raw_binding {
	struct str rule, disabled;
	struct rows clauses;            /* struct str */
	int force;
	bool program;
	struct rows params;             /* struct yaml_pair */
	int64_t place;
};
static const char *const forces[] = { "must", "normally", "advise", NULL };
static const struct yaml_key binding_keys[] = {
	{ "rule", YAML_AS_TEXT, offsetof(struct raw_binding, rule), .max = 60 },
	{ "clauses", YAML_AS_TEXTS, offsetof(struct raw_binding, clauses), .may_miss = true, .max = 12 },
	{ "force", YAML_AS_WORD, offsetof(struct raw_binding, force), .may_miss = true, .words = forces },
	{ "program", YAML_AS_FLAG, offsetof(struct raw_binding, program), .may_miss = true },
	{ "disabled", YAML_AS_TEXT, offsetof(struct raw_binding, disabled), .may_miss = true, .min = 4, .max = 300 },
	{ .as = YAML_AS_REST, .at = offsetof(struct raw_binding, params) },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_binding, place) },
};
static const struct yaml_shape binding_shape = YAML_SHAPE(binding_keys, struct raw_binding);

static const char *const rule_names[] = {
#define RULE(ID, ...) #ID,
#include "tables/rules.def"
#undef RULE
	NULL
};

static int rule_named(struct str name)
{
	for (int i = 0; i < RULE_COUNT; i++)
		if (str_is(name, rule_names[i]))
			return i;
	return -1;
}

/* "30%" and "12.5%" in basis points. */
static bool share_parse(struct str s, int64_t *out)
{
	int64_t hundredths;

	if (!str_ends(s, "%") || !money_parse((struct str){ s.p, s.n - 1 }, &hundredths))
		return false;
	*out = hundredths;
	return hundredths >= 0 && hundredths <= PERCENT_SCALE;
}

static bool param_parse(struct str s, int64_t *out)
{
	if (str_int(s, out) || share_parse(s, out))
		return true;
	if (str_is(s, "true") || str_is(s, "false")) {
		*out = str_is(s, "true");
		return true;
	}
	/* money has its unit written out; a bare number is never fen by accident */
	return s.n > 1 && (unsigned char)s.p[s.n - 1] >= 0x80 && money_parse(s, out);
}

static int param_index(const struct rule_info *info, struct str name)
{
	for (int i = 0; i < 4 && info->params[i]; i++)
		if (str_is(name, info->params[i]))
			return i;
	return -1;
}

static void take_params(struct pack_read *r, const struct raw_binding *b, const struct rule_info *info, int64_t *param)
{
	const struct yaml_pair *pair = b->params.v;
	bool given[4] = { false };
	const char *names[5] = { info->params[0], info->params[1], info->params[2], info->params[3], NULL };

	for (size_t i = 0; i < b->params.n; i++) {
		int at = param_index(info, pair[i].name);
		if (at < 0) {
			struct str like = yaml_like(r->a, pair[i].name, names);
			PACK_WRONG(r, "bindings.yaml", pair[i].place, info->name, "the rule has no parameter '%.*s'%.*s",
				   STR_ARG(pair[i].name), STR_ARG(like));
			continue;
		}
		given[at] = true;
		if (!param_parse(pair[i].value, &param[at]))
			PACK_WRONG(r, "bindings.yaml", pair[i].place, info->name, "%s: '%.*s' is not a number, share or amount",
				   info->params[at], STR_ARG(pair[i].value));
	}
	for (int i = 0; i < 4 && info->params[i]; i++)
		if (!given[i])
			PACK_WRONG(r, "bindings.yaml", b->place, info->name, "parameter '%s' is missing", info->params[i]);
}

static bool bound_before(const struct pack_read *r, enum rule_id rule)
{
	const struct disabled_rule *d = r->p->disabled.v;

	for (size_t i = 0; i < r->p->disabled.n; i++)
		if (d[i].rule == rule)
			return true;
	return policy_binding(r->p, rule) != NULL;
}

static void look_at_clauses(struct pack_read *r, const struct raw_binding *b)
{
	const struct str *id = b->clauses.v;
	const struct clause *c = r->p->clauses.v;
	const char **ids = NEW_ARRAY(r->a, r->p->clauses.n + 1, const char *);

	for (size_t i = 0; i < r->p->clauses.n; i++)
		ids[i] = str_c(r->a, c[i].id);
	for (size_t i = 0; i < b->clauses.n; i++) {
		if (policy_clause(r->p, id[i]))
			continue;
		struct str like = yaml_like(r->a, id[i], ids);
		PACK_WRONG(r, "bindings.yaml", b->place, str_c(r->a, b->rule), "no clause '%.*s'%.*s", STR_ARG(id[i]), STR_ARG(like));
	}
	if (!b->clauses.n && !b->disabled.n && !b->program)
		PACK_WRONG(r, "bindings.yaml", b->place, str_c(r->a, b->rule), "an enabled rule names at least one clause (or program: true)");
}

static void take_binding(struct pack_read *r, const struct raw_binding *b)
{
	int rule = rule_named(b->rule);

	if (rule < 0) {
		struct str like = yaml_like(r->a, b->rule, rule_names);
		PACK_WRONG(r, "bindings.yaml", b->place, "", "no rule '%.*s'%.*s", STR_ARG(b->rule), STR_ARG(like));
		return;
	}
	if (bound_before(r, (enum rule_id)rule))
		PACK_WRONG(r, "bindings.yaml", b->place, "", "rule '%.*s' is given twice", STR_ARG(b->rule));
	look_at_clauses(r, b);
	if (b->disabled.n) {
		struct disabled_rule *d = r->p->disabled.v;
		d[r->p->disabled.n++] = (struct disabled_rule){ (enum rule_id)rule, b->disabled };
		return;
	}
	struct binding *out = (struct binding *)r->p->bindings.v + r->p->bindings.n++;
	*out = (struct binding){ .rule = (enum rule_id)rule, .clauses = b->clauses, .force = (enum force)b->force, .program = b->program };
	take_params(r, b, &rule_infos[rule], out->param);
}

void pack_read_bindings(struct pack_read *r)
{
	struct rows raw = pack_list(r, "bindings.yaml", &binding_shape, true);
	const struct raw_binding *b = raw.v;

	r->p->bindings.v = NEW_ARRAY(r->a, raw.n + 1, struct binding);
	r->p->disabled.v = NEW_ARRAY(r->a, raw.n + 1, struct disabled_rule);
	for (size_t i = 0; i < raw.n; i++)
		take_binding(r, &b[i]);
}
