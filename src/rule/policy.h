/*
 * A policy pack, parsed: clauses, bindings, the road, lists of words, rubrics, extra form fields, documents.
 *
 * For: rules (parameters), the door (which act leads from which stage to which), pages (clause texts, local names).
 * Not for: reading files; policy_parse() takes the texts it is handed.  A parsed pack is never changed.
 * A case is pinned to the digest of the pack under which it began.
 */
#ifndef RULE_POLICY_H
#define RULE_POLICY_H

#include "base/arena.h"
#include "base/str.h"
#include "base/field.h"
#include "rule/verdict.h"

struct clause {
	struct str id;          /* "5.2.b" */
	struct str number;      /* "五（二）" */
	struct str kind;        /* letters of R N A F D, as in the catalogue: "R D" */
	struct str text;        /* the summary in our own words, Chinese */
	struct str text_en;
	struct str source;      /* the source's own sentence for the reader, optional */
	struct str manual;      /* reason, when the clause is answered by people only; else empty */
	struct str planned;     /* what the program still lacks for it; as long as it stands the clause does not count as working */
	struct rows acts;       /* struct str: act names that realise it (F, D rows) */
	struct rows pages;      /* struct str: route names that realise it */
	struct rows fields;     /* struct str: "table.field" of the field tables that realise it */
	struct rows papers;     /* struct str: papers of this pack that realise it */
	bool borrowed;          /* from the base: the place's own paper is silent */
};

/* What a parameter may depend on: kinds, by their code, and figures. */
#define PARAM_KINDS(K) K(project_type) K(publisher_kind) K(bidder_kind)
#define PARAM_FIGURES(F) F(total_fen) F(fiscal_fen) F(demander_fen) F(contract_fen) F(months)
struct param_facts {
#define PARAM_KIND(K) struct str K;
	PARAM_KINDS(PARAM_KIND)
#undef PARAM_KIND
#define PARAM_FIGURE(F) int64_t F;
	PARAM_FIGURES(PARAM_FIGURE)
#undef PARAM_FIGURE
};
/* One exception to a parameter's value: for these kinds, or for a figure within this range. The first that fits holds. */
struct param_case {
	int64_t param;                  /* index in rule_info.params */
	int64_t by;                     /* index: kinds first, then figures */
	struct rows is;                 /* struct str: codes of a kind */
	int64_t above, up_to;           /* of a figure: above < figure <= up_to */
	int64_t value;
};
/* What a share is a share of, when the pack says so (`of`). */
enum param_base { BASE_OF_RULE, BASE_total, BASE_demander, BASE_contract, BASE_fiscal };

struct binding {
	enum rule_id rule;
	struct rows clauses;    /* struct str: clause ids, the first is the one printed */
	enum force force;
	int64_t param[4];       /* in the order of rule_info.params */
	struct rows cases;      /* struct param_case */
	enum param_base base;
	struct str waiver;      /* role that grants waivers of it; empty: the pack's */
	bool program;           /* a rule of the program itself (accounts, figures that contradict each other): no clause need stand behind it */
};

/* A rule of the program that this pack leaves out, and why. */
struct disabled_rule {
	enum rule_id rule;
	struct str reason;
};

/* What happens when nobody acts: a reminder, a word to whoever watches over it, an act by itself.  `due` is the last day of the limit. */
struct road_late {
	struct str owner;       /* of a line of `late:`: a role, demander, bidder or unit; of a stage its owner */
	int64_t remind;         /* so many days before `due` the owner is reminded; 0 = not */
	struct str escalate_to; /* role that is told once the limit is passed by more than escalate_after days; empty = nobody */
	int64_t escalate_after;
	struct str lapse;       /* act of role `system` done once the limit is passed by more than lapse_after days; empty = none */
	int64_t lapse_after;
};

struct road_stage {
	struct str id;          /* "call.arguing" */
	struct str room;        /* "call": one of stages.def */
	struct str label;       /* "论证中" */
	struct str label_en;
	struct str owner;       /* role that has to act next: "bureau" */
	int64_t days;           /* how long it should take; 0 = none, and then no_limit says why */
	struct str no_limit, no_limit_en;       /* why this stage has no limit of its own */
	struct road_late late;  /* what the stage says itself, else what `late:` says for its owner */
	bool final;
};

