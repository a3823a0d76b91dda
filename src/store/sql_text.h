/* SQL text, word by word: comments and quotes known, :parameters found, lines counted.  For the store only. */
#ifndef STORE_SQL_TEXT_H
#define STORE_SQL_TEXT_H

#include "base/arena.h"
#include "base/str.h"

enum sql_token { SQL_END, SQL_WORD, SQL_PARAM, SQL_QUOTED, SQL_SIGN };

struct sql_reader {
	const char *p, *end;
	int line;               /* of the token */
	int depth;              /* of parentheses, after the token */
	struct str token;       /* SQL_PARAM: without the colon */
	const char *from;       /* where the token begins, the colon included */
};

struct sql_reader sql_reader(struct str text, int line);
enum sql_token sql_next(struct sql_reader *r);
bool sql_word(const struct sql_reader *r, enum sql_token kind, const char *word);       /* letter case does not matter */
struct str sql_line(struct str *rest);          /* the next line, '\r' and '\n' off; rest moves behind it */

#endif
