-- Argument and list.

-- call_argument_insert: argument_row -> -
insert into argument (id, act, challenge, panel, panel_conclusion, conclusion, opinion, person, at)
values (:id, :act, :challenge, :panel, :panel_conclusion, :conclusion, :opinion, :person, :at);

-- call_argument_last: challenge_key -> argument_row
select id, act, challenge, panel, panel_conclusion, conclusion, opinion, person, at
from argument where challenge = :challenge order by id desc limit 1;

-- call_municipal_insert: municipal_row -> -
insert into municipal (id, act, challenge, result, name, document, day, scan, match_fen, match_document, remark, at)
values (:id, :act, :challenge, :result, :name, :document, :day, :scan, :match_fen, :match_document, :remark, :at);

-- call_municipal_note_insert: municipal_note_row -> -
insert into municipal_note (id, act, challenge, step, day, text, document, evidence, org, person, noted_on)
values (:id, :act, :challenge, :step, :day, :text, :document, :evidence, :org, :person, :noted_on);

-- call_municipal_notes: challenge_key -> municipal_note_row
select id, act, challenge, step, day, text, document, evidence, org, person, noted_on
from municipal_note where challenge = :challenge order by day, id;

-- call_municipal_last: challenge_key -> municipal_row
select id, act, challenge, result, name, document, day, scan, match_fen, match_document, remark, at
from municipal where challenge = :challenge order by id desc limit 1;

-- call_list_insert: list_row -> -
insert into challenge_list (id, act, programme, number, title, note, state, drafted_on, document, decided_on, remark, scan,
	deadline, media, contact, published_at, paper)
values (:id, :act, :programme, :number, :title, :note, :state, :drafted_on, :document, :decided_on, :remark, :scan, :deadline,
	:media, :contact, :published_at, :paper);

-- call_list_decide: list_row -> -
update challenge_list set act = :act, state = :state, document = :document, decided_on = :decided_on, remark = :remark, scan = :scan
where id = :id;

-- call_list_publish: list_row -> -
update challenge_list set act = :act, state = :state, deadline = :deadline, media = :media, contact = :contact,
	published_at = :published_at, paper = :paper
where id = :id;

-- call_list_read: id_key -> list_row
select id, act, programme, number, title, note, state, drafted_on, document, decided_on, remark, scan, deadline, media, contact,
	published_at, paper
from challenge_list where id = :id;

-- call_item_insert: list_item_row -> -
insert into list_item (id, act, list, n, challenge, state, influence, pull, breadth, reason)
values (:id, :act, :list, :n, :challenge, :state, :influence, :pull, :breadth, :reason);

-- call_item_update: list_item_row -> -
update list_item set act = :act, state = :state, reason = :reason where id = :id;

-- call_challenge_list: challenge_list_row -> -
update challenge set act = :act, list = :list, deadline = :deadline where id = :id;

-- call_items: list_key -> list_item_row
select id, act, list, n, challenge, state, influence, pull, breadth, reason
from list_item where list = :list order by n;

-- all = 1: everything, for the offices; 0: what was published to society.
-- call_item_lines: list_key -> list_item_line
select i.challenge, i.n, c.number, c.title, o.name as demander_name, c.field, c.kind, c.scope, n.pay_fen, n.period, i.state,
	i.influence, i.pull, i.breadth, i.reason
from list_item i join challenge c on c.id = i.challenge join org o on o.id = c.demander join need n on n.challenge = c.id
	and n.version = (select max(m.version) from need m where m.challenge = c.id)
where i.list = :list and (cast(:all as bigint) = 1 or (i.state = 'published' and c.scope = 'public'))
order by i.n;

-- call_waiting: list_key -> need_mine_row
select id, number, title, stage, stage_since, deadline
from challenge where programme = :programme and stage = :stage and list = 0 order by id limit 200;

-- call_lists: list_key -> list_line
select l.id, l.number, l.title, l.state, l.drafted_on, l.published_at, l.deadline, count(i.id) as items
from challenge_list l left join list_item i on i.list = l.id
	and (cast(:all as bigint) = 1 or (i.state = 'published' and exists (select 1 from challenge c where c.id = i.challenge and c.scope = 'public')))
where l.programme = :programme and (cast(:all as bigint) = 1 or l.state = 'published')
group by l.id, l.number, l.title, l.state, l.drafted_on, l.published_at, l.deadline
order by l.id desc limit :limit offset :offset;

-- call_lists_count: list_key -> count_row
select count(*) as n from challenge_list where programme = :programme and (cast(:all as bigint) = 1 or state = 'published');

-- call_org_by_code: list_key -> id_key
select id from org where programme = :programme and credit_code = :code;

-- Public wordings, public scope.
-- call_municipal_lines: list_key -> municipal_line
select c.id, c.number, c.title, o.name as demander_name, m.name, m.document, m.day
from municipal m join challenge c on c.id = m.challenge join org o on o.id = c.demander
where c.programme = :programme and m.result = 'included' and c.scope = 'public' order by m.day desc, m.id desc limit 200;
