/* Words of a command line, and the progress line. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands/command.h"

static bool is_option(const char *word, const char *name)
{
	size_t n = strlen(name);
	return word[0] == '-' && word[1] == '-' && !strncmp(word + 2, name, n) && (word[2 + n] == 0 || word[2 + n] == '=');
}

const char *option(int argc, char **argv, const char *name)
{
	for (int i = 1; i < argc; i++) {
		if (!is_option(argv[i], name))
			continue;
		const char *eq = strchr(argv[i], '=');
		return eq ? eq + 1 : i + 1 < argc ? argv[i + 1] : NULL;
	}
	return NULL;
}

bool option_flag(int argc, char **argv, const char *name)
{
	for (int i = 1; i < argc; i++)
		if (is_option(argv[i], name))
			return true;
	return false;
}

static bool among(const char *word, const char *const *names)
{
	for (; names && *names; names++)
		if (is_option(word, *names))
			return true;
	return false;
}

const char *operand(int argc, char **argv, int nth, const char *const *with_value)
{
	for (int i = 1; i < argc; i++) {
		if (!strncmp(argv[i], "--", 2)) {
			i += among(argv[i], with_value) && !strchr(argv[i], '=');
			continue;
		}
		if (nth-- == 0)
			return argv[i];
	}
	return NULL;
}

bool options_known(int argc, char **argv, const char *const *with_value, const char *const *flags)
{
	for (int i = 1; i < argc; i++) {
		if (strncmp(argv[i], "--", 2))
			continue;
		bool value = among(argv[i], with_value);
		if (!value && !among(argv[i], flags)) {
			fprintf(stderr, "jiebang %s: unknown option %s (try --help)\n", argv[0], argv[i]);
			return false;
		}
		if (value && !strchr(argv[i], '=') && ++i >= argc) {
			fprintf(stderr, "jiebang %s: option %s wants a value\n", argv[0], argv[i - 1]);
			return false;
		}
	}
	return true;
}

void progress_line(const char *what, int64_t done, int64_t of)
{
	if (isatty(2))
		fprintf(stderr, "\r%-12s %lld / %lld ", what, (long long)done, (long long)of);
}

void progress_end(void)
{
	if (isatty(2))
		fprintf(stderr, "\r%40s\r", "");
}
