-- Limits: who stands where since when, and what the system did because nobody acted.

-- deadline_cases: deadline_key -> deadline_case
select c.id, c.pack, c.stage, c.stage_since,
	(select count(*) from deadline_step d where d.challenge = c.id and d.step = 'remind' and d.what = '' and d.stage = c.stage and d.since = c.stage_since) as reminded,
	(select count(*) from deadline_step d where d.challenge = c.id and d.step = 'escalate' and d.what = '' and d.stage = c.stage and d.since = c.stage_since) as escalated
from challenge c where c.programme = :programme and c.stage not like 'closed.%' order by c.id;

-- deadline_done: deadline_key -> count_row
select count(*) as n from deadline_step where challenge = :challenge and step = :step and what = :what and thing = :thing and due = :due;

-- deadline_step_insert: deadline_row -> -
insert into deadline_step (id, act, challenge, step, stage, since, what, thing, due, owner, told, day)
values (:id, :act, :challenge, :step, :stage, :since, :what, :thing, :due, :owner, :told, :day);

-- deadline_seats: challenge_key -> id_key
select distinct s.person as id from panel_seat s join panel p on p.id = s.panel
where p.challenge = :challenge and p.state in ('seated', 'reported') and s.state in ('invited', 'clear', 'opined');

-- deadline_awardee: challenge_key -> id_key
select b.org as id from challenge c join bid b on b.id = c.award_bid where c.id = :challenge;

-- due_milestone: tick_key -> due_thing
select m.id, c.id as challenge, c.pack, c.number, c.title, c.stage, 'milestone_report' as act, m.id as target, 'unit' as role, b.org, cast(0 as bigint) as person,
	m.due, m.name as what
from milestone m join challenge c on c.id = m.challenge join bid b on b.id = c.award_bid
where c.programme = :programme and c.stage in ('milestone.running', 'milestone.halted') and m.state in ('planned', 'failed')
	and not exists (select 1 from milestone e where e.challenge = m.challenge and e.ord < m.ord and e.state in ('planned', 'failed'))
order by m.due, m.id;
