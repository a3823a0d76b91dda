/*
 * bindings.yaml of a pack: rule -> clauses, force, parameters; or rule -> disabled with a reason.
 *
 * A parameter is a whole number, a share ("30%" = 3000 basis points), money (a number with its unit, yuan or wan: fen), true or false.
 * Called by policy_parse() only.
 */
#include "rule/policy_read.h"

#include "base/money.h"

struct raw_case {
	struct str param, by, above, up_to, value;
	struct rows is;                 /* struct str */
	int64_t place;
};
static const struct yaml_key case_keys[] = {
	{ "param", YAML_AS_TEXT, offsetof(struct raw_case, param), .max = 40 },
	{ "by", YAML_AS_TEXT, offsetof(struct raw_case, by), .max = 40 },
	{ "is", YAML_AS_TEXTS, offsetof(struct raw_case, is), .may_miss = true, .max = 20 },
	{ "above", YAML_AS_TEXT, offsetof(struct raw_case, above), .may_miss = true, .max = 40 },
	{ "up_to", YAML_AS_TEXT, offsetof(struct raw_case, up_to), .may_miss = true, .max = 40 },
	{ "value", YAML_AS_TEXT, offsetof(struct raw_case, value), .max = 40 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_case, place) },
};
static const struct yaml_shape case_shape = YAML_SHAPE(case_keys, struct raw_case);
static const char *const by_names[] = {
#define BY_NAME(N) #N,
	PARAM_KINDS(BY_NAME) PARAM_FIGURES(BY_NAME)
#undef BY_NAME
	NULL
};
#define KIND_COUNT 3
static const char *const bases[] = { "rule", "total", "demander", "contract", "fiscal", NULL };

