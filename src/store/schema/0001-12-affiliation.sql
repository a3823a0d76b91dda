-- Relations between organisations and persons, as declared or entered; what people found where the search could not decide.

create table relation (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	org bigint not null,            -- who declared it, or about whom the bureau entered it
	kind text not null,
	a_kind text not null,
	a_key text not null,            -- "c:CODE" "p:person" "n:name/mark"; "w:name" when only a name is known
	a_name text not null,
	b_kind text not null,
	b_key text not null,
	b_name text not null,
	share bigint not null check (share >= 0 and share <= 10000),
	from_day bigint not null,
	to_day bigint not null,         -- last day on which it holds; 0 = open
	source text not null,
	state text not null check (state in ('declared', 'confirmed', 'ended')),
	end_reason text not null,
	person bigint not null,
	at bigint not null,
	check (a_key <> b_key)
);
-- book: relation
create index relation_a on relation (a_key);
create index relation_b on relation (b_key);
create index relation_org on relation (org, id);

create table affiliation_finding (
	id bigint primary key,
	act bigint not null,
	bid bigint not null,
	result text not null check (result in ('holds', 'broken')),
	reason text not null,
	evidence text not null,
	path text not null,             -- it answers this finding of the search, no other
	person bigint not null,
	at bigint not null
);
-- book: affiliation_finding
-- insert-only: affiliation_finding
create index affiliation_finding_bid on affiliation_finding (bid, id);
