-- 2-call: what an argument concluded, the municipal list, lists and what stands on them.

create table argument (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	panel bigint not null,
	panel_conclusion text not null,
	conclusion text not null check (conclusion in ('support', 'oppose')),
	opinion text not null,
	person bigint not null,
	at bigint not null
);
-- book: argument
-- insert-only: argument
create index argument_challenge on argument (challenge, id);

create table municipal (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	result text not null check (result in ('applied', 'included', 'declined')),
	name text not null,
	document text not null,
	day bigint not null,
	scan text not null,
	match_fen bigint not null check (match_fen >= 0),
	match_document text not null,
	remark text not null,
	at bigint not null
);
-- book: municipal
-- insert-only: municipal
create index municipal_challenge on municipal (challenge, id);

-- What became of a case that the municipal list took.
create table municipal_note (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	step text not null check (step <> ''),
	day bigint not null,
	text text not null check (text <> ''),
	document text not null,
	evidence text not null,
	org bigint not null,
	person bigint not null,
	noted_on bigint not null
);
-- book: municipal_note
-- insert-only: municipal_note
create index municipal_note_challenge on municipal_note (challenge, day);

create table challenge_list (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	number text not null,
	title text not null,
	note text not null,
	state text not null check (state in ('drafted', 'decided', 'published')),
	drafted_on bigint not null,
	document text not null,
	decided_on bigint not null,
	remark text not null,
	scan text not null,
	deadline bigint not null,       -- instant
	media text not null,
	contact text not null,
	published_at bigint not null,
	paper bigint not null,
	unique (programme, number),
	check (state = 'drafted' or document <> ''),
	check (state <> 'published' or (deadline > published_at and published_at > 0))
);
-- book: challenge_list

create table list_item (
	id bigint primary key,
	act bigint not null,
	list bigint not null references challenge_list (id),
	n bigint not null,
	challenge bigint not null references challenge (id),
	state text not null check (state in ('drafted', 'approved', 'denied', 'published', 'removed')),
	influence text not null,
	pull text not null,
	breadth text not null,
	reason text not null,
	unique (list, challenge)
);
-- book: list_item
create index list_item_challenge on list_item (challenge, id);