struct raw_binding {
	struct str rule, disabled;
	struct rows cases;              /* struct raw_case */
	int base;
	struct rows clauses;            /* struct str */
	int force;
	bool program;
	struct str waiver;
	struct rows params;             /* struct yaml_pair */
	int64_t place;
};
static const char *const forces[] = { "must", "normally", "advise", NULL };
static const struct yaml_key binding_keys[] = {
	{ "rule", YAML_AS_TEXT, offsetof(struct raw_binding, rule), .max = 60 },
	{ "clauses", YAML_AS_TEXTS, offsetof(struct raw_binding, clauses), .may_miss = true, .max = 12 },
	{ "force", YAML_AS_WORD, offsetof(struct raw_binding, force), .may_miss = true, .words = forces },
	{ "program", YAML_AS_FLAG, offsetof(struct raw_binding, program), .may_miss = true },
	{ "waiver", YAML_AS_TEXT, offsetof(struct raw_binding, waiver), .may_miss = true, .max = 40 },
	{ "disabled", YAML_AS_TEXT, offsetof(struct raw_binding, disabled), .may_miss = true, .min = 4, .max = 300 },
	{ "cases", YAML_AS_MAPS, offsetof(struct raw_binding, cases), .may_miss = true, .max = 20, .sub = &case_shape },
	{ "of", YAML_AS_WORD, offsetof(struct raw_binding, base), .may_miss = true, .words = bases },
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

static const char *const role_ids[] = {
#define ROLE(ID, ...) #ID,
#include "tables/roles.def"
#undef ROLE
	NULL
};

static bool pack_role(struct str name)
{
	for (int i = 0; role_ids[i]; i++)
		if (str_is(name, role_ids[i]))
			return true;
	return false;
}

/* "30%" and "12.5%" in basis points. */
static bool share_parse(struct str s, int64_t *out)
{
	int64_t hundredths;

	if (!str_ends(s, "%") || !money_parse((struct str){ s.p, s.n - 1 }, &hundredths))
		return false;
	*out = hundredths;
	return hundredths >= 0;
}

bool pack_value(struct str s, int64_t *out, bool *share)
{
	*share = share_parse(s, out);
	if (*share || str_int(s, out))
		return true;
	if (str_is(s, "true") || str_is(s, "false")) {
		*out = str_is(s, "true");
		return true;
	}
	/* money has its unit written out; a bare number is never fen by accident */
	return s.n > 1 && (unsigned char)s.p[s.n - 1] >= 0x80 && money_parse(s, out);
}

/* A parameter of a rule: shares up to the whole. */
static bool param_parse(struct str s, int64_t *out)
{
	bool share;

	return pack_value(s, out, &share) && (!share || *out <= PERCENT_SCALE);
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

static int64_t case_by(struct pack_read *r, const struct raw_case *c, const char *rule)
{
	int64_t i = 0;

	while (by_names[i] && !str_is(c->by, by_names[i]))
		i++;
	struct str like = yaml_like(r->a, c->by, by_names);
	if (!by_names[i])
		PACK_WRONG(r, "bindings.yaml", c->place, rule, "nothing depends on '%.*s'%.*s", STR_ARG(c->by), STR_ARG(like));
	else if ((i < KIND_COUNT) != (c->is.n > 0) || (i < KIND_COUNT) == (c->above.n || c->up_to.n))
		PACK_WRONG(r, "bindings.yaml", c->place, rule, "a kind names its codes (is), a figure its range (above, up_to)");
	return i;
}

static int64_t case_value(struct pack_read *r, const struct raw_case *c, const char *rule, struct str text, int64_t otherwise)
{
	int64_t v = otherwise;

	if (text.n && !param_parse(text, &v))
		PACK_WRONG(r, "bindings.yaml", c->place, rule, "'%.*s' is not a number, share or amount", STR_ARG(text));
	return v;
}

/* Exceptions for kinds and brackets: typed like the parameter itself. */
static struct rows take_cases(struct pack_read *r, const struct raw_binding *b, const struct rule_info *info)
{
	const struct raw_case *c = b->cases.v;
	struct param_case *out = NEW_ARRAY(r->a, b->cases.n + 1, struct param_case);
	const char *names[5] = { info->params[0], info->params[1], info->params[2], info->params[3], NULL };

	for (size_t i = 0; i < b->cases.n; i++) {
		struct str like = yaml_like(r->a, c[i].param, names);
		int param = param_index(info, c[i].param);
		if (param < 0)
			PACK_WRONG(r, "bindings.yaml", c[i].place, info->name, "the rule has no parameter '%.*s'%.*s", STR_ARG(c[i].param), STR_ARG(like));
		out[i] = (struct param_case){ .param = param, .by = case_by(r, &c[i], info->name), .is = c[i].is,
			.above = case_value(r, &c[i], info->name, c[i].above, -1), .up_to = case_value(r, &c[i], info->name, c[i].up_to, INT64_MAX),
			.value = case_value(r, &c[i], info->name, c[i].value, 0) };
	}
	return (struct rows){ out, b->cases.n };
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
	out->base = (enum param_base)b->base;
	out->cases = take_cases(r, b, &rule_infos[rule]);
	out->waiver = b->waiver;
	if (b->waiver.n && b->force != FORCE_NORMALLY)
		PACK_WRONG(r, "bindings.yaml", b->place, str_c(r->a, b->rule), "waiver: only a rule of force normally can be waived");
	if (b->waiver.n && !str_is(b->waiver, "none") && !pack_role(b->waiver))
		PACK_WRONG(r, "bindings.yaml", b->place, str_c(r->a, b->rule), "waiver: no role '%.*s'", STR_ARG(b->waiver));
	take_params(r, b, &rule_infos[rule], out->param);
}

void pack_read_bindings(struct pack_read *r)
{
	static const struct pack_part part = { "bindings", 1, { offsetof(struct raw_binding, rule) } };
	struct rows raw = pack_list(r, "bindings.yaml", &binding_shape, true, &part);
	const struct raw_binding *b = raw.v;

	r->p->bindings.v = NEW_ARRAY(r->a, raw.n + 1, struct binding);
	r->p->disabled.v = NEW_ARRAY(r->a, raw.n + 1, struct disabled_rule);
	for (size_t i = 0; i < raw.n; i++)
		take_binding(r, &b[i]);
}
