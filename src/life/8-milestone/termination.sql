-- Ending a project: halts, reports that it cannot be finished, terminations, statements, assets, classes of failure.

-- project_halt_insert: project_halt_row -> -
insert into project_halt (id, act, challenge, side, person, reason, evidence, halted_on, state, remedied, proof,
	lifted_on)
values (:id, :act, :challenge, :side, :person, :reason, :evidence, :halted_on, :state, :remedied, :proof, :lifted_on);

-- project_halt_update: project_halt_row -> -
update project_halt set act = :act, state = :state, remedied = :remedied, proof = :proof, lifted_on = :lifted_on
where id = :id;

-- project_halts_of: challenge_key -> project_halt_row
select id, act, challenge, side, person, reason, evidence, halted_on, state, remedied, proof, lifted_on
from project_halt where challenge = :challenge order by id desc;

-- cannot_finish_insert: cannot_finish_row -> -
insert into cannot_finish (id, act, challenge, person, found_on, reported_on, reason, wish, evidence)
values (:id, :act, :challenge, :person, :found_on, :reported_on, :reason, :wish, :evidence);

-- cannot_finish_of: challenge_key -> cannot_finish_row
select id, act, challenge, person, found_on, reported_on, reason, wish, evidence
from cannot_finish where challenge = :challenge order by id desc;

-- termination_insert: termination_row -> -
insert into termination (id, act, challenge, origin, side, org, person, cause, reason, evidence, progress, results,
	own_money, state, proposed_on, opinion, examined_on, document, decided_on, deny_reason, scan, number, paper,
	closed_on, archive)
values (:id, :act, :challenge, :origin, :side, :org, :person, :cause, :reason, :evidence, :progress, :results,
	:own_money, :state, :proposed_on, :opinion, :examined_on, :document, :decided_on, :deny_reason, :scan, :number,
	:paper, :closed_on, :archive);

-- termination_update: termination_row -> -
update termination set act = :act, cause = :cause, state = :state, opinion = :opinion, examined_on = :examined_on,
	document = :document, decided_on = :decided_on, deny_reason = :deny_reason, scan = :scan, number = :number,
	paper = :paper, closed_on = :closed_on, archive = :archive
where id = :id;

-- termination_one: id_key -> termination_row
select id, act, challenge, origin, side, org, person, cause, reason, evidence, progress, results, own_money, state,
	proposed_on, opinion, examined_on, document, decided_on, deny_reason, scan, number, paper, closed_on, archive
from termination where id = :id;

-- terminations_of: challenge_key -> termination_row
select id, act, challenge, origin, side, org, person, cause, reason, evidence, progress, results, own_money, state,
	proposed_on, opinion, examined_on, document, decided_on, deny_reason, scan, number, paper, closed_on, archive
from termination where challenge = :challenge order by id desc;

-- termination_asset_insert: termination_asset_row -> -
insert into termination_asset (id, act, challenge, termination, ord, name, fund, value_fen, holder, handling)
values (:id, :act, :challenge, :termination, :ord, :name, :fund, :value_fen, :holder, :handling);

-- termination_assets_of: termination_key -> termination_asset_row
select id, act, challenge, termination, ord, name, fund, value_fen, holder, handling
from termination_asset where termination = :termination order by ord;

-- termination_statement_insert: termination_statement_row -> -
insert into termination_statement (id, act, challenge, termination, party, org, person, stance, statement, evidence, day)
values (:id, :act, :challenge, :termination, :party, :org, :person, :stance, :statement, :evidence, :day);

-- termination_statements_of: termination_key -> termination_statement_row
select id, act, challenge, termination, party, org, person, stance, statement, evidence, day
from termination_statement where termination = :termination order by id;

-- failure_class_insert: failure_class_row -> -
insert into failure_class (id, act, challenge, termination, org, class, document, reasons, evidence, day, person)
values (:id, :act, :challenge, :termination, :org, :class, :document, :reasons, :evidence, :day, :person);

-- failure_class_of: challenge_key -> failure_class_row
select id, act, challenge, termination, org, class, document, reasons, evidence, day, person
from failure_class where challenge = :challenge order by id desc;

-- due_termination_hear: tick_key -> due_thing
select t.id as id, t.challenge as challenge, c.pack as pack, c.number as number, c.title as title, c.stage as stage, 'termination_hear' as act,
	c.id as target, 'unit' as role, o.id as org, cast(0 as bigint) as person, cast(0 as bigint) as due, '' as what
from termination t join challenge c on c.id = t.challenge left join bid b on b.id = c.award_bid join org o on o.id in (c.demander, b.org)
where c.programme = :programme and t.state = 'proposed' and o.id <> t.org
	and not exists (select 1 from termination_statement s where s.termination = t.id and s.org = o.id);
