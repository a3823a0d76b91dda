-- Four eyes: what the first of two persons signed, until the second signs the same, sends it back, or nobody does in time.
create table first_signature (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null,              -- 0: about no case
	act_name text not null check (act_name <> ''),
	thing bigint not null,                  -- the act's target
	person bigint not null references person (id),
	org bigint not null,
	role text not null,
	input_secret text not null,             -- canonical JSON of the act's form
	state text not null check (state in ('open', 'used', 'refused', 'withdrawn', 'lapsed')),
	signed_at bigint not null,
	second bigint not null,                 -- who signed second, or sent it back
	reason text not null,
	ended_at bigint not null,
	check (state <> 'used' or (second <> 0 and second <> person)),
	check (state <> 'refused' or (reason <> '' and second <> person)),
	check ((state = 'open') = (ended_at = 0))
);
-- book: first_signature
create index first_signature_open on first_signature (programme, state, act_name, thing);
