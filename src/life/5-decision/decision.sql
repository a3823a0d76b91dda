-- 5-decision: the award on its way.

-- decision_bid: decision_key -> decision_bid_row
select b.id, b.challenge, b.org, b.number, b.title, o.name as org_name, b.state, b.quote_fen
from bid b join org o on o.id = b.org where b.id = :bid;

-- decision_bids: decision_key -> decision_bid_row
select b.id, b.challenge, b.org, b.number, b.title, o.name as org_name, b.state, b.quote_fen
from bid b join org o on o.id = b.org where b.challenge = :challenge and b.state = 'passed' order by b.id;

-- decision_money: decision_key -> decision_money_row
select pay_fen, fiscal_fen from need where challenge = :challenge order by version desc limit 1;

-- Awards proposed together share everything above the ten lowest bits of their ids: they were written by one act.
-- decision_together: decision_key -> award_row
select id, act, programme, challenge, panel, bid, rank, state, fiscal_fen, reason, proposed_on, confirmed_by, confirmed_at, document, decided_on,
	remark, scan
from award where challenge = :challenge and id / 1024 = (select max(n.id) from award n where n.challenge = :challenge) / 1024 order by id;

-- decision_race_insert: award_race_row -> -
insert into award_race (id, act, challenge, award, hard, unite_on, unite_who, unite_result, demander_agrees, lister_agrees)
values (:id, :act, :challenge, :award, :hard, :unite_on, :unite_who, :unite_result, :demander_agrees, :lister_agrees);

-- decision_race_set: award_race_row -> -
update award_race set act = :act, demander_agrees = :demander_agrees, lister_agrees = :lister_agrees where id = :id;

-- decision_race_of: id_key -> award_race_row
select id, act, challenge, award, hard, unite_on, unite_who, unite_result, demander_agrees, lister_agrees from award_race where award = :id;

-- decision_fund: decision_key -> decision_fund_row
select n.pay_fen, n.other_fen from need n where n.challenge = :challenge order by n.version desc limit 1;

-- decision_award_insert: award_row -> -
insert into award (id, act, programme, challenge, panel, bid, rank, state, fiscal_fen, reason, proposed_on, confirmed_by, confirmed_at, document,
	decided_on, remark, scan)
values (:id, :act, :programme, :challenge, :panel, :bid, :rank, :state, :fiscal_fen, :reason, :proposed_on, :confirmed_by, :confirmed_at, :document,
	:decided_on, :remark, :scan);

-- decision_award_set: award_row -> -
update award set act = :act, state = :state, confirmed_by = :confirmed_by, confirmed_at = :confirmed_at, document = :document,
	decided_on = :decided_on, remark = :remark, scan = :scan
where id = :id;

-- decision_step_insert: award_step_row -> -
insert into award_step (id, act, challenge, award, step, remark, person, org, at)
values (:id, :act, :challenge, :award, :step, :remark, :person, :org, :at);

-- decision_steps_seen: decision_key -> award_step_view
select s.step, coalesce(o.name, '') as who, coalesce(p.name, '') as person_name, s.remark, s.at
from award_step s left join org o on o.id = s.org left join person p on p.id = s.person
where s.challenge = :challenge order by s.id;

-- decision_set_winner: challenge_row -> -
update challenge set act = :act, award_bid = :award_bid where id = :id;
