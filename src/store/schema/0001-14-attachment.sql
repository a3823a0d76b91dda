-- Files by digest, outside the book: the book holds the digests inside the acts' inputs.

create table attachment (
	id bigint primary key,
	digest text not null,
	size bigint not null,
	name text not null,             -- as the sender named it
	type text not null,             -- by content
	risky bigint not null,          -- 1: a program, a script, a page: kept, never opened here
	person bigint not null,         -- who sent it; 0 the public
	org bigint not null,
	at bigint not null,
	unique (digest, person, org)
);

-- Which act's input shows which file.
create table attachment_use (
	id bigint primary key,
	journal bigint not null,
	digest text not null,
	challenge bigint not null,      -- 0: of no case
	act text not null,
	person bigint not null,
	org bigint not null,
	unique (journal, digest)
);
create index attachment_use_digest on attachment_use (digest);
create index attachment_use_challenge on attachment_use (challenge);
create index attachment_person on attachment (person, at);
