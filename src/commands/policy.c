/*
 * jiebang policy load PACK --data DIR: a sound pack into the store.
 * jiebang policy check [--complete] PACK: every mistake of a pack a line, the last line says whether it holds. Exit 0 holds, 1 does not, 2 wrong use.
 *
 * A pack may say of a clause that the program does not answer it yet, or not all of it (`planned`, with what is missing): told on a line of its own, and
 * refused with --complete.
 */
#include <stdio.h>
#include <string.h>

#include "across/law/law.h"
#include "commands/command.h"
#include "commands/open.h"
#include "commands/pack.h"
#include "commands/policy_fit.h"
#include "commands/session.h"
#include "rule/policy.h"

static size_t print_all(const char *pack, struct rows found)
{
	const struct str *s = found.v;

	for (size_t i = 0; i < found.n; i++)
		printf("%s: %.*s\n", pack, STR_ARG(s[i]));
	return found.n;
}

static void summary(const char *pack, const struct policy *p)
{
	size_t advise = 0;
	const struct binding *b = p->bindings.v;

	for (size_t i = 0; i < p->bindings.n; i++)
		advise += b[i].force == FORCE_ADVISE;
	printf("%s: %zu clauses, %zu rules bound (%zu of them advice), %zu disabled, %zu stages, %zu steps, %zu demands on every path\n", pack,
	       p->clauses.n, p->bindings.n, advise, p->disabled.n, p->stages.n, p->steps.n, p->proofs.n);
	printf("%s: digest %.*s\n", pack, STR_ARG(p->digest));
}

/* Clauses that the program does not answer yet, or not all of them, each with what is missing. */
static size_t print_planned(const char *pack, const struct policy *p)
{
	const struct clause *c = p->clauses.v;
	size_t n = 0;

	for (size_t i = 0; i < p->clauses.n; i++) {
		if (!c[i].planned.n)
			continue;
		n++;
		printf("%s: planned: clause %.*s: %.*s\n", pack, STR_ARG(c[i].id), STR_ARG(c[i].planned));
	}
	return n;
}

static void verdict_line(const char *pack, size_t found, size_t planned, bool complete)
{
	if (found)
		printf("%s: does not hold: %zu mistake%s\n", pack, found, found == 1 ? "" : "s");
	else if (planned && complete)
		printf("%s: does not hold: it is sound, but of %zu clauses something is still planned\n", pack, planned);
	else if (planned)
		printf("%s: holds; of %zu clauses something is still planned (--complete refuses them)\n", pack, planned);
	else
		printf("%s: holds\n", pack);
}

static int check(const char *pack, bool complete)
{
	struct arena *a = arena_new((size_t)256 << 20);
	const struct policy *p = policy_load(a, pack);
	size_t found = 0, planned;

	if (!p) {
		printf("%s: does not hold: it cannot be read\n", pack);
		arena_free(a);
		return 1;
	}
	summary(pack, p);
	found += print_all(pack, policy_check(a, p));
	found += print_all(pack, policy_fit(a, p));
	planned = print_planned(pack, p);
	verdict_line(pack, found, planned, complete);
	arena_free(a);
	return found || (complete && planned);
}

/* A checked pack's files into the store of DIR, where the bureau may adopt it (act pack_adopt). */
static int load(const char *pack, const char *dir, const char *url)
{
	struct opened o;
	struct str error = { 0 };
	int rc = 1;

	if (check(pack, false) || !open_folder(&o, "policy load", dir, url, DB_WRITE))
		return 1;
	struct rows files = pack_files(o.a, pack, &error);
	const struct policy *p = policy_parse(o.a, files, &error);
	if (p && db_all(o.db, o.a, "law_pack_files", &(struct law_key){ .pack = p->digest }).n) {
		printf("%s: the store of %s has it already\n", pack, dir);
		rc = 0;
	} else if (p && db_begin(o.db) && pack_keep(o.a, o.db, p, files) && db_commit(o.db)) {
		printf("%s: kept in %s; the bureau adopts it on the page /versions\n", pack, dir);
		rc = 0;
	} else {
		fprintf(stderr, "jiebang policy load: %.*s%.*s\n", STR_ARG(error), STR_ARG(db_fault_text(o.db)));
	}
	close_folder(&o);
	return rc;
}

static int list_packs(void)
{
	struct arena *a = arena_new((size_t)256 << 20);
	struct rows names = pack_names(a);
	const struct str *n = names.v;

	for (size_t i = 0; i < names.n; i++) {
		const struct policy *p = policy_load(a, str_c(a, n[i]));
		printf("%-16.*s %.*s%s%.*s\n", STR_ARG(n[i]), STR_ARG(p ? p->title : STR("?")), p && p->base.n ? "  over " : "",
		       STR_ARG(p ? p->base : STR("")));
	}
	arena_free(a);
	return 0;
}

int command_policy(int argc, char **argv)
{
	static const char *const with_value[] = { "data", "database", NULL };
	static const char *const flags[] = { "complete", NULL };
	const char *what = operand(argc, argv, 0, with_value), *pack = operand(argc, argv, 1, with_value), *dir = option(argc, argv, "data");

	if (!options_known(argc, argv, with_value, flags))
		return 2;
	if (what && !strcmp(what, "list") && !pack)
		return list_packs();
	if (what && !strcmp(what, "check") && pack && !operand(argc, argv, 2, with_value))
		return check(pack, option_flag(argc, argv, "complete"));
	if (what && !strcmp(what, "load") && pack && dir && !operand(argc, argv, 2, with_value))
		return load(pack, dir, option(argc, argv, "database"));
	fprintf(stderr, "usage: jiebang policy check [--complete] PACK    (a folder, or the name of an embedded pack: jiebang policy list)\n"
		"       jiebang policy load PACK --data DIR        (keeps a sound pack in the store, for the bureau to adopt)\n");
	return 2;
}
