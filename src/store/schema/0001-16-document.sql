-- Papers: numbered, kept as they were issued.
create table document (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	kind text not null,             -- one of documents.def
	number text not null,
	title text not null,
	challenge bigint not null,      -- 0: about no single case (a list)
	about bigint not null,
	at bigint not null,
	digest text not null,           -- SHA-256 of body
	body text not null,             -- the whole printable page
	unique (programme, number)
);
-- book: document
-- insert-only: document
create index document_challenge on document (challenge, id);
