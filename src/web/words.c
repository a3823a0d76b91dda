/*
 * English for the Chinese source texts, from the gettext catalogue po/en.po, which enters the binary as a .mo file.
 *
 * Not for: deciding what is translated (web/template.c does it for pages, web/show.c and form_html.c for labels).
 * The .mo format is a header, a table of originals sorted by bytes and a table of translations (see doc/decisions/0030-english-by-our-own-reader.md).
 */
#include "web/template.h"
#include "base/asset.h"
#include "base/utf8.h"
#include "base/word.h"
#include "rule/policy.h"
#include <string.h>

#ifndef CATALOGUE
#define CATALOGUE "build/en.mo"
#endif
#define MO_MAGIC 0x950412deu

static uint32_t word_at(struct str mo, size_t at)
{
	uint32_t v = 0;

	if (at + sizeof v <= mo.n)
		memcpy(&v, mo.p + at, sizeof v);
	return v;
}

/* The text that entry i of the table at `table` names; empty when the file is damaged. */
static struct str mo_text(struct str mo, size_t table, size_t i)
{
	size_t n = word_at(mo, table + i * 8), at = word_at(mo, table + i * 8 + 4);

	if (at > mo.n || n > mo.n - at)
		return STR("");
	return (struct str){ mo.p + at, n };
}

static bool mo_find(struct str mo, struct str text, struct str *out)
{
	size_t low = 0, high = word_at(mo, 8), originals = word_at(mo, 12), translations = word_at(mo, 16);

	if (word_at(mo, 0) != MO_MAGIC)
		return false;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(mo_text(mo, originals, mid), text);

		if (c == 0) {
			*out = mo_text(mo, translations, mid);
			return out->n > 0;
		}
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

struct str tr(bool english, struct str chinese)
{
	const struct asset *mo;
	struct str out;

	if (!english || chinese.n == 0)
		return chinese;
	mo = asset_find(CATALOGUE);
	return mo && mo_find(mo->text, chinese, &out) ? out : chinese;
}

struct str tr_with(const struct policy *p, bool english, struct str chinese)
{
	struct str out = tr(english, chinese), pack;

	if (!english || !p || out.p != chinese.p)
		return out;
	pack = policy_english(p, chinese);
	return pack.n ? pack : chinese;
}

static bool cuts(char c)
{
	return c == '<' || c == '>' || c == '"' || c == '\n';
}

void text_pieces(struct str text, piece_fn each, void *ctx)
{
	size_t done = 0, from = 0;

	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && !cuts(text.p[i]))
			continue;
		struct str piece = str_trim((struct str){ text.p + from, i - from });

		if (piece.n && utf8_has_han(piece)) {
			size_t at = (size_t)(piece.p - text.p);

			each(ctx, (struct str){ text.p + done, at - done }, piece);
			done = at + piece.n;
		}
		from = i + 1;
	}
	if (done < text.n)
		each(ctx, (struct str){ text.p + done, text.n - done }, STR(""));
}

/* ---- sentences with values: what word() made of "… {days} …" ---- */

#define HOLES_MAX 8

struct hole {
	struct str key, value;
};

/* Does `text` say what `pattern` says?  The values at the holes come out. */
static bool sentence_match(struct str pattern, struct str text, struct hole *holes, size_t *n)
{
	struct str literal = str_cut(&pattern, '{');

	*n = 0;
	if (text.n < literal.n || memcmp(text.p, literal.p, literal.n) != 0)
		return false;
	text.p += literal.n;
	text.n -= literal.n;
	while (pattern.n) {
		struct str key = str_cut(&pattern, '}');
		const char *at;

		literal = str_cut(&pattern, '{');
		at = literal.n ? memmem(text.p, text.n, literal.p, literal.n) : pattern.n ? text.p : text.p + text.n;
		if (!at || *n == HOLES_MAX)
			return false;
		holes[(*n)++] = (struct hole){ key, { text.p, (size_t)(at - text.p) } };
		text.n -= (size_t)(at - text.p) + literal.n;
		text.p = at + literal.n;
	}
	return text.n == 0 && *n > 0;
}

static struct str sentence_fill(struct arena *a, struct str english, const struct hole *holes, size_t n)
{
	struct buf b = { .arena = a };

	while (english.n) {
		struct str key;

		buf_put(&b, str_cut(&english, '{'));
		key = str_cut(&english, '}');
		for (size_t i = 0; i < n && key.n; i++)
			if (str_eq(holes[i].key, key))
				buf_put(&b, tr(true, holes[i].value));
	}
	return buf_str(&b);
}

struct str tr_sentence(struct arena *a, bool english, struct str chinese)
{
	struct str exact = tr(english, chinese);
	struct hole holes[HOLES_MAX];
	size_t n;

	if (!english || !chinese.n || exact.p != chinese.p)
		return exact;
	for (int i = 0; i < WORD_COUNT; i++) {
		struct str pattern = word_text((enum word_id)i), en = tr(true, pattern);

		if (en.p != pattern.p && sentence_match(pattern, chinese, holes, &n))
			return sentence_fill(a, en, holes, n);
	}
	return chinese;
}
