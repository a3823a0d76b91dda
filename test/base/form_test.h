/* A table with every kind, for the tests of fields and forms. */
#ifndef TEST_FORM_TEST_H
#define TEST_FORM_TEST_H
#include "base/field_struct.h"
#include "form_test.def"
#include "base/field_end.h"
#endif
