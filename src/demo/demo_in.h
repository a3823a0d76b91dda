/* What the files of src/demo share. */
#ifndef DEMO_IN_H
#define DEMO_IN_H

#include "demo/demo.h"
#include "story/story.h"

enum phase {
#define PHASE(NAME, DAYS) PHASE_##NAME,
#include "demo/phases.def"
#undef PHASE
	PHASE_COUNT
};

enum turn { TURN_NONE, TURN_RETURN, TURN_WITHDRAW, TURN_REJECT, TURN_NOBID, TURN_HALT, TURN_FAIL, TURN_RECTIFY, TURN_RESTRICT, TURN_RACE };

#define DEMO_INDICATORS 3
#define DEMO_SEATS 5
#define DEMO_BIDS 3
#define DEMO_THENS 12

struct demo_need {
	struct str title, field, problem, source;
	struct str name[DEMO_INDICATORS], comparison[DEMO_INDICATORS], target[DEMO_INDICATORS], unit[DEMO_INDICATORS];
};

/* What else happens to a case, off the straight road. */
struct demo_then {
	int day;                        /* after its round opened */
	const char *file;
};

struct demo_case {
	int index, cohort, back;        /* back: days before now on which the round opened */
	enum phase last;
	enum turn turn;
	const struct demo_need *need;
	int64_t id, list, bid[DEMO_BIDS], bids, ends;
	struct demo_then then[DEMO_THENS];
	int thens;
	struct str made[ACT_COUNT];     /* by act: the thing of this case that it is about, when the case has one */
	struct str panel;               /* of the current panel, as a variable's text */
};

struct demo {
	struct arena *a;
	struct db *db;
	struct programme *pg;
	struct story_world *story;
	struct rows needs;              /* struct demo_need */
	struct demo_case *cases;
	size_t cases_n;
	int64_t now, today;             /* of the event that runs */
	int64_t references, files;
	const char *data;               /* the folder for files; NULL: none are kept */
	struct str *error;
};

/* needs.c */
bool demo_needs(struct demo *d);
/* phases.c: runs a phase for a case (for a cohort's first case when it is the cohort's). */
bool demo_phase(struct demo *d, struct demo_case *c, enum phase p);
/* demo.c */
bool demo_tell(struct demo *d, const char *file, struct str more);     /* demo/FILE with `more` behind it */
struct str demo_text(struct demo *d, const char *file);
void demo_set(struct demo *d, const char *name, struct str value);
void demo_set_int(struct demo *d, const char *name, int64_t value);
void demo_case_vars(struct demo *d, struct demo_case *c);
int64_t demo_made(struct demo *d, const char *table);
/* panels.c */
void demo_seat_vars(struct demo *d, const struct demo_case *c);
bool demo_panel_seats(struct demo *d, struct demo_case *c, const char *file);
bool demo_panel_meet(struct demo *d, struct demo_case *c, const char *kind, bool head, int64_t subjects, bool support);
/* files.c: before anybody registers; when the organisations stand; for one payment of an organisation (sets $voucher) */
bool demo_files_public(struct demo *d);
bool demo_files_of_orgs(struct demo *d);
bool demo_voucher(struct demo *d, int64_t number, int64_t org);

#endif
