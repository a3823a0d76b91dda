-- Changes of a running project: supplements to the signed task book, the requests behind them, extensions by force majeure.

-- The signed book is never edited: what holds now is the book and its supplements, in their order.
create table supplement (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	taskbook bigint not null references taskbook (id),
	number text not null,
	source text not null check (source in ('change', 'extension')),
	about bigint not null unique,   -- the request, or the extension
	paper bigint not null,
	day bigint not null
);
-- book: supplement
-- insert-only: supplement
create index supplement_challenge on supplement (challenge, id);

create table supplement_value (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	supplement bigint not null references supplement (id),
	ord bigint not null,
	kind text not null,
	which bigint not null,          -- the ordinal of the milestone, indicator or instalment; 0
	org bigint not null,            -- a partner that is registered here; 0
	code text not null,             -- a partner's unified social credit code
	was text not null,
	holds text not null,
	day bigint not null,            -- what holds, where it is a day
	unique (supplement, ord)
);
-- book: supplement_value
-- insert-only: supplement_value
create index supplement_value_challenge on supplement_value (challenge, id);
create index supplement_value_org on supplement_value (org, kind);

create table change_request (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	number text not null,
	asked_by text not null check (asked_by in ('demander', 'awardee', 'bureau')),
	org bigint not null,
	person bigint not null,
	needs text not null check (needs <> ''),
	remark text not null,
	state text not null check (state in ('proposed', 'agreed', 'refused', 'returned', 'withdrawn')),
	proposed_on bigint not null,
	decided_on bigint not null,
	closing text not null,
	earlier bigint not null,        -- the returned request that this one mends; 0
	check (state not in ('refused', 'returned', 'withdrawn') or closing <> '')
);
-- book: change_request
create index change_request_challenge on change_request (challenge, id);
create index change_request_state on change_request (state);

create table change_item (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	request bigint not null references change_request (id),
	ord bigint not null,
	kind text not null,
	which bigint not null,
	was text not null,
	wanted text not null,
	day bigint not null,
	code text not null,
	org bigint not null,
	reason text not null check (reason <> ''),
	evidence text not null,
	unique (request, ord)
);
-- book: change_item
-- insert-only: change_item

create table change_answer (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	request bigint not null references change_request (id),
	party text not null check (party in ('demander', 'awardee', 'bureau', 'government', 'finance')),
	answer text not null check (answer in ('approve', 'return', 'refuse')),
	reason text not null,
	person bigint not null,
	day bigint not null,
	unique (request, party),
	check (answer = 'approve' or reason <> '')
);
-- book: change_answer
-- insert-only: change_answer

create table extension (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	number text not null,
	state text not null check (state in ('reporting', 'reported', 'examined', 'extended', 'refused', 'terminate')),
	old_ends bigint not null,
	opened_on bigint not null,
	opinion text not null,          -- the bureau's: extend, terminate, refuse
	opinion_text text not null,
	opinion_ends bigint not null,
	examined_on bigint not null,
	examiner bigint not null,
	outcome text not null,
	new_ends bigint not null,
	document text not null,
	decided_on bigint not null,
	reason text not null,
	decider bigint not null,
	check (state not in ('extended', 'refused', 'terminate') or (document <> '' and decided_on > 0)),
	check (state <> 'extended' or new_ends > old_ends)
);
-- book: extension
create index extension_challenge on extension (challenge, id);
create index extension_state on extension (state);

create table extension_report (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	extension bigint not null references extension (id),
	party text not null check (party in ('demander', 'awardee')),
	cause text not null,
	happened_on bigint not null,
	facts text not null,
	evidence text not null check (evidence <> ''),
	done text not null,
	remaining text not null,
	money text not null,
	asks text not null check (asks in ('extend', 'terminate')),
	ends bigint not null,
	org bigint not null,
	person bigint not null,
	day bigint not null,
	unique (extension, party)
);
-- book: extension_report
-- insert-only: extension_report
