-- The horse race: one project, several runners.  A runner's case finds its project by its parent; :challenge may be either.

-- race_of: challenge_key -> race_row
select r.id, r.act, r.challenge, r.state, r.total_fen, r.fiscal_fen, r.other_fen, r.decided_on
from challenge c join race r on r.challenge = case when c.entry = 'runner' then c.parent else c.id end
where c.id = :challenge;

-- race_winners: challenge_key -> race_winner_row
select a.bid, b.org, o.name, b.title as plan, coalesce(v.leader, '') as leader, b.quote_fen
from award_race r join award a on a.challenge = r.challenge and a.id / 1024 = r.award / 1024 and a.state = 'approved'
join bid b on b.id = a.bid left join bid_version v on v.id = b.bid_version join org o on o.id = b.org
where r.challenge = :challenge
	and r.award / 1024 = (select max(n.id) from award n where n.challenge = :challenge and n.state = 'approved') / 1024
order by a.id;

-- race_case_insert: challenge_row -> -
insert into challenge (id, act, programme, pack, number, title, stage, stage_since, demander, round, field, kind, scope, list, deadline,
	award_bid, project_number, filed_at, entry, parent)
values (:id, :act, :programme, :pack, :number, :title, :stage, :stage_since, :demander, :round, :field, :kind, :scope, :list, :deadline,
	:award_bid, :project_number, :filed_at, :entry, :parent);

-- race_insert: race_row -> -
insert into race (id, act, challenge, state, total_fen, fiscal_fen, other_fen, decided_on)
values (:id, :act, :challenge, :state, :total_fen, :fiscal_fen, :other_fen, :decided_on);

-- race_set: race_row -> -
update race set act = :act, state = :state, total_fen = :total_fen, fiscal_fen = :fiscal_fen, other_fen = :other_fen, decided_on = :decided_on
where id = :id;

-- race_lane_insert: race_lane_row -> -
insert into race_lane (id, act, challenge, runner, bid, letter, state, rd_fen, fiscal_fen, ended)
values (:id, :act, :challenge, :runner, :bid, :letter, :state, :rd_fen, :fiscal_fen, :ended);

-- race_lane_set: race_lane_row -> -
update race_lane set act = :act, state = :state, rd_fen = :rd_fen, fiscal_fen = :fiscal_fen, ended = :ended where id = :id;

-- race_lane_of: challenge_key -> race_lane_row
select id, act, challenge, runner, bid, letter, state, rd_fen, fiscal_fen, ended from race_lane where runner = :challenge;

-- race_lanes: challenge_key -> race_lane_row
select id, act, challenge, runner, bid, letter, state, rd_fen, fiscal_fen, ended from race_lane where challenge = :challenge order by letter;

-- race_runners: challenge_key -> race_runner_row
select l.id as lane, l.runner, l.bid, b.org, l.letter, o.name, c.number, c.stage, l.state,
	case when exists (select 1 from taskbook t where t.challenge = l.runner and t.state = 'signed') then 1 else 0 end as book_signed,
	(select count(*) from milestone m where m.challenge = l.runner) as milestones,
	(select count(*) from milestone m where m.challenge = l.runner and m.state = 'passed') as passed,
	(select count(*) from acceptance_result x where x.challenge = l.runner and x.result = 'pass') as accepted,
	cast(coalesce((select max(m.concluded_on) from milestone m where m.challenge = l.runner), 0) as bigint) as concluded_on,
	l.rd_fen, l.fiscal_fen
from race_lane l join challenge c on c.id = l.runner join bid b on b.id = l.bid join org o on o.id = b.org
where l.challenge = :challenge order by l.letter;

-- race_node_insert: race_node_row -> -
insert into race_node (id, act, challenge, ord, name, due) values (:id, :act, :challenge, :ord, :name, :due);

-- race_nodes: challenge_key -> race_node_row
select id, act, challenge, ord, name, due from race_node where challenge = :challenge order by ord;

-- The first node that was not decided yet.
-- race_next: challenge_key -> race_next_row
select n.id, n.ord, n.name, n.due,
	cast(coalesce((select max(d.day) from race_decision d where d.challenge = n.challenge), 0) as bigint) as after
from race_node n where n.challenge = :challenge and not exists (select 1 from race_decision d where d.node = n.id)
order by n.ord limit 1;

-- race_decision_insert: race_decision_row -> -
insert into race_decision (id, act, challenge, kind, node, panel, document, reason, differs, scan, day, org, person)
values (:id, :act, :challenge, :kind, :node, :panel, :document, :reason, :differs, :scan, :day, :org, :person);

-- race_decisions: challenge_key -> race_decision_row
select id, act, challenge, kind, node, panel, document, reason, differs, scan, day, org, person
from race_decision where challenge = :challenge order by id;

-- race_share_insert: race_share_row -> -
insert into race_share (id, act, challenge, decision, runner, rank, fate, share, reason)
values (:id, :act, :challenge, :decision, :runner, :rank, :fate, :share, :reason);

-- race_shares: challenge_key -> race_share_row
select id, act, challenge, decision, runner, rank, fate, share, reason from race_share where challenge = :challenge order by decision, id;

-- race_stop_of: challenge_key -> race_share_row
select id, act, challenge, decision, runner, rank, fate, share, reason from race_share where runner = :challenge and fate = 'stop';

-- race_instalment_insert: race_instalment_row -> -
insert into race_instalment (id, act, challenge, kind, instalment, instalments, share, amount_fen)
values (:id, :act, :challenge, :kind, :instalment, :instalments, :share, :amount_fen);

-- Instalments of the project that no decision has divided yet.
-- race_open: challenge_key -> race_open_row
select i.kind, i.instalment, i.instalments, i.amount_fen from race_instalment i
where i.challenge = :challenge and not exists (select 1 from race_part p
	where p.challenge = i.challenge and p.kind = i.kind and p.instalment = i.instalment)
order by i.kind, i.instalment;

-- race_part_insert: race_part_row -> -
insert into race_part (id, act, challenge, decision, runner, kind, instalment, amount_fen)
values (:id, :act, :challenge, :decision, :runner, :kind, :instalment, :amount_fen);
