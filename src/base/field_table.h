/* Include before a .def, in tables/tables.c only: TABLE..END become the field tables. Pair with field_end.h. */
#include "base/field.h"
#define FIELD_PASTE_(a, b) a##b
#define FIELD_PASTE(a, b) FIELD_PASTE_(a, b)
#define FIELD_TEXT_(a) #a
#define FIELD_TEXT(a) FIELD_TEXT_(a)
#define TABLE(S) static const struct field FIELD_PASTE(S, _list)[] = {
#define F(K, N, LABEL, ...) { .name = #N, .label = LABEL, .kind = KIND_##K, .at = offsetof(struct T, N), __VA_ARGS__ },
#define END(S) }; \
	const struct fields FIELD_PASTE(S, _fields) = { FIELD_TEXT(S), FIELD_PASTE(S, _list), \
		sizeof FIELD_PASTE(S, _list) / sizeof *FIELD_PASTE(S, _list), sizeof(struct S) };
