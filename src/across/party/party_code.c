/*
 * Codes and names that parties carry: the unified social credit code (GB 32100-2015), logins, districts.
 *
 * Pure arithmetic on text.  Not for: whether a code is taken (party_find.c).
 */
#include <string.h>

#include "across/party/party.h"

#define CODE_LETTERS "0123456789ABCDEFGHJKLMNPQRTUWXY"
#define CODE_BASE 31
#define CODE_N 18

static int code_value(char c)
{
	const char *at = c ? strchr(CODE_LETTERS, c) : NULL;

	return at ? (int)(at - CODE_LETTERS) : -1;
}

char credit_code_digit(struct str code)
{
	int weight = 1, sum = 0;

	if (code.n < CODE_N - 1)
		return 0;
	for (size_t i = 0; i < CODE_N - 1; i++) {
		int v = code_value(code.p[i]);

		if (v < 0)
			return 0;
		sum += v * weight;
		weight = weight * 3 % CODE_BASE;
	}
	return CODE_LETTERS[(CODE_BASE - sum % CODE_BASE) % CODE_BASE];
}

/* The organisation code (GB 11714) stands in characters 9..17, its own check character last. */
static bool inner_good(const char *p)
{
	static const int weights[8] = { 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0, c;

	for (int i = 0; i < 8; i++)
		sum += (p[i] <= '9' ? p[i] - '0' : p[i] - 'A' + 10) * weights[i];
	c = 11 - sum % 11;
	return p[8] == (c == 10 ? 'X' : c == 11 ? '0' : '0' + c);
}

enum credit_code credit_code_check(struct str code)
{
	if (code.n != CODE_N || code_value(code.p[CODE_N - 1]) < 0 || !credit_code_digit(code))
		return CREDIT_WRONG_SHAPE;
	for (int i = 2; i < 8; i++)
		if (code.p[i] < '0' || code.p[i] > '9')
			return CREDIT_WRONG_SHAPE;
	if (credit_code_digit(code) != code.p[CODE_N - 1])
		return CREDIT_WRONG_DIGIT;
	return inner_good(code.p + 8) ? CREDIT_GOOD : CREDIT_INNER_FAILS;
}

struct str login_kept(struct arena *a, struct str login)
{
	char *p = arena_alloc(a, login.n + 1);

	for (size_t i = 0; i < login.n; i++)
		p[i] = login.p[i] >= 'A' && login.p[i] <= 'Z' ? (char)(login.p[i] + 32) : login.p[i];
	return (struct str){ p, login.n };
}

static bool login_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool login_shape_good(struct str login)
{
	if (login.n < 3 || login.n > 40 || !login_letter(login.p[0]))
		return false;
	for (size_t i = 1; i < login.n; i++)
		if (!login_letter(login.p[i]) && login.p[i] != '.' && login.p[i] != '-' && login.p[i] != '_')
			return false;
	return true;
}

/* The pack names a district by six digits; trailing zero pairs ("500000") name a larger place. */
bool org_in_district(const struct org_row *o, const struct policy *p)
{
	size_t n = p->region.n;

	while (n >= 4 && p->region.p[n - 1] == '0' && p->region.p[n - 2] == '0')
		n -= 2;
	return n && o->region.n == 6 && n <= 6 && !memcmp(o->region.p, p->region.p, n);
}
