-- What the bureau tells society of accepted projects, and how published things are corrected.

create table result_story (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	title text not null check (title <> ''),
	story text not null check (story <> ''),
	effect text not null,
	consents text not null,
	published_on bigint not null,
	person bigint not null,
	unique (challenge)
);
-- book: result_story
-- insert-only: result_story
create index result_story_programme on result_story (programme, published_on, id);

create table correction (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	kind text not null check (kind in ('list', 'notice', 'result', 'interpretation')),
	thing bigint not null,
	what text not null check (what <> ''),
	wording text not null check (wording <> ''),
	reason text not null check (reason <> ''),
	document text not null,
	files text not null,
	day bigint not null,
	person bigint not null
);
-- book: correction
-- insert-only: correction
create index correction_thing on correction (programme, kind, thing, id);
