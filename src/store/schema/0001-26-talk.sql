-- What the parties of a case say to each other, and the park company's remarks.

create table talk (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	kind text not null check (kind in ('negotiation', 'policy', 'information')),
	subject text not null check (subject <> ''),
	opened_on bigint not null
);
-- book: talk
-- insert-only: talk
create index talk_challenge on talk (challenge, id);

create table talk_party (
	id bigint primary key,
	act bigint not null,
	talk bigint not null references talk (id),
	party text not null check (party in ('demander', 'awardee', 'bureau', 'eic', 'government', 'finance', 'audit', 'park')),
	unique (talk, party)
);
-- book: talk_party
-- insert-only: talk_party

create table talk_message (
	id bigint primary key,
	act bigint not null,
	talk bigint not null references talk (id),
	party text not null,            -- in whose name
	org bigint not null,
	person bigint not null,
	body text not null check (body <> ''),
	files text not null,
	at bigint not null
);
-- book: talk_message
-- insert-only: talk_message
create index talk_message_talk on talk_message (talk, id);
create index talk_message_act on talk_message (act);

-- Who has read how far: a line each time somebody says so.
create table talk_read (
	id bigint primary key,
	act bigint not null,
	talk bigint not null references talk (id),
	person bigint not null,
	message bigint not null,
	at bigint not null
);
-- book: talk_read
-- insert-only: talk_read
create index talk_read_person on talk_read (talk, person, message);

create table park_comment (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	org bigint not null,
	person bigint not null,
	kind text not null check (kind in ('management', 'publicity', 'difficulty')),
	body text not null check (body <> ''),
	files text not null,
	day bigint not null
);
-- book: park_comment
-- insert-only: park_comment
create index park_comment_challenge on park_comment (challenge, id);
