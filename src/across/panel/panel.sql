-- Panels: who sits, what they declared, said, scored, ranked and signed.

-- panel_one: id_key -> panel_row
select id, act, programme, challenge, kind, subject, state, meets, method, place, conclusion, opinion, ranked
from panel where id = :id;

-- panel_newest: panel_key -> panel_row
select id, act, programme, challenge, kind, subject, state, meets, method, place, conclusion, opinion, ranked
from panel where challenge = :challenge and kind = :kind and state <> 'dismissed' and (:subject = 0 or subject = :subject)
order by id desc limit 1;

-- panel_insert: panel_row -> -
insert into panel (id, act, programme, challenge, kind, subject, state, meets, method, place, conclusion, opinion, ranked)
values (:id, :act, :programme, :challenge, :kind, :subject, :state, :meets, :method, :place, :conclusion, :opinion, :ranked);

-- panel_set_state: panel_row -> -
update panel set act = :act, state = :state where id = :id;

-- panel_set_report: panel_row -> -
update panel set act = :act, state = :state, conclusion = :conclusion, opinion = :opinion, ranked = :ranked where id = :id;

-- panel_seats: panel_key -> panel_seat_row
select id, act, panel, person, name, category, chair, state, interest, sign, sign_remark
from panel_seat where panel = :panel order by case when state = 'replaced' then 1 else 0 end, chair desc, id;

-- panel_seat_of: panel_key -> panel_seat_row
select id, act, panel, person, name, category, chair, state, interest, sign, sign_remark
from panel_seat where panel = :panel and person = :person;

-- panel_seat_insert: panel_seat_row -> -
insert into panel_seat (id, act, panel, person, name, category, chair, state, interest, sign, sign_remark)
values (:id, :act, :panel, :person, :name, :category, :chair, :state, :interest, :sign, :sign_remark);

-- panel_seat_set: panel_seat_row -> -
update panel_seat set act = :act, chair = :chair, state = :state, interest = :interest, sign = :sign, sign_remark = :sign_remark where id = :id;

-- panel_interest_insert: panel_interest_row -> -
insert into panel_interest (id, act, panel, seat, person, interest, detail, at)
values (:id, :act, :panel, :seat, :person, :interest, :detail, :at);

-- panel_opinion_insert: panel_opinion_row -> -
insert into panel_opinion (id, act, panel, seat, person, verdict, opinion, at)
values (:id, :act, :panel, :seat, :person, :verdict, :opinion, :at);

-- panel_opinions: panel_key -> panel_opinion_row
select id, act, panel, seat, person, verdict, opinion, at from panel_opinion where panel = :panel order by id;

-- panel_score_insert: panel_score_row -> -
insert into panel_score (id, act, panel, seat, bid, item, points, comment)
values (:id, :act, :panel, :seat, :bid, :item, :points, :comment);

-- panel_scores: panel_key -> panel_score_row
select id, act, panel, seat, bid, item, points, comment from panel_score where panel = :panel order by id;

-- panel_means: panel_key -> panel_mean_row
select s.bid, cast(coalesce(sum(s.points), 0) as bigint) as sum, 1 as voters
from panel_score s where s.panel = :panel group by s.bid, s.seat order by s.bid, sum, s.seat;

-- panel_rank_insert: panel_rank_row -> -
insert into panel_rank (id, act, panel, bid, rank, score) values (:id, :act, :panel, :bid, :rank, :score);

-- panel_ranks: panel_key -> panel_rank_row
select id, act, panel, bid, rank, score from panel_rank where panel = :panel order by rank, score desc, id;

-- panel_signature_insert: panel_signature_row -> -
insert into panel_signature (id, act, panel, seat, person, sign, remark, at)
values (:id, :act, :panel, :seat, :person, :sign, :remark, :at);

-- panel_in_favour: panel_key -> count_row
select count(*) as n from panel_opinion where panel = :panel and verdict = 'support';

-- panel_clear_seats: panel_key -> count_row
select count(*) as n from panel_seat s join panel p on p.id = s.panel
where p.challenge = :challenge and s.person = :person and p.state <> 'dismissed' and s.state in ('clear', 'opined', 'signed');