struct road_step {
	struct str act;         /* name in acts.def */
	struct str from, to;    /* stage ids; to == from: the act happens without moving the case */
};

/* What must hold on every path of the road: nothing named by act, stage or room (one of them) comes before `after`
 * (an act, or a stage id) has happened. */
struct road_proof {
	struct str act, stage, room;
	struct str after;
	struct str clause;
};
/* An act that takes two different natural persons, neither of whom did one of the acts named by `author` in the case or to the thing. */
struct four_eyes {
	struct str act;
	struct rows author;     /* struct str: the preparing acts */
	struct str clause;
};
struct left_out {               /* an act of the program that this road does not use */
	struct str act, reason;
};

struct word_list {
	struct str name;        /* "industry_field", "panel_kind" … : used as .of in field tables */
	struct rows items;      /* struct choice (base/form.h) */
};

struct rubric_item {
	struct str code, label, label_en, help, help_en;
	int64_t max;            /* points */
};
struct rubric {
	struct str panel;       /* "review", "argument" … */
	int64_t pass;           /* least total for a recommendation, points */
	bool trim;              /* the mean leaves out the lowest and the highest total */
	struct rows items;      /* struct rubric_item */
};

struct local_name {
	struct str role, name, name_en; /* "bureau" -> "大足区科学技术局" */
};

struct paper {
	struct str name;        /* "task_book": one of documents.def */
	struct str title;       /* "揭榜项目任务书" */
	struct str template;    /* HTML of the template subset, text */
	struct str table;       /* the field table its names are resolved in: "taskbook_paper" */
};

struct extra_field {
	struct str form, name, label, label_en, kind, of, help, clause;
	int64_t max;
	bool must;
};

/* What may be changed while a project runs (changes.yaml): the kind is a code of choices.def (change_kind), the parties of change_party. */
struct change_rule {
	struct str kind, clause;
	struct rows ask, approve;       /* struct str: who may ask; whose approval it needs */
	bool evidence;                  /* nothing without proof */
	int64_t most_times;             /* in one project; 0 = as often as approved */
};

/* A grade of an acceptance (grades.yaml) and what it leads to: "pass", "rectify", "fail". */
struct grade {
	struct str code, label, outcome;
};

/* What the place asks of a figure of a form (limits.yaml; see policy_limit.c). */
struct policy_limit {
	struct rows acts;               /* struct str */
	struct str figure, of, when;    /* fields of the acts' form, extra fields among them; when: also org.kind, org.inside */
	struct rows plus, of_plus;      /* struct str: added to figure, to of */
	struct rows is;                 /* struct str: codes */
	int64_t least, most, above, up_to;      /* basis points of `of` when that is given */
	bool has_least, has_most, has_above, has_up_to;
	struct str clause, says, says_en;
};

struct cofunder {               /* who bears which part of the fiscal money */
	struct str name, name_en;
	int64_t share;          /* basis points; together 10000 */
};

struct series_code {            /* letters of a number series: "project" -> "XM" */
	struct str series, code;
};

struct pack_word {              /* a Chinese word of the pack and its English */
	struct str zh, en;
};

