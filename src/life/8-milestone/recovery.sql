-- Recovery after a termination: what was fixed and demanded, what came back, what is due by itself.

-- recovery_insert: recovery_row -> -
insert into recovery (id, act, challenge, termination, report, debtor, balance_fen, off_fen, amount_fen, received_fen,
	state, answer, fixed_on, demanded_on, due, document, account, number, paper, reminded_on, settled_on)
values (:id, :act, :challenge, :termination, :report, :debtor, :balance_fen, :off_fen, :amount_fen, :received_fen,
	:state, :answer, :fixed_on, :demanded_on, :due, :document, :account, :number, :paper, :reminded_on, :settled_on);

-- recovery_update: recovery_row -> -
update recovery set act = :act, received_fen = :received_fen, state = :state, demanded_on = :demanded_on, due = :due,
	document = :document, account = :account, number = :number, paper = :paper, reminded_on = :reminded_on,
	settled_on = :settled_on
where id = :id;

-- recovery_one: id_key -> recovery_row
select id, act, challenge, termination, report, debtor, balance_fen, off_fen, amount_fen, received_fen, state, answer,
	fixed_on, demanded_on, due, document, account, number, paper, reminded_on, settled_on
from recovery where id = :id;

-- recovery_of: challenge_key -> recovery_row
select id, act, challenge, termination, report, debtor, balance_fen, off_fen, amount_fen, received_fen, state, answer,
	fixed_on, demanded_on, due, document, account, number, paper, reminded_on, settled_on
from recovery where challenge = :challenge order by id desc;

-- recovery_receipt_insert: recovery_receipt_row -> -
insert into recovery_receipt (id, act, challenge, recovery, received_on, amount_fen, reference, voucher, person)
values (:id, :act, :challenge, :recovery, :received_on, :amount_fen, :reference, :voucher, :person);

-- recovery_receipts_of: recovery_key -> recovery_receipt_row
select id, act, challenge, recovery, received_on, amount_fen, reference, voucher, person
from recovery_receipt where recovery = :recovery order by id;

-- recovery_reference_used: recovery_reference_key -> count_row
select (select count(*) from recovery_receipt r where r.reference = :reference)
	+ (select count(*) from payment_mark m where m.kind = 'bank' and m.mark = :reference) as n;

-- recovery_remind_due: recovery_tick_key -> tick_due
select r.id as id, r.challenge as challenge from recovery r join challenge c on c.id = r.challenge
where c.programme = :programme and r.state = 'demanded' and r.reminded_on = 0 and r.due <= :soon order by r.id limit 100;

-- recovery_overdue: recovery_tick_key -> tick_due
select r.id as id, r.challenge as challenge from recovery r join challenge c on c.id = r.challenge
where c.programme = :programme and r.state = 'demanded' and r.due < :today order by r.id limit 100;

-- recoveries_list: viewer_key -> recoveries_row
select r.id as id, r.challenge as challenge, c.number as case_number, c.title as title, o.name as debtor, r.amount_fen as amount_fen,
	r.received_fen as received_fen, r.amount_fen - r.received_fen as rest_fen, r.state as state, r.demanded_on as demanded_on,
	r.due as due, cast(0 as bigint) as can_receive
from recovery r join challenge c on c.id = r.challenge join org o on o.id = r.debtor
where c.programme = :programme
order by case r.state when 'overdue' then 0 when 'demanded' then 1 when 'fixed' then 2 else 3 end, r.due, r.id limit :limit offset :offset;

-- recoveries_sums_of: viewer_key -> recoveries_sums
select count(*) as n, cast(coalesce(sum(r.amount_fen), 0) as bigint) as owed_fen, cast(coalesce(sum(r.received_fen), 0) as bigint) as received_fen
from recovery r join challenge c on c.id = r.challenge where c.programme = :programme;

-- due_recovery: tick_key -> due_thing
select r.id as id, r.challenge as challenge, c.pack as pack, c.number as number, c.title as title, c.stage as stage,
	case when r.state = 'fixed' then 'recovery_demand' else 'recovery_receive' end as act, r.id as target,
	case when r.state = 'fixed' then 'bureau' else 'finance' end as role, cast(0 as bigint) as org, cast(0 as bigint) as person,
	cast(0 as bigint) as due, r.number as what
from recovery r join challenge c on c.id = r.challenge
where c.programme = :programme and r.state in ('fixed', 'demanded', 'overdue');
