/*
 * Performance evaluation (11.1.a): on the pack's occasions the bureau holds a project's results and its use of fiscal money against the task
 * book and gives a grade.  An evaluation is never edited; the next one is another record.
 */
#include "across/payment/payment.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"
#include "life/9-acceptance/acceptance.h"
#include "life/9-acceptance/performance_facts.h"

static struct rows book_indicators(struct act_run *r)
{
	struct taskbook_row book;

	if (!taskbook_now(r->db, r->a, r->challenge, &book))
		return (struct rows){ 0 };
	return taskbook_indicators_now(r->db, r->a, &book);
}

void performance_plan(struct act_run *r)
{
	if (!policy_param(r->policy, RULE_performance_asked, "closing"))
		return;
	struct performance_plan_row row = { .id = act_id_next(r), .challenge = r->challenge, .occasion = STR("closing"), .since = r->today };
	act_write(r, "performance_plan_insert", &row);
}

bool performance_record_prefill(struct act_run *r)
{
	struct performance_form *in = r->in;
	struct rows all = book_indicators(r);
	const struct taskbook_indicator_row *x = all.v;
	struct performance_indicator_form *out = NEW_ARRAY(r->a, all.n, struct performance_indicator_form);

	for (size_t i = 0; i < all.n; i++)
		out[i] = (struct performance_indicator_form){ .ord = x[i].ord, .name = x[i].name, .planned = x[i].target };
	in->indicators = (struct rows){ out, all.n };
	return all.n > 0;
}

/* How many checks of milestones, or conclusions of an acceptance, this project has given occasion by. */
static int64_t occasions(struct act_run *r, struct str occasion)
{
	struct challenge_key key = { r->challenge };
	struct acceptance_result_row passed;
	int64_t n = 0;

	if (str_is(occasion, "annual"))
		return 1;
	if (str_is(occasion, "closing"))
		return acceptance_passed(r->db, r->a, r->challenge, &passed) || str_is(r->stage, "acceptance.failed");
	if (str_is(occasion, "ending"))
		return str_is(r->stage, "closed.terminated");
	struct rows all = db_all(r->db, r->a, "milestones_of", &key);
	const struct milestone_row *m = all.v;
	for (size_t i = 0; i < all.n; i++)
		n += m[i].concluded_on > 0;
	return n;
}

/* Evaluations of the occasion until now; of a yearly one only this year's. */
static int64_t recorded(struct act_run *r, struct str occasion)
{
	struct rows all = db_all(r->db, r->a, "performances_of", &(struct challenge_key){ r->challenge });
	const struct performance_row *x = all.v;
	int64_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		n += str_eq(x[i].occasion, occasion) && (!str_is(occasion, "annual") || x[i].day / 10000 == r->today / 10000);
	return n;
}

static const struct performance_indicator_form *answer_of(const struct performance_form *in, int64_t ord)
{
	const struct performance_indicator_form *x = in->indicators.v;

	for (size_t i = 0; i < in->indicators.n; i++)
		if (x[i].ord == ord && str_trim(x[i].actual).n)
			return &x[i];
	return NULL;
}

static void look_at_indicators(struct act_run *r, struct performance_facts *f)
{
	struct rows all = book_indicators(r);
	const struct taskbook_indicator_row *x = all.v;

	f->indicators = (int64_t)all.n;
	for (size_t i = 0; i < all.n; i++) {
		const struct performance_indicator_form *in = answer_of(r->in, x[i].ord);
		f->answered += in != NULL;
		f->missed += in && str_is(in->met, "not");
	}
}

bool performance_record_facts(struct act_run *r)
{
	const struct performance_form *in = r->in;
	struct performance_facts *f = r->facts = NEW(r->a, struct performance_facts);
	struct taskbook_row book;
	struct str files = in->file;

	if (!taskbook_signed(r->db, r->a, r->challenge, &book))
		return act_not_now(r, r->stage);
	*f = (struct performance_facts){ .occasion = in->occasion.n ? str_c(r->a, in->occasion) : NULL, .before = recorded(r, in->occasion),
		.due = occasions(r, in->occasion), .used_fen = in->used_fen, .received_fen = payment_state(r->db, r->a, r->challenge).fiscal_paid_fen,
		.poor = str_is(in->grade, "poor"), .measured = str_trim(in->measures).n > 0 };
	while (files.n)
		f->files += str_cut(&files, ',').n > 0;
	look_at_indicators(r, f);
	return true;
}

void performance_record_judge(struct act_run *r)
{
	const struct performance_facts *f = r->facts;

	act_verdict(r, rule_performance_asked(f, r->policy));
	act_verdict(r, rule_performance_due(f, r->policy));
	act_verdict(r, rule_performance_indicators(f, r->policy));
	act_verdict(r, rule_performance_money(f, r->policy));
	act_verdict(r, rule_performance_measures(f, r->policy));
	act_verdict(r, rule_performance_file(f, r->policy));
}

/* Name and target are the task book's, whatever was sent. */
static void write_indicators(struct act_run *r, int64_t performance)
{
	struct rows all = book_indicators(r);
	const struct taskbook_indicator_row *x = all.v;

	for (size_t i = 0; i < all.n; i++) {
		const struct performance_indicator_form *in = answer_of(r->in, x[i].ord);
		struct performance_indicator_row row = { .id = act_id_next(r), .challenge = r->challenge, .performance = performance,
			.ord = x[i].ord, .name = x[i].name, .planned = x[i].target, .actual = in->actual, .met = in->met };
		act_write(r, "performance_indicator_insert", &row);
	}
}

static void answer_plan(struct act_run *r, const struct performance_row *record)
{
	struct rows all = db_all(r->db, r->a, "performance_plans_of", &(struct challenge_key){ r->challenge });
	struct performance_plan_row *p = all.v;

	for (size_t i = 0; i < all.n; i++) {
		if (p[i].performance || !str_eq(p[i].occasion, record->occasion))
			continue;
		p[i].performance = record->id;
		act_write(r, "performance_plan_update", &p[i]);
		return;
	}
}

void performance_record_apply(struct act_run *r)
{
	const struct performance_form *in = r->in;
	const struct performance_facts *f = r->facts;
	struct performance_row row = { .id = act_id_next(r), .challenge = r->challenge, .occasion = in->occasion, .received_fen = f->received_fen,
		.used_fen = in->used_fen, .money_use = in->money_use, .grade = in->grade, .opinion = in->opinion, .measures = in->measures,
		.file = in->file, .day = r->today, .person = r->q->person };
	struct str title = acceptance_title(r, WORD_performance_title), text = in->measures.n ? in->measures : in->opinion;
	struct str link = str_fmt(r->a, "/challenges/%lld/follow", (long long)r->challenge);
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);

	act_write(r, "performance_insert", &row);
	write_indicators(r, row.id);
	answer_plan(r, &row);
	act_tell_org(r, who.demander, title, text, link);
	act_tell_org(r, who.awardee, title, text, link);
	act_tell_role(r, ROLE_finance, title, text, link);
	r->made = r->challenge;
}
