-- Payments: plan, events, marks that serve once, what finance sees.

-- payment_fund_insert: payment_fund_row -> -
insert into payment_fund (id, act, challenge, demander_fen, fiscal_fen, other_fen, demander, awardee, awardee_bank, awardee_account_secret,
	demander_bank, demander_account_secret)
values (:id, :act, :challenge, :demander_fen, :fiscal_fen, :other_fen, :demander, :awardee, :awardee_bank, :awardee_account_secret,
	:demander_bank, :demander_account_secret);

-- payment_fund_of: challenge_key -> payment_fund_row
select id, act, challenge, demander_fen, fiscal_fen, other_fen, demander, awardee, awardee_bank, awardee_account_secret, demander_bank,
	demander_account_secret
from payment_fund where challenge = :challenge;

-- payment_fund_set: payment_fund_row -> -
update payment_fund set act = :act, demander_fen = :demander_fen, fiscal_fen = :fiscal_fen where id = :id;

-- payment_parts_of: challenge_key -> payment_part_row
select p.kind, p.instalment, i.instalments, i.share, p.amount_fen,
	case when exists (select 1 from payment y where y.challenge = p.runner and y.kind = p.kind and y.instalment = p.instalment) then 1 else 0 end as planned
from race_part p join race_instalment i on i.challenge = p.challenge and i.kind = p.kind and i.instalment = p.instalment
where p.runner = :challenge order by p.kind, p.instalment;

-- The whole project of a runner; nothing for a case that runs in no race.
-- payment_race_of: challenge_key -> payment_race_row
select r.total_fen, r.fiscal_fen,
	r.other_fen + cast(coalesce((select sum(f.other_fen) from payment_fund f join race_lane o on o.runner = f.challenge
		where o.challenge = l.challenge), 0) as bigint) as other_fen,
	cast(coalesce((select p.amount_fen from race_part p where p.runner = l.runner and p.kind = 'demander' and p.instalment = 1), 0) as bigint) as first_fen,
	cast(coalesce((select sum(y.paid_fen) from payment y join race_lane o on o.runner = y.challenge
		where o.challenge = l.challenge and y.kind = 'fiscal'), 0) as bigint) as fiscal_paid_fen
from race_lane l join race r on r.challenge = l.challenge where l.runner = :challenge;

-- payment_insert: payment_row -> -
insert into payment (id, act, challenge, kind, instalment, instalments, share, amount_fen, waits_for, payer, payee, state, due_on,
	requested_on, paid_on, paid_fen, received_on, received_fen, reference, document, voucher, request_paper)
values (:id, :act, :challenge, :kind, :instalment, :instalments, :share, :amount_fen, :waits_for, :payer, :payee, :state, :due_on,
	:requested_on, :paid_on, :paid_fen, :received_on, :received_fen, :reference, :document, :voucher, :request_paper);

-- payment_update: payment_row -> -
update payment set act = :act, state = :state, due_on = :due_on, requested_on = :requested_on, paid_on = :paid_on,
	paid_fen = :paid_fen, received_on = :received_on, received_fen = :received_fen, reference = :reference,
	document = :document, voucher = :voucher, request_paper = :request_paper
where id = :id;

-- payment_by_id: id_key -> payment_row
select id, act, challenge, kind, instalment, instalments, share, amount_fen, waits_for, payer, payee, state, due_on,
	requested_on, paid_on, paid_fen, received_on, received_fen, reference, document, voucher, request_paper
from payment where id = :id;

-- payment_of_challenge: challenge_key -> payment_row
select id, act, challenge, kind, instalment, instalments, share, amount_fen, waits_for, payer, payee, state, due_on,
	requested_on, paid_on, paid_fen, received_on, received_fen, reference, document, voucher, request_paper
from payment where challenge = :challenge order by kind, instalment;

-- payment_event_insert: payment_event_row -> -
insert into payment_event (id, act, challenge, payment, kind, at, day, amount_fen, reference, document, voucher, remark, person, org)
values (:id, :act, :challenge, :payment, :kind, :at, :day, :amount_fen, :reference, :document, :voucher, :remark, :person, :org);

-- payment_events_of: challenge_key -> money_event
select e.at as at, e.kind as kind, p.kind as fund, p.instalment as instalment, e.day as day, e.amount_fen as amount_fen,
	e.reference as reference, e.document as document, e.voucher as voucher, e.remark as remark,
	coalesce(w.name, '') as who, coalesce(o.name, '') as org
