/* What the acts of objections share among themselves: the objection an act is about, its steps, whom it tells. */
#ifndef OBJECTION_IN_H
#define OBJECTION_IN_H

#include "across/payment/payment.h"
#include "life/6-notice/objection.h"
#include "life/6-notice/objection_facts.h"

struct handling {
	struct objection_row o;
	struct objector_row who;
	struct objection_facts f;
	struct fund_facts fund;         /* as a correction would have it */
};

/* The objection that r->target names, its objector and the facts that every step looks at; r->facts is set. False: there is none. */
bool objection_handling(struct act_run *r, struct handling **out);
void objection_step(struct act_run *r, const struct objection_row *o, const char *step, struct str text, struct str evidence);
/* Did whoever acts take part in setting the winner? */
bool objection_set_winner(struct act_run *r);
/* Does the text name who objects? */
bool objection_names(const struct objector_row *who, struct str text);
struct str objection_link(struct act_run *r, int64_t objection);
/* Tells the objector, when it has an account. */
void objection_tell(struct act_run *r, const struct handling *h, struct str title, struct str text);

#endif
