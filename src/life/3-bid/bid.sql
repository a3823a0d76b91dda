-- Bids.  What stands before the opening is read by the author's organisation only; bid_visible is the one place that says so.

-- bid_insert: bid_row -> -
insert into bid (id, act, programme, challenge, org, number, state, version, bid_version, title, quote_fen, submitted_at)
values (:id, :act, :programme, :challenge, :org, :number, :state, :version, :bid_version, :title, :quote_fen, :submitted_at);

-- bid_replace: bid_row -> -
update bid set act = :act, state = :state, version = :version, bid_version = :bid_version, title = :title, quote_fen = :quote_fen,
	submitted_at = :submitted_at
where id = :id;

-- bid_state_set: bid_row -> -
update bid set act = :act, state = :state, number = :number where id = :id;

-- bid_version_insert: bid_version_row -> -
insert into bid_version (id, act, bid, challenge, version, org, person, at, title, leader, leader_post, leader_phone_secret,
	leader_email_secret, strength, record, summary, feasibility, route, basis, innovation, risk, ip_plan, transfer, period, quote_fen,
	own_fen, no_affiliation, no_ip_dispute, not_mature, credit, leader_stays, ethics, truth, race_ok, unite_ok, agreement, licence, evidence)
values (:id, :act, :bid, :challenge, :version, :org, :person, :at, :title, :leader, :leader_post, :leader_phone_secret,
	:leader_email_secret, :strength, :record, :summary, :feasibility, :route, :basis, :innovation, :risk, :ip_plan, :transfer, :period,
	:quote_fen, :own_fen, :no_affiliation, :no_ip_dispute, :not_mature, :credit, :leader_stays, :ethics, :truth, :race_ok, :unite_ok, :agreement, :licence,
	:evidence);

-- bid_member_insert: bid_member_row -> -
insert into bid_member (id, act, bid, bid_version, n, org, lead, name, credit_code, task, money_fen, head, part)
values (:id, :act, :bid, :bid_version, :n, :org, :lead, :name, :credit_code, :task, :money_fen, :head, :part);

-- bid_person_insert: bid_person_row -> -
insert into bid_person (id, act, bid_version, n, name, unit, skill, task, months)
values (:id, :act, :bid_version, :n, :name, :unit, :skill, :task, :months);

-- bid_answer_insert: bid_answer_row -> -
insert into bid_answer (id, act, bid_version, n, indicator, name, wanted, answer, value, note)
values (:id, :act, :bid_version, :n, :indicator, :name, :wanted, :answer, :value, :note);

-- bid_milestone_insert: bid_milestone_row -> -
insert into bid_milestone (id, act, bid_version, n, month, name, indicator, outcome, money_fen)
values (:id, :act, :bid_version, :n, :month, :name, :indicator, :outcome, :money_fen);

-- bid_budget_insert: bid_budget_row -> -
insert into bid_budget (id, act, bid_version, n, subject, asked_fen, own_fen, note)
values (:id, :act, :bid_version, :n, :subject, :asked_fen, :own_fen, :note);

-- bid_check_insert: bid_check_row -> -
insert into bid_check (id, act, bid, result, reason, person, at)
values (:id, :act, :bid, :result, :reason, :person, :at);

-- bid_read: id_key -> bid_row
select id, act, programme, challenge, org, number, state, version, bid_version, title, quote_fen, submitted_at
from bid where id = :id;

-- bid_of_org: bid_key -> bid_row
select id, act, programme, challenge, org, number, state, version, bid_version, title, quote_fen, submitted_at
from bid where challenge = :challenge and org = :org;

-- bid_sealed: challenge_key -> bid_row
select id, act, programme, challenge, org, number, state, version, bid_version, title, quote_fen, submitted_at
from bid where challenge = :challenge and state = 'sealed' order by submitted_at, id;

-- bid_opened: challenge_key -> bid_row
select id, act, programme, challenge, org, number, state, version, bid_version, title, quote_fen, submitted_at
from bid where challenge = :challenge and state in ('opened', 'passed', 'failed') order by number, id;

-- bid_passed: challenge_key -> bid_row
select id, act, programme, challenge, org, number, state, version, bid_version, title, quote_fen, submitted_at
from bid where challenge = :challenge and state = 'passed' order by number, id;

-- bid_version_read: id_key -> bid_version_row
select id, act, bid, challenge, version, org, person, at, title, leader, leader_post, leader_phone_secret, leader_email_secret,
	strength, record, summary, feasibility, route, basis, innovation, risk, ip_plan, transfer, period, quote_fen, own_fen,
	no_affiliation, no_ip_dispute, not_mature, credit, leader_stays, ethics, truth, race_ok, unite_ok, agreement, licence, evidence
from bid_version where id = :id;

-- bid_members_of: bid_key -> bid_member_row
select id, act, bid, bid_version, n, org, lead, name, credit_code, task, money_fen, head, part
from bid_member where bid_version = :bid_version order by n;

-- bid_team_of: bid_key -> bid_person_row
select id, act, bid_version, n, name, unit, skill, task, months
from bid_person where bid_version = :bid_version order by n;

-- bid_answers_of: bid_key -> bid_answer_row
select id, act, bid_version, n, indicator, name, wanted, answer, value, note
from bid_answer where bid_version = :bid_version order by n;

