-- Contract, task book, signatures.

-- contract_insert: contract_row -> -
insert into contract (id, act, challenge, version, number, kind, amount_fen, signed_on, registration, scan, remark, org, person)
values (:id, :act, :challenge, :version, :number, :kind, :amount_fen, :signed_on, :registration, :scan, :remark, :org, :person);

-- contract_of: challenge_key -> contract_row
select id, act, challenge, version, number, kind, amount_fen, signed_on, registration, scan, remark, org, person
from contract where challenge = :challenge order by version desc;

-- contract_parties_of: challenge_key -> contract_parties
select c.demander as demander, coalesce(b.org, 0) as awardee, coalesce(d.name, '') as demander_name, coalesce(o.name, '') as awardee_name,
	coalesce(d.legal_person, '') as demander_legal, coalesce(o.legal_person, '') as awardee_legal,
	coalesce(d.credit_code, '') as demander_code, coalesce(o.credit_code, '') as awardee_code,
	coalesce(d.address, '') as demander_address, coalesce(o.address, '') as awardee_address
from challenge c left join bid b on b.id = c.award_bid left join org d on d.id = c.demander left join org o on o.id = b.org
where c.id = :challenge;

-- contract_seat: contract_seat_key -> count_row
select count(*) as n from panel p join panel_seat s on s.panel = p.id
where (p.challenge = :challenge or (p.kind = 'milestone' and p.challenge = (select r.challenge from race_lane r where r.runner = :challenge)))
	and s.person = :person and p.kind in ('milestone', 'acceptance') and s.state in ('clear', 'opined', 'signed')
	and p.state not in ('proposed', 'dismissed');

-- contract_prefill: challenge_key -> contract_prefill_row
select c.title as title, coalesce((select k.body from need_confidential k where k.need = n.id and k.n = 0 and k.field = 'goal'), n.goal) as goal,
	coalesce((select k.body from need_confidential k where k.need = n.id and k.n = 0 and k.field = 'problem'), n.problem) as problem, n.ownership as ownership, n.ownership_text as ownership_text, coalesce(w.fiscal_fen, n.fiscal_fen) as fiscal_fen,
	n.other_fen as other_fen, n.pay_fen as pay_fen, n.support as support, v.leader as leader, v.leader_stays as leader_stays,
	v.summary as summary, v.route as route, v.ip_plan as ip_plan, v.quote_fen as quote_fen, v.own_fen as own_fen, v.period as period,
	n.id as need, v.id as bid_version
from challenge c join need n on n.challenge = case when c.entry = 'runner' then c.parent else c.id end
	join bid b on b.id = c.award_bid join bid_version v on v.id = b.bid_version
	left join award w on w.challenge = n.challenge and w.state = 'approved' and w.bid = b.id
where c.id = :challenge and not exists (select 1 from need m where m.challenge = n.challenge and m.version > n.version);

-- contract_race_others: challenge_key -> contract_race_sum
select cast(coalesce(sum(coalesce(t.total_rd_fen, l.rd_fen)), 0) as bigint) as rd_fen,
	cast(coalesce(sum(coalesce(t.fiscal_fen, l.fiscal_fen)), 0) as bigint) as fiscal_fen,
	cast(coalesce(sum(coalesce(t.other_fen, 0)), 0) as bigint) as other_fen
from race_lane me join race_lane l on l.challenge = me.challenge and l.id <> me.id
left join taskbook t on t.challenge = l.runner and t.state <> 'returned'
where me.runner = :challenge;

-- The parties' own paper: indicators as they are, not as they were published (8.1.c).
-- contract_prefill_indicators: id_key -> taskbook_indicator_form
select i.name, case coalesce((select k.body from need_confidential k where k.need = i.need and k.n = i.n and k.field = 'comparison'), i.comparison)
		when 'ge' then '≥ ' when 'le' then '≤ ' when 'eq' then '= ' else '' end
	|| coalesce((select k.body from need_confidential k where k.need = i.need and k.n = i.n and k.field = 'target'), i.target) as target,
	coalesce((select k.body from need_confidential k where k.need = i.need and k.n = i.n and k.field = 'unit'), i.unit) as unit, '' as criterion, i.binding
from need_indicator i where i.need = :id order by i.n;

-- contract_prefill_milestones: id_key -> contract_bid_milestone
select month, name, indicator, outcome from bid_milestone where bid_version = :id order by month, n;