-- panel_bids: panel_key -> panel_bid_row
select b.id, b.number, b.title, o.name as org_name
from bid b join org o on o.id = b.org
where b.challenge = :challenge and b.state = 'passed' order by b.id;

-- At a node of a horse race the panel places the runners that were running when it was seated: ids follow the book.
-- panel_lanes: panel_key -> panel_bid_row
select b.id, c.number, b.title, o.name as org_name
from race_lane l join challenge c on c.id = l.runner join bid b on b.id = l.bid join org o on o.id = b.org
where l.challenge = :challenge and (l.ended = 0 or l.ended > :panel) order by l.letter;

-- Sealed bids stay sealed here too: who bids is known once they are opened. After the award only the winner is a party.
-- panel_parties: panel_key -> panel_party_row
select o.programme, o.id as org, o.name, o.credit_code, 1 as demander
from challenge c join org o on o.id = c.demander where c.id = :challenge
union all
select b.programme, m.org, m.name, m.credit_code, 0 as demander
from challenge c join bid b on b.challenge = case when c.entry = 'runner' then c.parent else c.id end join bid_member m on m.bid_version = b.bid_version
where c.id = :challenge and b.state in ('opened', 'passed', 'failed') and (b.id = c.award_bid
	or (c.award_bid = 0 and not exists (select 1 from race_lane l where l.challenge = c.id))
	or exists (select 1 from race_lane l where l.challenge = c.id and l.bid = b.id))
order by 5 desc, 2;

-- panel_person: panel_key -> panel_person_row
select p.id, p.name, p.org, coalesce(e.category, '') as category, coalesce(e.employer, '') as employer,
	coalesce(e.employer_code, '') as employer_code, p.state
from person p left join expert e on e.id = p.id where p.id = :person;

-- panel_cards: panel_key -> panel_card
select p.id, p.kind, p.state, p.meets, p.method, p.place, p.conclusion,
	cast(coalesce(sum(case when s.state <> 'replaced' then 1 else 0 end), 0) as bigint) as members,
	cast(coalesce(sum(case when s.state in ('clear', 'opined', 'signed') then 1 else 0 end), 0) as bigint) as declared,
	cast(coalesce(sum(case when s.state in ('opined', 'signed') then 1 else 0 end), 0) as bigint) as opined,
	cast(coalesce(sum(case when s.state = 'signed' then 1 else 0 end), 0) as bigint) as signatures
from panel p left join panel_seat s on s.panel = p.id
where p.challenge = :challenge
	and (:person = 0 or exists (select 1 from panel_seat m where m.panel = p.id and m.person = :person and m.state <> 'replaced'))
group by p.id, p.kind, p.state, p.meets, p.method, p.place, p.conclusion
order by p.id desc;

-- panel_candidates: panel_key -> panel_person_row
select p.id, p.name, p.org, e.category, e.employer, e.employer_code, p.state
from expert e join person p on p.id = e.id join challenge c on c.programme = e.programme
where c.id = :challenge and p.state = 'active'
union all
select p.id, p.name, p.org, '' as category, o.name as employer, '' as employer_code, p.state
from challenge c join person p on p.org = c.demander join org o on o.id = p.org
where c.id = :challenge and p.state = 'active'
order by 4 desc, 1;

-- panel_candidates_seen: panel_key -> panel_candidate_view
select p.id, p.name, e.category, e.fields, e.employer, e.employer_code, p.org,
	(select count(*) from panel_seat s join panel q on q.id = s.panel where s.person = p.id and s.state in ('invited', 'clear', 'opined')
		and q.state in ('proposed', 'seated', 'reported')) as sits,
	(select count(*) from panel_seat s where s.person = p.id and s.state = 'signed') as sat,
	cast(case when strpos(',' || e.fields || ',', ',' || c.field || ',') > 0 then 1 else 0 end as bigint) as same_field,
	cast('' as text) as tie
from expert e join person p on p.id = e.id join challenge c on c.programme = e.programme
where c.id = :challenge and p.state = 'active'
order by same_field desc, e.category, sits, p.id limit 200;
