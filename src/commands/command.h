/*
 * The commands of the program: each takes its own argv (argv[0] is its name), prints for people on stdout, errors on stderr.
 *
 * Exit codes: 0 done or holds, 1 does not hold or could not be done, 2 wrong use (the usage is printed).
 */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

int command_init(int argc, char **argv);
int command_serve(int argc, char **argv);
int command_demo(int argc, char **argv);
int command_programme(int argc, char **argv);
int command_policy(int argc, char **argv);
int command_rulebook(int argc, char **argv);
int command_verify(int argc, char **argv);
int command_backup(int argc, char **argv);
int command_restore(int argc, char **argv);
int command_user(int argc, char **argv);
int command_story(int argc, char **argv);
int command_version(int argc, char **argv);

/* The value behind "--name" (or "--name=value"); NULL when absent. A flag without value: option_flag(). */
const char *option(int argc, char **argv, const char *name);
bool option_flag(int argc, char **argv, const char *name);
/* The i-th word that is no option (argv[0] not counted); `with_value` lists the options that take a value, ended by NULL. */
const char *operand(int argc, char **argv, int i, const char *const *with_value);
/* False, with a message, when argv holds an option that is not among these. */
bool options_known(int argc, char **argv, const char *const *with_value, const char *const *flags);
/* One line that is overwritten, on a terminal only. */
void progress_line(const char *what, int64_t done, int64_t of);
void progress_end(void);

#endif
