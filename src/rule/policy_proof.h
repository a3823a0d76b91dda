/* Inside policy_check() only: what its halves share. */
#ifndef RULE_POLICY_PROOF_H
#define RULE_POLICY_PROOF_H

#include "rule/policy.h"

struct proof {
	struct arena *a;
	const struct policy *p;
	struct rows found;              /* struct str: what is wrong */
	size_t cap;
};

void proof_wrong(struct proof *c, struct str what);
#define PROOF_WRONG(c, ...) proof_wrong(c, str_fmt((c)->a, __VA_ARGS__))

/* What the tables of the program know. */
bool proof_act_known(struct str act);
bool proof_act_moves(struct str act);
bool proof_act_allowed(struct str act);         /* some role may do it */
struct str proof_like_act(struct arena *a, struct str act);

void proof_road(struct proof *c);               /* policy_road_proof.c */
void proof_figures(struct proof *c);            /* policy_figures.c */
void proof_states(struct proof *c);             /* policy_state_proof.c: every path with its money, notices and objections */
void proof_parties(struct proof *c);            /* policy_party_proof.c: somebody who can act, wherever the road waits for somebody */

#endif
