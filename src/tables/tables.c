/*
 * The field tables of the whole program, made from the .def files, and the list by which they are found by name.
 *
 * To add a table: write it in its room's .def.  To add a room: one line in the list below.
 */
#include "tables/tables.h"
#include "across/party/party.h"
#include "across/affiliation/affiliation.h"
#include "across/attachment/attachment.h"
#include "across/document/document.h"
#include "across/panel/panel.h"
#include "across/deadline/deadline.h"
#include "across/law/law.h"
#include "across/talk/talk.h"
#include "across/publish/publish.h"
#include "across/office/office.h"
#include "across/payment/payment.h"
#include "across/audit/audit.h"
#include "across/race/race.h"
#include "across/signing/signing.h"
#include "across/extra/extra.h"
#include "across/integrity/integrity.h"
#include "across/waiver/waiver.h"
#include "life/1-need/need.h"
#include "life/1-need/relist.h"
#include "life/2-call/call.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/extend.h"
#include "life/3-bid/consortium.h"
#include "life/4-review/review.h"
#include "life/5-decision/decision.h"
#include "life/5-decision/none.h"
#include "life/6-notice/notice.h"
#include "life/6-notice/objection.h"
#include "life/7-contract/contract.h"
#include "life/7-contract/decline.h"
#include "life/7-contract/direct.h"
#include "life/8-milestone/milestone.h"
#include "life/8-milestone/ending.h"
#include "life/8-milestone/race_room.h"
#include "life/9-acceptance/acceptance.h"
#include "act/journal.h"
#include "web/frame.h"
#include "web/sign.h"
#include "web/signing.h"
#include "web/waiver.h"
#include "story/story.h"

#include "base/field_table.h"
#include "tables/files.def"
#include "base/field_end.h"

static const struct fields *const all[] = {
#define TABLE_NAME_(S) &S##_fields,
#define TABLE_NAME(S) TABLE_NAME_(S)
#define TABLE(S) TABLE_NAME(S)
#define F(...)
#define END(S)
#include "tables/files.def"
#undef TABLE
#undef F
#undef END
};

const struct fields *fields_find(struct str name)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (str_is(name, all[i]->name))
			return all[i];
	return NULL;
}

const struct fields *const *fields_all(size_t *n)
{
	*n = sizeof all / sizeof *all;
	return all;
}
