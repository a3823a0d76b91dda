/*
 * argv -> command.  Every command answers --help; see commands/command.h for the exit codes.
 */
#include <stdio.h>
#include <string.h>

#include "base/word.h"
#include "commands/command.h"

static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *help;
} commands[] = {
	{ "init",     command_init,     "init --data DIR [--database URL] [--pack NAME|DIR] [--hash sha256|sm3] [--admin LOGIN]\n"
	                                "        make a data folder; prints a one-time link for the first administrator" },
	{ "serve",    command_serve,    "serve --data DIR --listen HOST:PORT [--database URL] [--workers N] [--mail smtp://HOST:PORT]\n"
	                                "        serve the web site until stopped (SIGTERM stops, SIGHUP restarts, both without a failed request)" },
	{ "demo",     command_demo,     "demo DIR [--seed N]\n"
	                                "        make a data folder with demo parties and challenges, through the acts" },
	{ "programme", command_programme, "programme list|add|site --data DIR …\n        several places side by side: each with its pack, parties and book" },
	{ "policy",   command_policy,   "policy check [--complete] PACK | policy list\n"
	                                "        prove that a policy pack (name or folder) is complete and sound" },
	{ "rulebook", command_rulebook, "rulebook [--json] [--results FILE] PACK\n"
	                                "        clause by clause: rules, tests, stories, whether it works" },
	{ "verify",   command_verify,   "verify --data DIR [--database URL] [--head HASH] [--no-replay]\n"
	                                "        check the book; exit 0 it holds, 1 it does not" },
	{ "backup",   command_backup,   "backup DIR FILE\n        copy a data folder, safe while it is served" },
	{ "restore",  command_restore,  "restore FILE DIR\n        put a backup into an empty folder and check it" },
	{ "user",     command_user,     "user add|link|list|end --data DIR …\n        people who may sign in" },
	{ "story",    command_story,    "story [--database URL] [--results FILE] FILE…\n        run stories (test/story) in an empty store" },
	{ "version",  command_version,  "version\n        what this program is" },
};

static int usage(FILE *to, int code)
{
	fprintf(to, "jiebang %s\n\n", word_text(WORD_main_title).p);
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		fprintf(to, "  jiebang %s\n", commands[i].help);
	return code;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return usage(stderr, 2);
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "help"))
		return usage(stdout, 0);
	const char *name = !strcmp(argv[1], "--version") ? "version" : argv[1];
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		if (strcmp(name, commands[i].name))
			continue;
		if (option_flag(argc - 1, argv + 1, "help")) {
			printf("jiebang %s\n", commands[i].help);
			return 0;
		}
		return commands[i].run(argc - 1, argv + 1);
	}
	fprintf(stderr, "jiebang: no command %s\n", name);
	return usage(stderr, 2);
}
