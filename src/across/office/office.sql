-- Duties handed over, opinions asked.

-- office_hand_over_insert: hand_over_row -> -
insert into hand_over (id, act, challenge, stage, since, org, giver, taker, reason, day)
values (:id, :act, :challenge, :stage, :since, :org, :giver, :taker, :reason, :day);

-- office_handed: office_key -> handed_row
select h.challenge, h.taker, t.name as taker_name, g.name as giver_name, h.reason, h.day
from hand_over h join challenge c on c.id = h.challenge and c.stage = h.stage and c.stage_since = h.since
join person t on t.id = h.taker join person g on g.id = h.giver
where c.programme = :programme and h.org = :org and (cast(:challenge as bigint) = 0 or h.challenge = :challenge) and t.state = 'active'
	and h.id = (select max(x.id) from hand_over x where x.challenge = h.challenge and x.org = h.org)
order by h.challenge;

-- office_colleagues: office_key -> colleague_row
select id, name, login from person where programme = :programme and org = :org and role = :role and state = 'active' and id <> :person order by name, id limit 200;

-- office_countersign_insert: countersign_row -> -
insert into countersign (id, act, challenge, stage, asker_org, asker, role, question, files, asked_on, due, state, opinion, answer, answer_files,
	answered_by, answered_on)
values (:id, :act, :challenge, :stage, :asker_org, :asker, :role, :question, :files, :asked_on, :due, :state, :opinion, :answer, :answer_files,
	:answered_by, :answered_on);

-- office_countersign_update: countersign_row -> -
update countersign set act = :act, state = :state, opinion = :opinion, answer = :answer, answer_files = :answer_files, answered_by = :answered_by,
	answered_on = :answered_on where id = :id;

-- office_countersign_one: id_key -> countersign_row
select id, act, challenge, stage, asker_org, asker, role, question, files, asked_on, due, state, opinion, answer, answer_files, answered_by, answered_on
from countersign where id = :id;

-- office_countersigns: office_key -> countersign_line
select s.id, s.role, a.name as asker_name, s.stage, s.question, s.files, s.asked_on, s.due, s.state, s.opinion, s.answer, s.answer_files,
	coalesce(b.name, '') as answered_name, s.answered_on, case when s.state = 'asked' and s.role = :role then 1 else 0 end as mine
from countersign s join person a on a.id = s.asker left join person b on b.id = s.answered_by
where s.challenge = :challenge order by s.id desc limit 200;

-- due_countersign: tick_key -> due_thing
select s.id, c.id as challenge, c.pack, c.number, c.title, c.stage, 'countersign_answer' as act, s.id as target, s.role, cast(0 as bigint) as org,
	cast(0 as bigint) as person, s.due, '' as what
from countersign s join challenge c on c.id = s.challenge where c.programme = :programme and s.state = 'asked' order by s.due, s.id;

-- office_sent_back_insert: sent_back_row -> -
insert into sent_back (id, act, challenge, kind, name, reason, day, org, person) values (:id, :act, :challenge, :kind, :name, :reason, :day, :org, :person);

-- office_sent_back: challenge_key -> sent_back_row
select id, act, challenge, kind, name, reason, day, org, person from sent_back where challenge = :challenge order by id desc limit 200;

-- Where the case stood before it came to the stage in which it stands: told by the book.
-- office_stage_before: office_key -> office_stage
select j.stage from journal j where j.challenge = :challenge and j.stage <> '' and j.stage <> :stage
order by j.seq desc limit 1;
