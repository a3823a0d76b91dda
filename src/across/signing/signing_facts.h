/* What the rules of four eyes look at. */
#ifndef SIGNING_FACTS_H
#define SIGNING_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct four_eyes_facts {
	bool signed_first;      /* somebody's first signature is open */
	bool same_person;       /* it is this very person's, by whatever account */
	bool same_input;        /* what is signed now is what was signed then */
	bool authored;          /* this person prepared the matter */
	bool first_authored;    /* the first one did */
	struct str first;       /* who signed first */
	struct str author;      /* who of the two prepared it */
};

struct verdict rule_second_person(const struct four_eyes_facts *f, const struct policy *p);
struct verdict rule_second_same_input(const struct four_eyes_facts *f, const struct policy *p);
struct verdict rule_not_the_author(const struct four_eyes_facts *f, const struct policy *p);

#endif
