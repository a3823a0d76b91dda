/*
 * Panels: the same machine for argument, bid review, milestone and acceptance.
 *
 * A room seats a panel in one of its own acts (argue_panel_set, review_panel_propose …) by panel_seat(), judged by that room's own rules over
 * panel_facts().  From then on the four acts of this room run: every member declares interests before any text opens, gives an opinion
 * (with scores when the rubric has items; per bid in a review), the chair writes the report (conclusion, ranking), everybody signs.
 * When all have signed, the panel is `signed`; the room's conclude act reads panel_result() and moves the case.
 * This room knows no stage: the kind of a panel is a text ("argument", "review", "milestone", "acceptance") that names its rubric in the pack.
 */
#ifndef ACROSS_PANEL_H
#define ACROSS_PANEL_H

#include "act/act.h"
#include "across/panel/panel_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/panel/panel.def"
#include "base/field_end.h"

/* Before it is seated: from what was typed, the experts' pool, the parties of the case and the relations known on this day. */
struct panel_facts panel_facts_of_form(struct act_run *r, int64_t challenge, const struct panel_form *in);
/* A panel as it stands (replaced members left out). */
struct panel_facts panel_facts_of_panel(struct act_run *r, int64_t panel);
/* As it would stand after an exchange of members. */
struct panel_facts panel_facts_after(struct act_run *r, int64_t panel, const struct panel_replace_form *in);
/* The rules that hold for every panel (no person twice, one chair who is an expert, everyone is what the seat says): call it from judge. */
void panel_judge(struct act_run *r, const struct panel_facts *f);
/* Seats it: writes panel and panel_seat rows, tells the members. subject: the milestone's or 0. Returns the panel's id. */
int64_t panel_seat(struct act_run *r, const char *kind, int64_t challenge, int64_t subject, const struct panel_form *in);
/* The same in two steps, where a second party has to agree: proposed (nobody is told), then opened or dismissed. */
int64_t panel_propose(struct act_run *r, const char *kind, int64_t challenge, int64_t subject, const struct panel_form *in);
void panel_open(struct act_run *r, int64_t panel);
void panel_dismiss(struct act_run *r, int64_t panel);

struct panel_result {
	int64_t panel;
	bool signed_by_all;             /* every voting member has signed (dissent is a signature too) */
	int64_t members, in_favour;
	int64_t signatures;
	struct str conclusion;          /* of the report: panel_conclusion choice: "support", "oppose" */
	struct rows ranking;            /* struct panel_rank_row: bid, rank, score (hundredths) */
	bool ranked;                    /* false: the panel says that the plans cannot be ranked */
};
/* The newest panel of a kind (and subject, 0 = any) in a case; panel = 0 when there is none. */
struct panel_result panel_result(struct db *db, struct arena *a, int64_t challenge, const char *kind, int64_t subject);

/* May this person read the case's texts as a member of one of its panels?  Only after declaring to have no interest. */
bool panel_cleared(struct db *db, struct arena *a, int64_t challenge, int64_t person);
bool panel_find(struct db *db, struct arena *a, int64_t panel, struct panel_row *out);

#endif