struct policy {
	struct str name, title, title_en, number, place, issued;       /* "dazu-2023", …, "大足科发〔2023〕26号" */
	struct str base;        /* the pack that this one lies over; empty: it stands by itself */
	struct str region;      /* administrative division code: "500111" */
	struct str prefix;      /* of the numbers it issues: "DZ" */
	int64_t in_force;       /* day */
	struct str digest;      /* SHA-256 over its files, names and contents, in order */
	struct rows clauses;    /* struct clause, in the policy's order */
	struct rows series;     /* struct series_code */
	struct str waiver;      /* role that grants waivers where the binding says nothing */
	struct str hash;        /* of a new programme's book: "sha256" or "sm3" */
	struct rows bindings;   /* struct binding */
	struct rows disabled;   /* struct disabled_rule */
	struct rows stages;     /* struct road_stage */
	struct rows late;       /* struct road_late: by owner, for stages and side procedures that say nothing themselves */
	struct rows steps;      /* struct road_step */
	struct rows proofs;     /* struct road_proof */
	struct rows left_out;   /* struct left_out */
	struct rows four_eyes;  /* struct four_eyes */
	struct rows lists;      /* struct word_list */
	struct rows rubrics;    /* struct rubric */
	struct rows names;      /* struct local_name */
	struct rows papers;     /* struct paper */
	struct rows extra;      /* struct extra_field */
	struct rows changes;    /* struct change_rule */
	struct rows grades;     /* struct grade */
	struct rows limits;     /* struct policy_limit */
	struct rows cofunders;  /* struct cofunder; none: one purse */
	struct rows publish;    /* struct str: what the public reads in a notice beside its usual fields: "experts", "scores" */
	struct rows interpretations; /* struct clause: id, text, number = day and by whom */
	struct rows words;      /* struct pack_word, sorted by zh: the English of every word of the pack */
};

struct pack_file {
	struct str name;        /* relative to the pack's folder: "clauses.yaml", "papers/task_book.html" */
	struct str text;
};
/* All mistakes at once, one "file:line:col: path: what, wanted (did you mean …)" a line, in *errors; NULL then. */
const struct policy *policy_parse(struct arena *a, struct rows files /* struct pack_file */, struct str *errors);

const struct clause *policy_clause(const struct policy *p, struct str id);
const struct binding *policy_binding(const struct policy *p, enum rule_id rule);        /* NULL: the pack does not enable it */
/* A parameter of a rule; 0 when the pack does not enable the rule (its verdict counts for nothing then). Asserts that rule_info names it. */
int64_t policy_param(const struct policy *p, enum rule_id rule, const char *param);
/* The same where the pack's value depends on kinds or lies in brackets. */
int64_t policy_param_for(const struct policy *p, enum rule_id rule, const char *param, const struct param_facts *f);
/* The sum that the rule's share is taken of: the one the pack names, else `usual`. */
int64_t policy_base_for(const struct policy *p, enum rule_id rule, const struct param_facts *f, int64_t usual);
bool policy_enabled(const struct policy *p, enum rule_id rule);
const struct road_stage *policy_stage(const struct policy *p, struct str id);
/* What the road says of limits that this owner lets pass; NULL when it says nothing. */
const struct road_late *policy_late(const struct policy *p, struct str owner);
/* Where `act` leads from `stage`; NULL when the road has no such step. */
const struct road_step *policy_step(const struct policy *p, struct str stage, const char *act);
/* Who grants waivers of a rule: "bureau"; "none": nobody, the exception has a procedure of its own. */
struct str policy_waiver(const struct policy *p, enum rule_id rule);
/* NULL: one person does this act alone. */
const struct four_eyes *policy_four_eyes(const struct policy *p, const char *act);
struct rows policy_list(const struct policy *p, const char *name);                      /* struct choice; empty when unknown */
const struct rubric *policy_rubric(const struct policy *p, const char *panel);
struct str policy_local_name(const struct policy *p, const char *role);
/* Letters of a number series ("project" -> "XM"), from pack.yaml `series`; the series' own name when the pack names none. */
struct str policy_series_code(const struct policy *p, const char *series);
const struct paper *policy_paper(const struct policy *p, const char *name);
/* What a kind of change needs; NULL: it cannot be changed here. A grade of acceptance; NULL: there is none of this code. */
const struct change_rule *policy_change(const struct policy *p, struct str kind);
const struct grade *policy_grade(const struct policy *p, struct str code);
bool policy_publishes(const struct policy *p, const char *what);
/* The English of a Chinese word of the pack (labels, titles, names, clause texts); empty when it has none. */
struct str policy_english(const struct policy *p, struct str zh);

/* The proof of `jiebang policy check`: dead ends, unreachable stages, unbound clauses, enabled rules without clause or
 * parameter, acts that no role may do, money and panel invariants on every path.  rows of struct str, none = good. */
struct rows policy_check(struct arena *a, const struct policy *p);

#endif
