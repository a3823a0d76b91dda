/*
 * Money: int64 fen (0.01 yuan).  No floating point anywhere.
 *
 * Limit: 10^15 fen (10 million million yuan); every product below fits int64 under that limit.
 */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include "base/str.h"

#define MONEY_MAX ((int64_t)1000000000000000)
#define PERCENT_SCALE 10000                     /* a share is in basis points: 10000 = 100 % */

/* part = floor(total * share / 10000).  share 0..10000, total 0..MONEY_MAX. */
int64_t money_share(int64_t total_fen, int64_t share);
/* part * 10000 <= whole * share, exactly. */
bool money_within(int64_t part_fen, int64_t whole_fen, int64_t share);
bool money_parse(struct str s, int64_t *fen);   /* "12345", "1,234.5", "30万", "30.5万元", "1000000元" (yuan unless 万) */
struct str money_text(struct arena *a, int64_t fen);            /* 1,234,567.00 */
struct str money_text_wan(struct arena *a, int64_t fen);        /* 123.4567 (万元, no trailing zeros) */
struct str money_text_cn(struct arena *a, int64_t fen);         /* 壹佰贰拾叁万肆仟伍佰陆拾柒元整 */

#endif
