/* Include before a .def: TABLE..END become struct declarations and the extern of the table. Pair with field_end.h. */
#include "base/field.h"
#define FIELD_C_id int64_t
#define FIELD_C_int int64_t
#define FIELD_C_fen int64_t
#define FIELD_C_day int64_t
#define FIELD_C_instant int64_t
#define FIELD_C_flag int64_t
#define FIELD_C_share int64_t
#define FIELD_C_text struct str
#define FIELD_C_long struct str
#define FIELD_C_choice struct str
#define FIELD_C_choices struct str
#define FIELD_C_file struct str
#define FIELD_C_pass struct str
#define FIELD_C_rows struct rows
#define FIELD_PASTE_(a, b) a##b
#define FIELD_PASTE(a, b) FIELD_PASTE_(a, b)
#define TABLE(S) extern const struct fields FIELD_PASTE(S, _fields); struct S {
#define F(K, N, LABEL, ...) FIELD_C_##K N;
#define END(S) };