from payment_event e join payment p on p.id = e.payment
	left join person w on w.id = e.person left join org o on o.id = e.org
where e.challenge = :challenge order by e.id desc;

-- payment_mark_insert: payment_mark_row -> -
insert into payment_mark (id, act, challenge, payment, kind, mark) values (:id, :act, :challenge, :payment, :kind, :mark);

-- payment_mark_find: payment_mark_key -> payment_mark_found
select m.challenge as challenge, m.payment as payment, c.number as number, p.instalment as instalment
from payment_mark m join payment p on p.id = m.payment join challenge c on c.id = m.challenge
where m.kind = :kind and m.mark = :mark;

-- payment_reached_insert: payment_reached_row -> -
insert into payment_reached (id, act, challenge, waits_for, day) values (:id, :act, :challenge, :waits_for, :day);

-- payment_reached_find: payment_reached_key -> payment_reached_row
select id, act, challenge, waits_for, day from payment_reached where challenge = :challenge and waits_for = :waits_for;

-- payment_sums_of: challenge_key -> payment_sums
select count(*) as instalments,
	cast(coalesce(sum(case when (kind = 'demander' and state = 'received') or (kind = 'fiscal' and state in ('paid', 'received'))
		or amount_fen = 0 then 1 else 0 end), 0) as bigint) as finished,
	cast(coalesce(sum(case when kind = 'demander' then amount_fen else 0 end), 0) as bigint) as planned_fen,
	cast(coalesce(sum(case when kind = 'demander' then paid_fen else 0 end), 0) as bigint) as paid_fen,
	cast(coalesce(sum(case when kind = 'demander' then received_fen else 0 end), 0) as bigint) as received_fen,
	cast(coalesce(sum(case when kind = 'fiscal' then amount_fen else 0 end), 0) as bigint) as fiscal_planned_fen,
	cast(coalesce(sum(case when kind = 'fiscal' then paid_fen else 0 end), 0) as bigint) as fiscal_paid_fen,
	cast(coalesce(sum(case when kind = 'demander' and voucher <> '' then paid_fen else 0 end), 0) as bigint) as evidenced_fen
from payment where challenge = :challenge;

-- payments_page_sums: viewer_key -> payments_sums
select count(*) as n,
	cast(coalesce(sum(case when p.state = 'waiting' then 1 else 0 end), 0) as bigint) as waiting,
	cast(coalesce(sum(case when p.state = 'due' then 1 else 0 end), 0) as bigint) as due,
	cast(coalesce(sum(case when p.state = 'requested' then 1 else 0 end), 0) as bigint) as requested,
	cast(coalesce(sum(case when p.state in ('paid', 'received') then 1 else 0 end), 0) as bigint) as paid,
	cast(coalesce(sum(case when p.state = 'stopped' then 1 else 0 end), 0) as bigint) as stopped,
	cast(coalesce(sum(p.amount_fen), 0) as bigint) as planned_fen,
	cast(coalesce(sum(case when p.state = 'requested' then p.amount_fen else 0 end), 0) as bigint) as requested_fen,
	cast(coalesce(sum(p.paid_fen), 0) as bigint) as paid_fen
from payment p join challenge c on c.id = p.challenge
where c.programme = :programme and p.kind = 'fiscal';

-- payments_page_lines: payments_key -> payments_list_row
select p.id as payment, p.challenge as challenge, c.number as number, c.title as title, p.payee as payee,
	coalesce(o.name, '') as payee_name, p.instalment as instalment, p.instalments as instalments, p.amount_fen as amount_fen,
	p.waits_for as waits_for, p.state as state, p.due_on as due_on, p.requested_on as requested_on, p.paid_on as paid_on,
	p.document as document, p.request_paper as request_paper
from payment p join challenge c on c.id = p.challenge left join org o on o.id = p.payee
where c.programme = :programme and p.kind = 'fiscal' and (cast(:state as text) = '' or p.state = :state)
order by case p.state when 'requested' then 0 when 'due' then 1 when 'stopped' then 2 when 'waiting' then 3 else 4 end, p.due_on, p.id
limit :limit offset :offset;

-- payment_kinds: challenge_key -> payment_kinds_row
select o.kind as publisher_kind, c.kind as project_type from challenge c join org o on o.id = c.demander where c.id = :challenge;
