/*
 * jiebang programme: the programmes of a data folder.  The first one is begun by init; each further one has its own pack, parties and book.
 *
 * On SQLite the server must be stopped for add and site; it finds the new programme when it starts again.
 */
#include <stdio.h>
#include <string.h>

#include "act/journal.h"
#include "across/party/party.h"
#include "base/word.h"
#include "commands/command.h"
#include "commands/folder.h"
#include "commands/init.h"
#include "commands/open.h"
#include "commands/session.h"

static const char *const with_value[] = { "data", "database", "pack", "hash", "admin", "name", "hosts", NULL };
static const char *const flags[] = { "help", NULL };

static int usage(void)
{
	fprintf(stderr, "usage: jiebang programme list --data DIR\n"
		"       jiebang programme add  --data DIR --pack NAME|DIR [--hash sha256|sm3] [--admin LOGIN]\n"
		"       jiebang programme site --data DIR --hosts NAME[,NAME…] PREFIX   host names that lead to it; '' for none\n");
	return 2;
}

static int list(struct opened *o)
{
	const struct programme_row *row;
	struct rows all = db_all(o->db, o->a, "programmes_all", NULL);

	row = all.v;
	for (size_t i = 0; i < all.n; i++)
		printf("%.*s\t%.*s\tlines %lld\tpack %.12s\thosts %.*s\n", STR_ARG(row[i].prefix), STR_ARG(row[i].name), (long long)row[i].head_seq,
			row[i].pack.p, STR_ARG(row[i].site));
	return 0;
}

static bool begin(struct opened *o, const struct programme_begin *how, struct first_admin *who, struct str *error)
{
	struct programme *pg;

	if (strcmp(how->hash, "sha256") && strcmp(how->hash, "sm3"))
		return *error = STR("--hash is sha256 or sm3"), false;
	if (!programme_begin(o->a, o->db, how, error))
		return false;
	pg = programme_open(o->a, o->db, how->id, error);
	return pg && programme_people(o->a, o->db, pg, who, error);
}

static int add(struct opened *o, int argc, char **argv)
{
	const char *pack = option(argc, argv, "pack"), *hash = option(argc, argv, "hash"), *admin = option(argc, argv, "admin");
	struct rows all = db_all(o->db, o->a, "programmes_all", NULL);
	struct programme_begin how = { .pack = pack, .hash = hash ? hash : "sha256", .now = clock_now() };
	struct first_admin who = { .login = admin ? admin : "admin", .name = option(argc, argv, "name"), .now = how.now };
	struct str error = { 0 }, token = { 0 };

	if (!pack)
		return usage();
	for (size_t i = 0; i < all.n; i++)
		how.id = ((const struct programme_row *)all.v)[i].id + 1;
	who.name = who.name ? who.name : word_text(WORD_init_admin).p;
	if (begin(o, &how, &who, &error) && db_begin(o->db)) {
		token = enter_link_make(o->db, o->a, who.person, how.now, random_seed(o->a));
		if (!db_commit(o->db))
			token = (struct str){ 0 };
	}
	if (!token.n) {
		fprintf(stderr, "jiebang programme: %.*s\n", STR_ARG(error.n ? error : db_fault_text(o->db)));
		return 1;
	}
	printf("%s begun: first administrator \"%s\"\none-time link (48 hours): /enter/%.*s\n", pack, who.login, STR_ARG(token));
	return 0;
}

static int site(struct opened *o, const char *prefix, const char *hosts)
{
	struct rows all = db_all(o->db, o->a, "programmes_all", NULL);
	struct programme_row *row = all.v;
	size_t i = 0;

	while (i < all.n && !str_is(row[i].prefix, prefix))
		i++;
	if (i == all.n) {
		fprintf(stderr, "jiebang programme: no programme has the prefix %s\n", prefix);
		return 1;
	}
	row[i].site = str_of(hosts);
	if (!db_begin(o->db) || db_run(o->db, "programme_site", &row[i]) != 1 || !db_commit(o->db)) {
		fprintf(stderr, "jiebang programme: %.*s\n", STR_ARG(db_fault_text(o->db)));
		return 1;
	}
	printf("%s: %s\n", prefix, hosts);
	return 0;
}

int command_programme(int argc, char **argv)
{
	const char *what = operand(argc, argv, 0, with_value), *prefix = operand(argc, argv, 1, with_value), *hosts = option(argc, argv, "hosts");
	struct opened o;
	int code;

	if (!options_known(argc, argv, with_value, flags) || !what || !option(argc, argv, "data")
		|| (strcmp(what, "list") && strcmp(what, "add") && (strcmp(what, "site") || !prefix || !hosts)))
		return usage();
	if (!open_folder(&o, "programme", option(argc, argv, "data"), option(argc, argv, "database"), strcmp(what, "list") ? DB_WRITE : DB_READ))
		return 1;
	code = !strcmp(what, "list") ? list(&o) : !strcmp(what, "add") ? add(&o, argc, argv) : site(&o, prefix, hosts);
	close_folder(&o);
	return code;
}
