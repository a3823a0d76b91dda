-- 6-notice: objections. Statements that give out who objects are objector_of and objection_by_number; objection.c asks objection_knows() first.

-- objection_one: objection_key -> objection_row
select id, act, programme, challenge, notice, number, kind, ground, state, filed_on, due, handler, result, effect, decided_on, document, reason,
	summary, answer, answered_on
from objection where id = :id;

-- objection_by_number: objection_key -> objection_row
select id, act, programme, challenge, notice, number, kind, ground, state, filed_on, due, handler, result, effect, decided_on, document, reason,
	summary, answer, answered_on
from objection where programme = :programme and number = :number;

-- objections_of_notice: objection_key -> objection_row
select id, act, programme, challenge, notice, number, kind, ground, state, filed_on, due, handler, result, effect, decided_on, document, reason,
	summary, answer, answered_on
from objection where notice = :notice order by id;

-- objection_open_count: objection_key -> count_row
select count(*) as n from objection where challenge = :challenge and state in ('filed', 'accepted', 'investigating', 'decided');

-- objection_insert: objection_row -> -
insert into objection (id, act, programme, challenge, notice, number, kind, ground, state, filed_on, due, handler, result, effect, decided_on, document,
	reason, summary, answer, answered_on)
values (:id, :act, :programme, :challenge, :notice, :number, :kind, :ground, :state, :filed_on, :due, :handler, :result, :effect, :decided_on, :document,
	:reason, :summary, :answer, :answered_on);

-- objection_set: objection_row -> -
update objection set act = :act, state = :state, due = :due, handler = :handler, result = :result, effect = :effect, decided_on = :decided_on,
	document = :document, reason = :reason, summary = :summary, answer = :answer, answered_on = :answered_on
where id = :id;

-- objector_insert: objector_row -> -
insert into objector (id, act, objection, challenge, person, name_secret, phone_secret, id_number_secret, credit_code_secret, contact_secret,
	facts_secret, scan, evidence, keep_secret, code_digest)
values (:id, :act, :objection, :challenge, :person, :name_secret, :phone_secret, :id_number_secret, :credit_code_secret, :contact_secret,
	:facts_secret, :scan, :evidence, :keep_secret, :code_digest);

-- objector_of: objection_key -> objector_row
select id, act, objection, challenge, person, name_secret, phone_secret, id_number_secret, credit_code_secret, contact_secret, facts_secret, scan,
	evidence, keep_secret, code_digest
from objector where objection = :id;

-- objection_step_insert: objection_step_row -> -
insert into objection_step (id, act, objection, challenge, step, text, evidence, person, at)
values (:id, :act, :objection, :challenge, :step, :text, :evidence, :person, :at);

-- objection_steps: objection_key -> objection_step_item
select s.step, s.text, coalesce(p.name, '') as who, s.at, s.evidence
from objection_step s left join person p on p.id = s.person where s.objection = :id order by s.id;

-- objection_step_count: objection_key -> count_row
select count(*) as n from objection_step where objection = :id and step = :state;

-- Handling is having taken a step: whoever only looks at the list knows no names.
-- objection_handled_by: objection_key -> count_row
select count(*) as n from objection_step where objection = :id and person = :person and step in ('accepted', 'refused', 'investigated', 'heard', 'decided', 'answered');

-- Who set the winner: proposed, agreed, decided, or sat on the panel.
-- objection_set_winner: objection_key -> count_row
select (select count(*) from award_step s where s.challenge = :challenge and s.person = :person)
	+ (select count(*) from panel p join panel_seat s on s.panel = p.id where p.challenge = :challenge and p.kind = 'review' and s.person = :person) as n;

-- objection_hearing_insert: objection_hearing_row -> -
insert into objection_hearing (id, act, objection, challenge, side, org, question, asked_on, due, state, statement, evidence, answered_on)
values (:id, :act, :objection, :challenge, :side, :org, :question, :asked_on, :due, :state, :statement, :evidence, :answered_on);

-- objection_hearing_set: objection_hearing_row -> -
update objection_hearing set act = :act, state = :state, statement = :statement, evidence = :evidence, answered_on = :answered_on where id = :id;

-- objection_hearing_one: objection_key -> objection_hearing_row
select id, act, objection, challenge, side, org, question, asked_on, due, state, statement, evidence, answered_on from objection_hearing where id = :id;

-- objection_hearings: objection_key -> objection_hearing_row
select id, act, objection, challenge, side, org, question, asked_on, due, state, statement, evidence, answered_on
from objection_hearing where objection = :id order by id;

-- objection_hearings_shown: objection_key -> objection_hearing_item
select h.id, h.side, o.name as org_name, h.question, h.asked_on, h.due, h.state, h.statement, h.answered_on, h.evidence
from objection_hearing h join org o on o.id = h.org where h.objection = :id order by h.id;

-- Those that one unit was asked, in a case.
-- objection_hearings_of_org: objection_key -> objection_hearing_item
select h.id, h.side, o.name as org_name, h.question, h.asked_on, h.due, h.state, h.statement, h.answered_on, h.evidence,
	case when h.state = 'asked' and b.state in ('accepted', 'investigating') then 1 else 0 end as may_reply
from objection_hearing h join org o on o.id = h.org join objection b on b.id = h.objection
where h.challenge = :challenge and h.org = :org and cast(:org as bigint) <> 0 order by h.id;

-- objections_public: objection_key -> objection_public_row
select ground, result, effect, decided_on, summary from objection where notice = :notice and state in ('decided', 'answered') and result <> 'moot' order by id;

-- objection_case: objection_key -> objection_case_row
select c.number as challenge_number, c.title, n.number as notice_number, c.demander, b.org as awardee
from notice n join challenge c on c.id = n.challenge join award a on a.id = n.award join bid b on b.id = a.bid where n.id = :notice;

-- objections_list: objection_key -> objection_line
select o.id, o.number, c.number as challenge_number, c.title, n.number as notice_number, o.ground, o.state, o.result, o.filed_on, o.due,
	case when o.state in ('filed', 'accepted', 'investigating', 'decided') then 1 else 0 end as open,
	case when o.state in ('filed', 'accepted', 'investigating', 'decided') and o.due > 0 and o.due < cast(:today as bigint) then 1 else 0 end as late
from objection o join challenge c on c.id = o.challenge join notice n on n.id = o.notice
where o.programme = :programme and (cast(:state as text) = '' or o.state = :state) and (cast(:challenge as bigint) = 0 or o.challenge = :challenge)
order by o.id desc limit :limit offset :offset;

-- objections_count: objection_key -> count_row
select count(*) as n from objection o
where o.programme = :programme and (cast(:state as text) = '' or o.state = :state) and (cast(:challenge as bigint) = 0 or o.challenge = :challenge);

-- objection_award: objection_key -> award_row
select a.id, a.act, a.programme, a.challenge, a.panel, a.bid, a.rank, a.state, a.fiscal_fen, a.reason, a.proposed_on, a.confirmed_by, a.confirmed_at,
	a.document, a.decided_on, a.remark, a.scan
from notice n join award a on a.id = n.award where n.id = :notice;

-- award_correction_insert: award_correction_row -> -
insert into award_correction (id, act, challenge, objection, old_award, new_award, correction, at)
values (:id, :act, :challenge, :objection, :old_award, :new_award, :correction, :at);

-- award_correction_of: objection_key -> award_correction_row
select k.id, k.act, k.challenge, k.objection, k.old_award, k.new_award, k.correction, k.at
from notice n join award_correction k on k.new_award = n.award where n.id = :notice;
