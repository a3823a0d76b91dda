/* Inside tidy only: a file under the checker's eye, and what its parts share. */
#ifndef TOOLS_TIDY_H
#define TOOLS_TIDY_H

#include <stdbool.h>
#include <stddef.h>

struct file {
	char *path, *text;      /* as it stands */
	char *code;             /* comments and the insides of literals as blanks; preprocessor lines too */
	size_t n;
};

/* tidy_read.c */
struct house {
	struct file *files;
	size_t files_n;
	char **statements;              /* names of every statement of every .sql */
	size_t statements_n;
	int faults, faulty;
	bool file_faulty;
};
extern struct house house;
void *more(void *p, size_t n, size_t size);
bool ends(const char *s, const char *tail);
bool starts(const char *s, const char *head);
/* A row's `who` or an exception: a beginning of the path, or, when it begins with '_', its end. */
bool is_of(const char *path, const char *who);
int line_of(const struct file *f, size_t at);
void fault(const struct file *f, int line, const char *what, const char *detail);
void strip(struct file *f);             /* fills f->code */
void read_house(const char *dir);       /* all files, in the order of their paths */
bool among(const char *word, const char *list, const char *path);
size_t before(const char *code, size_t i);
bool excepted(const char *path, const char *list);
bool word_char(char c);

/* tidy_layers.c */
void check_includes(const struct file *f);
/* tidy_shape.c */
void check_lines(const struct file *f);
void check_functions(const struct file *f);
void check_globals(const struct file *f);
/* tidy_words.c */
void check_words(const struct file *f);
void check_chinese(const struct file *f);
void check_literals(const struct file *f);
bool statement_known(const char *name);

#endif
