/*
 * jiebang user: people who may sign in, from the machine itself.  People are made and ended by acts of role `system`; links are made beside the book.
 *
 * On SQLite the server must be stopped for add, link and end (the store says so); list always works.
 */
#include <stdio.h>
#include <string.h>

#include "across/party/party.h"
#include "base/hash.h"
#include "commands/command.h"
#include "commands/folder.h"
#include "commands/session.h"
#include "web/session.h"

static const char *const with_value[] = { "data", "database", "org", "login", "name", "role", "email", "reason", "programme", NULL };
static const char *const flags[] = { "help", NULL };

static int usage(void)
{
	fprintf(stderr, "usage: jiebang user list --data DIR\n"
		"       jiebang user add  --data DIR --org CODE|ID --login LOGIN --name NAME --role ROLE [--email ADDRESS]\n"
		"       jiebang user link --data DIR --login LOGIN      a one-time link to set a password (48 hours)\n"
		"       jiebang user end  --data DIR --login LOGIN [--reason TEXT]\n"
		"       several programmes: --programme PREFIX (else the first)\n");
	return 2;
}

static bool find(struct opened *o, const char *login, struct person_row *p)
{
	struct party_code_key key = { o->pg->id, login_kept(o->a, str_of(login)) };

	if (db_one(o->db, o->a, "party_person_with_login", &key, p))
		return true;
	fprintf(stderr, "jiebang user: nobody has the login %s\n", login);
	return false;
}

static int64_t act(struct opened *o, enum act_id id, int64_t target, const void *in)
{
	struct str seed = random_seed(o->a);
	struct act_request q = { .act = id, .programme = o->pg->id, .role = ROLE_system, .target = target, .in = in, .now = clock_now(),
		.key = { seed.p, 32 }, .seed = random_seed(o->a) };
	struct act_result r = act_run(o->db, o->a, o->pg, &q);

	if (r.answer == ANSWER_DONE)
		return r.made;
	for (size_t i = 0; i < r.verdicts.n; i++)
		fprintf(stderr, "jiebang user: %s\n", rule_infos[((struct verdict *)r.verdicts.v)[i].rule].sentence);
	if (!r.verdicts.n)
		fprintf(stderr, "jiebang user: refused (answer %d)\n", (int)r.answer);
	return 0;
}

static int link_print(struct opened *o, const struct person_row *p)
{
	struct str token = { 0 };

	if (db_begin(o->db))
		token = enter_link_make(o->db, o->a, p->id, clock_now(), random_seed(o->a));
	if (!token.n || !db_commit(o->db)) {
		fprintf(stderr, "jiebang user: %.*s\n", STR_ARG(db_fault_text(o->db)));
		return 1;
	}
	printf("%.*s: one-time link (48 hours): /enter/%.*s\n", STR_ARG(p->login), STR_ARG(token));
	return 0;
}

static int list(struct opened *o)
{
	struct person_list_key key = { .programme = o->pg->id, .limit = 100000 };
	struct rows people = db_all(o->db, o->a, "party_people", &key);
	const struct person_item *p = people.v;

	for (size_t i = 0; i < people.n; i++)
		printf("%.*s\t%.*s\t%.*s\t%.*s\t%.*s\n", STR_ARG(p[i].login), STR_ARG(p[i].role), STR_ARG(p[i].state), STR_ARG(p[i].name),
			STR_ARG(p[i].org_name));
	return 0;
}

static int64_t org_of(struct opened *o, const char *code_or_id)
{
	struct id_key found = { 0 };
	struct org_row org;
	int64_t id;

	if (db_one(o->db, o->a, "party_org_with_code", &(struct party_code_key){ o->pg->id, str_of(code_or_id) }, &found))
		return found.id;
	return str_int(str_of(code_or_id), &id) && org_find(o->db, o->a, id, &org) ? id : 0;
}

static int add(struct opened *o, int argc, char **argv)
{
	const char *org = option(argc, argv, "org"), *email = option(argc, argv, "email");
	struct person_form form = { .name = str_of(option(argc, argv, "name")), .login = str_of(option(argc, argv, "login")),
		.role = str_of(option(argc, argv, "role")), .email_secret = str_of(email) };
	struct person_row p;

	if (!org || !form.name.n || !form.login.n || !form.role.n)
		return usage();
	int64_t org_id = org_of(o, org), made = org_id ? act(o, ACT_person_add, org_id, &form) : 0;
	if (!org_id)
		fprintf(stderr, "jiebang user: there is no organisation %s\n", org);
	return made && person_find(o->db, o->a, made, &p) ? link_print(o, &p) : 1;
}

static int end(struct opened *o, const struct person_row *p, const char *reason)
{
	struct reason_form form = { .reason = str_of(reason ? reason : "ended on the machine") };

	if (!act(o, ACT_person_end, p->id, &form))
		return 1;
	if (db_begin(o->db)) {
		sessions_end(o->db, p->id, clock_now());
		db_commit(o->db);
	}
	printf("%.*s: ended\n", STR_ARG(p->login));
	return 0;
}

static int run(struct opened *o, const char *what, int argc, char **argv)
{
	const char *login = option(argc, argv, "login");
	struct person_row p;

	if (!strcmp(what, "list"))
		return list(o);
	if (!strcmp(what, "add"))
		return add(o, argc, argv);
	if (!login)
		return usage();
	if (!find(o, login, &p))
		return 1;
	return !strcmp(what, "link") ? link_print(o, &p) : end(o, &p, option(argc, argv, "reason"));
}

int command_user(int argc, char **argv)
{
	const char *what = operand(argc, argv, 0, with_value), *dir = option(argc, argv, "data");
	struct opened o;
	int code;

	if (!options_known(argc, argv, with_value, flags) || !what || !dir
	    || (strcmp(what, "list") && strcmp(what, "add") && strcmp(what, "link") && strcmp(what, "end")))
		return usage();
	if (!open_folder(&o, "user", dir, option(argc, argv, "database"), strcmp(what, "list") ? DB_WRITE : DB_READ))
		return 1;
	code = opened_programme(&o, "user", option(argc, argv, "programme")) ? run(&o, what, argc, argv) : 1;
	close_folder(&o);
	return code;
}
