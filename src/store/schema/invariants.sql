-- What always holds: each statement returns the rows that break it (none = it holds).

-- panel_one_chair: a panel that sits has exactly one chair
select 'panel ' || p.id as what from panel p
where p.state <> 'dismissed' and (select count(*) from panel_seat s where s.panel = p.id and s.chair = 1 and s.state <> 'replaced') <> 1;

-- panel_spoke_clear: whoever gave an opinion had declared to have no interest
select 'panel_opinion ' || o.id as what from panel_opinion o
where not exists (select 1 from panel_interest i where i.seat = o.seat and i.interest = 'none' and i.at <= o.at);

-- panel_signed_whole: a signed panel is signed by every member
select 'panel_seat ' || s.id as what from panel_seat s join panel p on p.id = s.panel
where p.state = 'signed' and s.state not in ('signed', 'replaced');

-- panel_signature_kept: every signed seat has its signature
select 'panel_seat ' || s.id as what from panel_seat s
where s.state = 'signed' and not exists (select 1 from panel_signature g where g.seat = s.id and g.sign = s.sign);

-- panel_rank_unique: no two plans share a place
select 'panel ' || r.panel || ' rank ' || r.rank as what from panel_rank r where r.rank > 0 group by r.panel, r.rank having count(*) > 1;

-- award_by_both: what the government decided was confirmed by the demander
select 'award ' || a.id as what from award a where a.state in ('agreed', 'approved', 'denied') and a.confirmed_by = 0;

-- award_once: a case has at most one approved award, and it is the case's winner
select 'award ' || a.id as what from award a join challenge c on c.id = a.challenge
where a.state = 'approved' and c.award_bid <> a.bid;

-- notice_of_approved: only an award that the government approved is published
select 'notice ' || n.id as what from notice n join award a on a.id = n.award where a.state <> 'approved';

-- establishment_after_notice: a project is established after the last day of its notice
select 'establishment ' || e.id as what from establishment e join notice n on n.id = e.notice
where n.state <> 'ended' or e.day <= n.last_day;

-- establishment_number: an established case carries its project number
select 'challenge ' || c.id as what from challenge c join establishment e on e.challenge = c.id where c.project_number <> e.number;
