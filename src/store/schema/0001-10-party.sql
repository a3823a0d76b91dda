-- Who takes part: organisations, people, the experts' pool, the discredit register; one-time links.

create table org (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	name text not null,
	credit_code text not null,
	kind text not null,             -- org_kind
	region text not null,           -- administrative division, six digits
	address text not null,
	legal_person text not null,
	profile text not null,
	licence text not null,          -- attachment digests
	state text not null check (state in ('registered', 'verified', 'refused')),
	key_industry bigint not null check (key_industry in (0, 1)),
	verify_source text not null,
	role text not null,             -- "unit", or the office's role
	unique (programme, credit_code)
);
-- book: org

create table person (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	org bigint not null,            -- 0: an expert, who belongs to no organisation here
	name text not null,
	login text not null,            -- lower case
	role text not null,
	post text not null,
	phone_secret text not null,
	email_secret text not null,
	state text not null check (state in ('active', 'ended')),
	unique (programme, login)
);
-- book: person
create index person_org on person (org);
create index person_role on person (programme, role);

create table expert (
	id bigint primary key references person (id),
	act bigint not null,
	programme bigint not null references programme (id),
	name text not null,
	category text not null,
	fields text not null,           -- industry_field codes joined by ','
	employer text not null,
	employer_code text not null,
	post text not null,
	state text not null check (state in ('active', 'ended'))
);
-- book: expert

create table discredit (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	org bigint not null references org (id),
	kind text not null,             -- discredit_kind
	happened bigint not null,       -- day
	decision text not null,
	facts text not null,
	person_name text not null,      -- '' = the organisation itself
	ends bigint not null,           -- last day that it counts; 0 = no end stated
	allegation bigint not null      -- 0 = entered from an outside decision
);
-- book: discredit
-- insert-only: discredit
create index discredit_org on discredit (org, happened);
create index discredit_programme on discredit (programme, happened);

-- Outside the book: who may set a first password. The token itself is never kept.
create table enter_link (
	id bigint primary key,
	digest text not null unique,
	person bigint not null,
	made_at bigint not null,
	until bigint not null,
	used_at bigint not null
);
create index enter_link_person on enter_link (person);
