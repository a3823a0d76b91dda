/*
 * Every bound on input in one place, each with its reason.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define LIMIT_REQUEST_ARENA (64u << 20)   /* one page with 10,000 rows stays under 20 MB */
#define LIMIT_FORM_BYTES (2u << 20)       /* the largest form (task book) is under 200 kB of text */
#define LIMIT_FORM_FIELDS 4000            /* names in one posted form */
#define LIMIT_JSON_BYTES (2u << 20)
#define LIMIT_ROWS 200                    /* rows of one repeatable table in a form, unless the field says less */
#define LIMIT_TEXT 200                    /* characters of a one-line field, unless the field says less */
#define LIMIT_LONG 5000                   /* characters of a many-line field, unless the field says less */
#define LIMIT_ATTACHMENT ((int64_t)200 << 20) /* the programme's own figure for one file */
#define LIMIT_PAGE_ROWS 50                /* rows a list page shows unless asked */
#define LIMIT_PAGE_ROWS_MAX 500
#define LIMIT_ACT_ROWS 1000               /* rows one act may make: ids leave ten bits for them */
#define LIMIT_YAML_BYTES (1u << 20)       /* one file of a pack; the largest of ours is under 60 kB */
#define LIMIT_YAML_EVENTS 100000          /* values, lists and mappings of one file */
#define LIMIT_YAML_DEPTH 12               /* our shapes need 5 */
#define LIMIT_YAML_KEYS 64                /* of one mapping */
#define LIMIT_YAML_TEXT 4000              /* characters of one value, unless its key says less */
#define LIMIT_YAML_MISTAKES 100           /* reported per file */
#define LIMIT_PACK_FILES 200              /* files of a pack */
#define LIMIT_VERDICTS 64                 /* broken rules of one act */

#endif
