/* What the rules about objections look at: filing, and the bureau's steps until the answer. */
#ifndef LIFE_OBJECTION_FACTS_H
#define LIFE_OBJECTION_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct objection_file_facts {
	bool running;                   /* the notice has not been ended or withdrawn */
	int64_t today, last_day;
	bool named, reachable;          /* a name, a telephone number that can be one */
	bool unit;                      /* objects as a unit, not as a person */
	bool code_good, contact;        /* credit code holds, somebody to talk to is named */
	int64_t sealed;                 /* scans of the sealed paper */
	int64_t characters;             /* of facts and grounds */
	int64_t evidence;               /* files */
};

struct objection_facts {
	int64_t today, due;             /* until when this step should be taken; 0: no limit */
	bool identity;                  /* who objects was verified and reached */
	bool decided_before;            /* the person took part in setting the winner */
	bool names;                     /* a text for others names the objector */
	int64_t investigated;           /* steps of investigation */
	int64_t asked, waiting;         /* hearings; those neither answered nor over their time */
	bool upheld;                    /* founded or partly */
	bool founded;
	bool changes;                   /* the award is void or repaired */
	bool repairs, corrected;        /* repaired; what is put right is written */
	bool document;                  /* of the government */
	bool code;                      /* number and code belong together */
};

struct verdict rule_objection_in_time(const struct objection_file_facts *f, const struct policy *p);
struct verdict rule_objection_named(const struct objection_file_facts *f, const struct policy *p);
struct verdict rule_objection_reachable(const struct objection_file_facts *f, const struct policy *p);
struct verdict rule_objection_unit(const struct objection_file_facts *f, const struct policy *p);
struct verdict rule_objection_sealed(const struct objection_file_facts *f, const struct policy *p);
struct verdict rule_objection_grounds(const struct objection_file_facts *f, const struct policy *p);
struct verdict rule_objection_evidence(const struct objection_file_facts *f, const struct policy *p);
struct verdict rule_objection_code(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_timely(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_identity(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_impartial(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_nameless(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_investigated(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_heard(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_effect(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_correction(const struct objection_facts *f, const struct policy *p);
struct verdict rule_objection_government(const struct objection_facts *f, const struct policy *p);

#endif
