/* tidy: reading a tree, taking comments and literals out, saying what is wrong. */
#include "tidy.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct house house;

void *more(void *p, size_t n, size_t size)
{
	p = realloc(p, n * size);
	if (!p)
		abort();
	return p;
}

bool ends(const char *s, const char *tail)
{
	size_t n = strlen(s), m = strlen(tail);
	return n >= m && strcmp(s + n - m, tail) == 0;
}

bool starts(const char *s, const char *head)
{
	return strncmp(s, head, strlen(head)) == 0;
}

/* A row's `who` or an exception: a beginning of the path, or, when it begins with '_', its end. */
bool is_of(const char *path, const char *who)
{
	return who[0] == '_' ? ends(path, who) : starts(path, who);
}

int line_of(const struct file *f, size_t at)
{
	int line = 1;
	for (size_t i = 0; i < at; i++)
		line += f->text[i] == '\n';
	return line;
}

void fault(const struct file *f, int line, const char *what, const char *detail)
{
	printf("%s:%d: %s%s%s\n", f->path, line, what, *detail ? ": " : "", detail);
	house.faults++;
	house.file_faulty = true;
}

bool word_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

bool excepted(const char *path, const char *list)
{
	char one[128];
	for (const char *p = list; *p;) {
		size_t n = strcspn(p, " ");
		snprintf(one, sizeof one, "%.*s", (int)n, p);
		if (is_of(path, one))
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

/* ---- reading ---- */

static void blank(char *code, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (code[i] != '\n')
			code[i] = ' ';
}

static size_t literal_end(const struct file *f, size_t i)
{
	char quote = f->text[i++];
	while (i < f->n && f->text[i] != quote && f->text[i] != '\n')
		i += f->text[i] == '\\' ? 2 : 1;
	return i < f->n ? i : f->n - 1;
}

static size_t directive_end(const struct file *f, size_t i)
{
	while (i < f->n && (f->text[i] != '\n' || f->text[i - 1] == '\\')) {
		if (starts(f->text + i, "/*")) {
			const char *end = strstr(f->text + i, "*/");
			return end ? (size_t)(end - f->text) + 2 : f->n;
		}
		i++;
	}
	return i;
}

void strip(struct file *f)
{
	bool line_begin = true;
	for (size_t i = 0; i < f->n; i++) {
		char c = f->text[i];
		if (starts(f->text + i, "/*")) {
			const char *end = strstr(f->text + i + 2, "*/");
			size_t to = end ? (size_t)(end - f->text) + 2 : f->n;
			blank(f->code, i, to);
			i = to - 1;
		} else if (starts(f->text + i, "//")) {
			fault(f, line_of(f, i), "comments are /* */", "");
			size_t to = i + strcspn(f->text + i, "\n");
			blank(f->code, i, to);
			i = to - 1;
		} else if (c == '"' || c == '\'') {
			size_t to = literal_end(f, i);
			blank(f->code, i + 1, to);
			i = to;
			line_begin = false;
		} else if (c == '#' && line_begin) {
			size_t to = directive_end(f, i);
			blank(f->code, i, to);
			i = to - 1;
		} else if (c == '\n') {
			line_begin = true;
		} else if (c != ' ' && c != '\t') {
			line_begin = false;
		}
	}
}

static void read_one(const char *path)
{
	FILE *in = fopen(path, "rb");
	struct stat st;
	if (!in || stat(path, &st) != 0)
		exit(2);
	house.files = more(house.files, house.files_n + 1, sizeof *house.files);
	struct file *f = &house.files[house.files_n++];
	*f = (struct file){ .path = strdup(path), .n = (size_t)st.st_size };
	f->text = more(NULL, f->n + 4, 1);
	if (fread(f->text, 1, f->n, in) != f->n)
		exit(2);
	memset(f->text + f->n, 0, 4);
	fclose(in);
	f->code = more(NULL, f->n + 4, 1);
	memcpy(f->code, f->text, f->n + 4);
}

static int by_path(const void *x, const void *y)
{
	return strcmp(((const struct file *)x)->path, ((const struct file *)y)->path);
}

static void read_tree(const char *dir)
{
	char path[4096];
	DIR *d = opendir(dir);
	if (!d)
		return;
	for (struct dirent *e; (e = readdir(d));) {
		struct stat st;
		snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
		if (e->d_name[0] == '.' || stat(path, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode))
			read_tree(path);
		else if (ends(path, ".c") || ends(path, ".h") || ends(path, ".sql") || ends(path, ".def") || ends(path, ".html"))
			read_one(path);
	}
	closedir(d);
}

void read_house(const char *dir)
{
	read_tree(dir);
	qsort(house.files, house.files_n, sizeof *house.files, by_path);
}
