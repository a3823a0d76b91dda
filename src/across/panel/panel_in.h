/* Inside the room of panels: the grid of plans and items, ranking, the paper. For panel_*.c only. */
#ifndef ACROSS_PANEL_IN_H
#define ACROSS_PANEL_IN_H

#include "across/panel/panel.h"

/* What a panel scores: plans (one with id 0 where it judges one thing) times the items of its rubric. */
struct panel_grid {
	bool trim;                      /* the lowest and the highest total of a plan do not count */
	struct rows plans;              /* struct panel_bid_row */
	struct rows items;              /* struct rubric_item */
	int64_t pass;                   /* least total for a recommendation */
	bool ranks;                     /* several plans: the report ranks them */
};
struct panel_grid panel_grid_of(struct db *db, struct arena *a, const struct policy *pack, const struct panel_row *p);
struct str panel_plan_name(struct arena *a, const struct panel_bid_row *plan);
struct str panel_cell_name(struct arena *a, const struct panel_bid_row *plan, const struct rubric_item *item);
void panel_grid_check(struct arena *a, const struct panel_grid *g, const struct rows *scores, struct panel_opinion_facts *f);
void panel_ranking_check(struct arena *a, const struct panel_grid *g, const struct rows *ranking, struct panel_report_facts *f);
/* Hundredths of a point, rounded down; 0 when nobody scored it. */
int64_t panel_mean(int64_t sum, int64_t voters);
struct str panel_mean_text(struct arena *a, int64_t hundredths);
int64_t panel_mean_of(const struct rows *means, int64_t bid);
/* A proposal for the chair: best mean first; struct panel_rank_form. */
struct rows panel_ranking_by_mean(struct db *db, struct arena *a, int64_t panel, const struct panel_grid *g);
void panel_ranking_write(struct act_run *r, const struct panel_row *p, const struct panel_grid *g, const struct panel_report_form *in);

/* The first party of the case (rows of struct panel_party_row) with which this person has an interest; NULL: none is known.
 * who->category "demander_head": the demander itself does not count. */
const struct panel_party_row *panel_tie(struct db *db, struct arena *a, const struct rows *parties, const struct panel_person_row *who, int64_t today);
/* Whose scores a page shows: of one seat, or of all (seat 0); with names or as "expert n". */
struct panel_scores_wanted {
	const struct panel_row *panel;
	const struct policy *pack;
	struct rows members;            /* struct panel_member_view */
	int64_t seat;
	bool named;
};
struct str panel_reader_name(struct arena *a, struct rows members, int64_t seat, bool named);
struct rows panel_score_lines(struct db *db, struct arena *a, const struct panel_scores_wanted *w);     /* struct panel_score_view */
void panel_score_pages(struct db *db, struct arena *a, const struct panel_scores_wanted *w, struct panel_page *out);
void panel_seat_add(struct act_run *r, const struct panel_row *p, int64_t person, struct str category, bool chair);
void panel_tell_joined(struct act_run *r, const struct panel_row *p, int64_t person, bool chair);
void panel_tell_chair_when_ready(struct act_run *r, int64_t panel);
bool panel_all_opined(struct db *db, struct arena *a, int64_t panel);
int64_t panel_unsigned(struct act_run *r, int64_t panel);       /* members who have not signed */
void panel_paper_issue(struct act_run *r, const struct panel_row *p);
/* Rows of struct panel_member_view, the replaced ones last. */
struct rows panel_member_views(struct db *db, struct arena *a, int64_t panel);
/* Rows of struct panel_rank_view for pages and papers. */
struct rows panel_rank_views(struct db *db, struct arena *a, const struct policy *pack, const struct panel_row *p);

#endif