-- bid_milestones_of: bid_key -> bid_milestone_row
select id, act, bid_version, n, month, name, indicator, outcome, money_fen
from bid_milestone where bid_version = :bid_version order by n;

-- bid_budget_of: bid_key -> bid_budget_row
select id, act, bid_version, n, subject, asked_fen, own_fen, note
from bid_budget where bid_version = :bid_version order by n;

-- The registered organisation with this credit code.
-- bid_org_by_code: bid_key -> id_key
select id from org where programme = :programme and credit_code = :code;

-- In how many bids of the case a unit takes part.
-- bid_times: bid_key -> count_row
select count(*) as n from bid b join bid_member m on m.bid_version = b.bid_version
where b.challenge = :challenge and b.state in ('opened', 'passed', 'failed') and m.credit_code = :code;

-- The bids of a case (bid = 0), or one bid, as far as this viewer may know of them: the author at any time; once opened the bureau, the
-- commission, government, auditors, the demander and the units that take part; experts who declared themselves free of interests: those who
-- review, of the bids that passed, those who check the project later, of the one that won.
-- bid_visible: bid_key -> bid_line
select b.id, b.org, b.number, o.name as org_name, o.kind as org_kind, b.title, b.quote_fen, v.period,
	(select count(*) from bid_member m where m.bid_version = b.bid_version and m.lead = 0) as partners,
	b.state, b.version, b.submitted_at, b.bid_version, case when b.org = :org then 1 else 0 end as mine
from bid b join challenge c on c.id = b.challenge join org o on o.id = b.org join bid_version v on v.id = b.bid_version
where ((cast(:bid as bigint) = 0 and b.challenge = :challenge) or b.id = :bid) and (
	(cast(:org as bigint) <> 0 and b.org = :org and cast(:role as text) = 'unit')
	or (b.state in ('opened', 'passed', 'failed', 'exited') and (
		cast(:role as text) in ('bureau', 'eic', 'government', 'audit')
		or (cast(:org as bigint) <> 0 and (c.demander = :org
			or exists (select 1 from bid_member m where m.bid_version = b.bid_version and m.org = :org)))))
	or (b.state = 'passed' and cast(:person as bigint) <> 0 and exists (
		select 1 from panel_seat s join panel p on p.id = s.panel
		where p.challenge = b.challenge and s.person = :person and s.state in ('clear', 'opined', 'signed') and p.state not in ('proposed', 'dismissed')
		and (p.kind = 'review' or (p.kind in ('milestone', 'acceptance') and b.id = c.award_bid)))))
order by b.number, b.id;

-- bid_checks: bid_key -> bid_check_line
select k.result, k.reason, coalesce(p.name, '') as person_name, k.at
from bid_check k left join person p on p.id = k.person where k.bid = :bid order by k.id;

-- bid_versions: bid_key -> bid_version_line
select v.version, v.at, cast(j.seq as text) as receipt, j.hash, 0 as counts
from bid_version v join journal j on j.programme = :programme and j.seq = v.act where v.bid = :bid order by v.version desc;

-- bid_mine: bid_key -> bid_mine_row
select b.id, b.challenge, c.number as challenge_number, c.title as challenge_title, c.deadline, b.title, b.state, b.version, b.submitted_at
from bid b join challenge c on c.id = b.challenge where b.org = :org order by b.id desc limit 200;

-- bid_question_insert: question_row -> -
insert into question (id, act, challenge, org, person, question, asked_on, due, state, wording, answer, answered_on, answered_by)
values (:id, :act, :challenge, :org, :person, :question, :asked_on, :due, :state, :wording, :answer, :answered_on, :answered_by);

-- bid_question_update: question_row -> -
update question set act = :act, state = :state, wording = :wording, answer = :answer, answered_on = :answered_on, answered_by = :answered_by where id = :id;

-- bid_question_one: id_key -> question_row
select id, act, challenge, org, person, question, asked_on, due, state, wording, answer, answered_on, answered_by from question where id = :id;

-- Answered questions for all; a unit's own whatever became of them; who asked is told to the office that answers only.
-- bid_questions: question_key -> question_line
select q.id, case when q.state = 'answered' and (cast(:all as bigint) = 0 and (q.org <> :org or cast(:org as bigint) = 0)) then q.wording else q.question end as question,
	q.answer, q.state, q.asked_on, q.answered_on, case when cast(:all as bigint) = 1 then o.name else '' end as asker,
	case when q.org = :org and cast(:org as bigint) <> 0 then 1 else 0 end as mine,
	case when q.state = 'asked' and cast(:all as bigint) = 1 then 1 else 0 end as waits
from question q join org o on o.id = q.org
where q.challenge = :challenge and (q.state = 'answered' or cast(:all as bigint) = 1 or (q.org = :org and cast(:org as bigint) <> 0))
order by q.id desc limit 500;

-- due_question: tick_key -> due_thing
select q.id, c.id as challenge, c.pack, c.number, c.title, c.stage, 'question_answer' as act, q.id as target, 'bureau' as role, cast(0 as bigint) as org,
	cast(0 as bigint) as person, q.due, '' as what
from question q join challenge c on c.id = q.challenge where c.programme = :programme and q.state = 'asked' order by q.due, q.id;
