-- 1-need: rounds of solicitation, every version of every demand as it was sent, what was decided on it.

create table round (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	number text not null,
	title text not null,
	body text not null,
	first_day bigint not null,
	last_day bigint not null,
	kinds text not null,            -- project_type codes joined by ','
	state text not null check (state in ('proposed', 'open')),
	proposed_by bigint not null,    -- person
	confirmed_by bigint not null,   -- person, 0 until confirmed
	confirmed_at bigint not null,
	unique (programme, number),
	check (first_day <= last_day),
	check (state = 'proposed' or confirmed_by <> 0)
);
-- book: round

create table need (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	round bigint not null,          -- 0: came in directly from a contest (12.1.a), or again from an earlier case
	version bigint not null check (version >= 1),
	org bigint not null,
	person bigint not null,
	at bigint not null,
	title text not null,
	field text not null,
	kind text not null,
	origin text not null,
	map_node text not null,
	problem text not null,
	goal text not null,
	urgency text not null,
	benchmark text not null,
	demand_type text not null,
	outcome text not null,
	trl_now bigint not null check (trl_now between 0 and 9),        -- 0 = not said
	trl_goal bigint not null check (trl_goal between 0 and 9),
	cooperation text not null,
	keywords text not null,
	recommender text not null,
	period bigint not null,         -- months
	pay_fen bigint not null check (pay_fen >= 0),
	fiscal_fen bigint not null check (fiscal_fen >= 0),
	other_fen bigint not null check (other_fen >= 0),
	funds text not null,
	ownership text not null,
	ownership_text text not null,
	conditions text not null,
	support text not null,
	scope text not null check (scope in ('public', 'restricted')),
	confidential bigint not null,
	cannot_alone bigint not null,
	sustained bigint not null,
	first_use bigint not null,
	credit bigint not null,
	no_secret bigint not null,
	truth bigint not null,
	evidence text not null,
	contact text not null,
	contact_phone_secret text not null,
	contact_email_secret text not null,
	unique (challenge, version)
);
-- book: need
-- insert-only: need

create table need_indicator (
	id bigint primary key,
	act bigint not null,
	need bigint not null references need (id),
	n bigint not null,
	name text not null,
	existing text not null,
	comparison text not null,
	target text not null,
	unit text not null,
	method text not null,
	binding bigint not null,
	unique (need, n)
);
-- book: need_indicator
-- insert-only: need_indicator

-- What must not be public (8.1.c), field by field: here stands the confidential wording, in need and need_indicator the public one.
create table need_confidential (
	id bigint primary key,
	act bigint not null,
	need bigint not null references need (id),
	n bigint not null,              -- of the indicator; 0: the demand itself
	field text not null check (field in ('title', 'problem', 'goal', 'conditions', 'existing', 'comparison', 'target', 'unit')),
	body text not null,
	unique (need, n, field)
);
-- book: need_confidential
-- insert-only: need_confidential

create table need_date (
	id bigint primary key,
	act bigint not null,
	need bigint not null references need (id),
	n bigint not null,
	month bigint not null,          -- after the contract's signature
	name text not null,
	outcome text not null,
	unique (need, n)
);
-- book: need_date
-- insert-only: need_date

create table need_invited (
	id bigint primary key,
	act bigint not null,
	need bigint not null references need (id),
	n bigint not null,
	name text not null,
	credit_code text not null,
	unique (need, n)
);
-- book: need_invited
-- insert-only: need_invited

create table need_decision (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	need bigint not null references need (id),
	kind text not null check (kind in ('returned', 'accepted', 'withdrawn', 'lapsed')),
	number text not null,
	day bigint not null,
	reason text not null,
	org bigint not null,
	person bigint not null,
	at bigint not null
);
-- book: need_decision
-- insert-only: need_decision
create index need_decision_challenge on need_decision (challenge, id);

-- A demand that nobody took or nobody deserved, listed again as a case of its own.
create table relisting (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	old_case bigint not null references challenge (id),
	new_case bigint not null,       -- 0 until the demander confirmed
	state text not null check (state in ('proposed', 'listed', 'declined')),
	reason text not null,
	proposed_on bigint not null,
	remark text not null,
	decided_on bigint not null
);
-- book: relisting
create index relisting_old on relisting (old_case, id);

-- A round that runs longer than it was announced: by the bureau, confirmed by the commission that published it too.
create table round_extension (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	round bigint not null references round (id),
	old_day bigint not null,
	new_day bigint not null,
	reason text not null,
	media text not null,
	state text not null check (state in ('proposed', 'confirmed')),
	check (new_day > old_day)
);
-- book: round_extension
create index round_extension_round on round_extension (round, id);

-- A unit of the restricted scope that signed for confidentiality reads the confidential wordings, where the pack lets it.
create table need_pledge (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	org bigint not null,
	signer text not null,
	scan text not null,
	person bigint not null,
	at bigint not null,
	unique (challenge, org)
);
-- book: need_pledge
-- insert-only: need_pledge

-- A wider scope after the first: the demander asks, the bureau answers.
create table need_scope (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	kind text not null check (kind in ('invite', 'open')),
	reason text not null check (reason <> ''),
	state text not null check (state in ('asked', 'agreed', 'refused')),
	answer text not null,
	asked_by bigint not null,
	asked_at bigint not null,
	answered_by bigint not null,
	answered_at bigint not null,
	check (state <> 'refused' or answer <> ''),
	check (state = 'asked' or answered_by <> 0)
);
-- book: need_scope
create index need_scope_challenge on need_scope (challenge, id);

create table need_scope_unit (
	id bigint primary key,
	act bigint not null,
	scope bigint not null references need_scope (id),
	n bigint not null,
	name text not null,
	credit_code text not null,
	unique (scope, n)
);
-- book: need_scope_unit
-- insert-only: need_scope_unit