-- taskbook_insert: taskbook_row -> -
insert into taskbook (id, act, challenge, version, number, state, starts, ends, pi_name, pi_stays, goals, research_plan, criteria,
	total_rd_fen, fiscal_fen, other_fen, disbursement, rewards, ownership, duties, integrity, confidentiality, awardee_bank,
	awardee_account_secret, demander_bank, demander_account_secret, book_paper, pledge_paper, nda_paper, org, person, returned,
	drafted_at, signed_at)
values (:id, :act, :challenge, :version, :number, :state, :starts, :ends, :pi_name, :pi_stays, :goals, :research_plan, :criteria,
	:total_rd_fen, :fiscal_fen, :other_fen, :disbursement, :rewards, :ownership, :duties, :integrity, :confidentiality, :awardee_bank,
	:awardee_account_secret, :demander_bank, :demander_account_secret, :book_paper, :pledge_paper, :nda_paper, :org, :person, :returned,
	:drafted_at, :signed_at);

-- taskbook_update: taskbook_row -> -
update taskbook set act = :act, state = :state, returned = :returned, signed_at = :signed_at where id = :id;

-- taskbooks_of: challenge_key -> taskbook_row
select id, act, challenge, version, number, state, starts, ends, pi_name, pi_stays, goals, research_plan, criteria,
	total_rd_fen, fiscal_fen, other_fen, disbursement, rewards, ownership, duties, integrity, confidentiality, awardee_bank,
	awardee_account_secret, demander_bank, demander_account_secret, book_paper, pledge_paper, nda_paper, org, person, returned,
	drafted_at, signed_at
from taskbook where challenge = :challenge order by version desc;

-- taskbook_milestone_insert: taskbook_milestone_row -> -
insert into taskbook_milestone (id, act, challenge, taskbook, ord, name, due, content, indicator, deliverable, evidence, releases)
values (:id, :act, :challenge, :taskbook, :ord, :name, :due, :content, :indicator, :deliverable, :evidence, :releases);

-- taskbook_milestones_of: taskbook_key -> taskbook_milestone_row
select id, act, challenge, taskbook, ord, name, due, content, indicator, deliverable, evidence, releases
from taskbook_milestone where taskbook = :taskbook order by ord;

-- taskbook_indicator_insert: taskbook_indicator_row -> -
insert into taskbook_indicator (id, act, challenge, taskbook, ord, name, target, unit, criterion, binding)
values (:id, :act, :challenge, :taskbook, :ord, :name, :target, :unit, :criterion, :binding);

-- taskbook_indicators_of: taskbook_key -> taskbook_indicator_row
select id, act, challenge, taskbook, ord, name, target, unit, criterion, binding
from taskbook_indicator where taskbook = :taskbook order by ord;

-- taskbook_signature_insert: taskbook_signature_row -> -
insert into taskbook_signature (id, act, challenge, taskbook, party, org, person, signer, at, book_digest, pledge_digest, nda_digest, scan)
values (:id, :act, :challenge, :taskbook, :party, :org, :person, :signer, :at, :book_digest, :pledge_digest, :nda_digest, :scan);

-- taskbook_signatures_of: taskbook_key -> taskbook_signature_row
select id, act, challenge, taskbook, party, org, person, signer, at, book_digest, pledge_digest, nda_digest, scan
from taskbook_signature where taskbook = :taskbook order by id;

-- milestone_insert: milestone_row -> -
insert into milestone (id, act, challenge, ord, name, due, content, indicator, deliverable, evidence, releases, state, concluded_on)
values (:id, :act, :challenge, :ord, :name, :due, :content, :indicator, :deliverable, :evidence, :releases, :state, :concluded_on);

-- taskbook_milestones_again: taskbook_key -> taskbook_milestone_form
select name, due, content, indicator, deliverable, evidence, releases from taskbook_milestone where taskbook = :taskbook order by ord;

-- taskbook_indicators_again: taskbook_key -> taskbook_indicator_form
select name, target, unit, criterion, binding from taskbook_indicator where taskbook = :taskbook order by ord;

-- contract_approved: challenge_key -> contract_approved_row
select w.fiscal_fen as fiscal_fen, w.decided_on as decided_on, w.document as document
from challenge c join award w on w.challenge = case when c.entry = 'runner' then c.parent else c.id end and w.bid = c.award_bid and w.state = 'approved'
where c.id = :challenge
union all
select n.fiscal_fen, 0 as decided_on, '' as document
from challenge c join need n on n.challenge = c.id and n.version = (select max(m.version) from need m where m.challenge = c.id)
where c.id = :challenge and c.entry = 'direct'
order by decided_on desc;
