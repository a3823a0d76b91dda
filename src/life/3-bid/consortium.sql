-- The consortium: invitations are read by the lead and the unit invited only; what was filled in, with the bid.

-- partner_insert: partner_row -> -
insert into bid_partner (id, act, programme, challenge, lead, org, name, credit_code, state, terms, title, summary, task, money_fen, reason, part, invited_at, answered_at)
values (:id, :act, :programme, :challenge, :lead, :org, :name, :credit_code, :state, :terms, :title, :summary, :task, :money_fen, :reason, :part, :invited_at, :answered_at);

-- partner_update: partner_row -> -
update bid_partner set act = :act, state = :state, terms = :terms, title = :title, summary = :summary, task = :task, money_fen = :money_fen,
	reason = :reason, part = :part, invited_at = :invited_at, answered_at = :answered_at
where id = :id;

-- partner_read: id_key -> partner_row
select id, act, programme, challenge, lead, org, name, credit_code, state, terms, title, summary, task, money_fen, reason, part, invited_at, answered_at
from bid_partner where id = :id;

-- partner_of: partner_key -> partner_row
select id, act, programme, challenge, lead, org, name, credit_code, state, terms, title, summary, task, money_fen, reason, part, invited_at, answered_at
from bid_partner where challenge = :challenge and lead = :lead and org = :org;

-- What the lead's form begins with.
-- partners_live: partner_key -> partner_row
select id, act, programme, challenge, lead, org, name, credit_code, state, terms, title, summary, task, money_fen, reason, part, invited_at, answered_at
from bid_partner where challenge = :challenge and lead = :lead and state in ('invited', 'confirmed') order by id;

-- partner_lines: partner_key -> partner_line
select p.id, p.challenge, c.number as challenge_number, c.title as challenge_title, l.name as lead_name, p.name, p.credit_code, p.state, p.task, p.money_fen, p.invited_at
from bid_partner p join challenge c on c.id = p.challenge join org l on l.id = p.lead
where p.challenge = :challenge and (p.lead = :org or p.org = :org) and cast(:org as bigint) <> 0 order by p.id;

-- partner_lines_mine: partner_key -> partner_line
select p.id, p.challenge, c.number as challenge_number, c.title as challenge_title, l.name as lead_name, p.name, p.credit_code, p.state, p.task, p.money_fen, p.invited_at
from bid_partner p join challenge c on c.id = p.challenge join org l on l.id = p.lead
where p.org = :org and cast(:org as bigint) <> 0 order by p.id desc limit 200;

-- part_insert: part_row -> -
insert into bid_part (id, act, partner, terms, head, head_phone_secret, work, basis, no_affiliation, no_ip_dispute, credit, ethics, truth, agreement, licence, person, at)
values (:id, :act, :partner, :terms, :head, :head_phone_secret, :work, :basis, :no_affiliation, :no_ip_dispute, :credit, :ethics, :truth, :agreement, :licence, :person, :at);

-- part_read: id_key -> part_row
select id, act, partner, terms, head, head_phone_secret, work, basis, no_affiliation, no_ip_dispute, credit, ethics, truth, agreement, licence, person, at
from bid_part where id = :id;

-- part_person_insert: part_person_row -> -
insert into bid_part_person (id, act, part, n, name, skill, task, months)
values (:id, :act, :part, :n, :name, :skill, :task, :months);

-- part_people: id_key -> part_person_row
select id, act, part, n, name, skill, task, months from bid_part_person where part = :id order by n;

-- The unit that is registered here with this code.
-- partner_unit: partner_key -> id_key
select id from org where programme = :programme and credit_code = :code and role = 'unit';

-- Is the bid that stands now made with this unit?
-- partner_in_bid: partner_key -> count_row
select count(*) as n from bid b join bid_member m on m.bid_version = b.bid_version
where b.id = :bid and m.lead = 0 and m.org = :org;

-- departure_insert: departure_row -> -
insert into bid_departure (id, act, challenge, bid, partner, org, name, reason, statement, state, way, successor, plan, agreement, bureau_answer, demander_answer, refusal, left_on, decided_on)
values (:id, :act, :challenge, :bid, :partner, :org, :name, :reason, :statement, :state, :way, :successor, :plan, :agreement, :bureau_answer, :demander_answer, :refusal, :left_on, :decided_on);

-- departure_update: departure_row -> -
update bid_departure set act = :act, state = :state, way = :way, successor = :successor, plan = :plan, agreement = :agreement, bureau_answer = :bureau_answer,
	demander_answer = :demander_answer, refusal = :refusal, decided_on = :decided_on
where id = :id;

-- departure_read: id_key -> departure_row
select id, act, challenge, bid, partner, org, name, reason, statement, state, way, successor, plan, agreement, bureau_answer, demander_answer, refusal, left_on, decided_on
from bid_departure where id = :id;

-- departure_open: partner_key -> departure_row
select id, act, challenge, bid, partner, org, name, reason, statement, state, way, successor, plan, agreement, bureau_answer, demander_answer, refusal, left_on, decided_on
from bid_departure where bid = :bid and state in ('open', 'answered') order by id limit 1;

-- departure_first: partner_key -> departure_row
select d.id, d.act, d.challenge, d.bid, d.partner, d.org, d.name, d.reason, d.statement, d.state, d.way, d.successor, d.plan, d.agreement, d.bureau_answer,
	d.demander_answer, d.refusal, d.left_on, d.decided_on
from bid_departure d join bid b on b.id = d.bid
where d.challenge = :challenge and (cast(:bid as bigint) = 0 or d.bid = :bid) and d.state in ('open', 'answered') and b.state in ('opened', 'passed')
order by d.id limit 1;

-- departure_lines: partner_key -> departure_line
select d.id, d.name, d.reason, d.statement, d.state, d.way, coalesce(o.name, '') as successor_name, d.plan, d.agreement, d.bureau_answer, d.demander_answer,
	d.refusal, d.left_on, d.decided_on, 0 as may_answer, 0 as may_decide
from bid_departure d left join org o on o.id = d.successor where d.bid = :bid order by d.id;

-- bid_exit_insert: bid_exit_row -> -
insert into bid_exit (id, act, challenge, bid, kind, reason, statement, stage, person, at)
values (:id, :act, :challenge, :bid, :kind, :reason, :statement, :stage, :person, :at);

-- bid_exits: partner_key -> bid_exit_row
select id, act, challenge, bid, kind, reason, statement, stage, person, at from bid_exit where bid = :bid;

-- bid_is_proposed: partner_key -> count_row
select count(*) as n from award where bid = :bid and state in ('proposed', 'agreed', 'approved');

-- bid_panel_people: challenge_key -> id_key
select distinct s.person as id from panel_seat s join panel p on p.id = s.panel
where p.challenge = :challenge and p.kind = 'review' and p.state not in ('dismissed') and s.state not in ('replaced', 'conflict', 'declined') order by 1;
