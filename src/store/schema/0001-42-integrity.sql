-- The integrity procedure: allegations, sanctions, referrals, appeals. No row names a case: parties of one learn nothing from it.

create table allegation (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	org bigint not null references org (id),
	person_name text not null,
	kind text not null,
	source text not null,
	failure bigint not null,
	happened bigint not null,
	facts text not null,
	evidence text not null,
	handler bigint not null,
	decider bigint not null,
	state text not null check (state in ('filed', 'notified', 'stated', 'founded', 'unfounded')),
	filed_on bigint not null,
	notified_on bigint not null,
	due bigint not null,
	statement text not null,
	statement_evidence text not null,
	stated_on bigint not null,
	finding text not null,
	document text not null,
	decided_on bigint not null,
	entry bigint not null,
	check (handler <> decider),
	check (state <> 'founded' or (document <> '' and entry > 0)),
	check (state not in ('founded', 'unfounded') or (finding <> '' and decided_on > 0))
);
-- book: allegation
create index allegation_org on allegation (org, state);
create index allegation_programme on allegation (programme, state, filed_on);

create table sanction (
	id bigint primary key,
	act bigint not null,
	discredit bigint not null references discredit (id),
	ord bigint not null,
	measure text not null,
	ends bigint not null,
	unique (discredit, ord)
);
-- book: sanction
-- insert-only: sanction

create table crime_referral (
	id bigint primary key,
	act bigint not null,
	allegation bigint not null references allegation (id),
	authority text not null,
	document text not null,
	grounds text not null,
	day bigint not null,
	person bigint not null
);
-- book: crime_referral
-- insert-only: crime_referral
create index crime_referral_allegation on crime_referral (allegation, id);

create table integrity_appeal (
	id bigint primary key,
	act bigint not null,
	discredit bigint not null references discredit (id),
	allegation bigint not null,
	org bigint not null,
	reasons text not null,
	evidence text not null,
	state text not null check (state in ('filed', 'upheld', 'lifted', 'shortened')),
	filed_on bigint not null,
	document text not null,
	reason text not null,
	ends bigint not null,
	decided_on bigint not null,
	decided_by bigint not null,
	check (state = 'filed' or (document <> '' and reason <> '' and decided_by > 0))
);
-- book: integrity_appeal
create index integrity_appeal_discredit on integrity_appeal (discredit, id);
create index integrity_appeal_allegation on integrity_appeal (allegation, state);
create index integrity_appeal_state on integrity_appeal (state);

create table discredit_change (
	id bigint primary key,
	act bigint not null,
	discredit bigint not null references discredit (id),
	appeal bigint not null,
	kind text not null check (kind in ('lifted', 'shortened')),
	ends bigint not null,
	day bigint not null
);
-- book: discredit_change
-- insert-only: discredit_change
create index discredit_change_discredit on discredit_change (discredit);
