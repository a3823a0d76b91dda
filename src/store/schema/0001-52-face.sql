-- What people have typed and not yet sent. Not of the book: gone when the act is done.
create table draft (
	id bigint primary key,
	person bigint not null,         -- 0: sent without a session, kept under `token`
	act text not null,
	target bigint not null,
	token text not null,            -- digest of the token in the address, '' for a person's own draft
	body_secret text not null,
	at bigint not null,
	unique (person, act, target, token)
);
create index draft_at on draft (at);
