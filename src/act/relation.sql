-- What ties a person to a case: asked by relations_of() only. :target names one panel; 0 = any panel of the case.

-- relations_of_case: relation_key -> relation_answer
select
	(select count(*) from challenge c where c.id = :challenge and c.demander = :org and :org <> 0) as demander,
	(select count(*) from bid b join bid_member m on m.bid_version = b.bid_version
		where b.challenge = :challenge and b.state <> 'withdrawn' and (m.lead = 1 or b.state not in ('sealed', 'pending')) and m.org = :org and :org <> 0) as bidder,
	(select count(*) from challenge c join bid b on b.id = c.award_bid join bid_member m on m.bid_version = b.bid_version
		where c.id = :challenge and c.award_bid <> 0 and m.org = :org and :org <> 0
			and not exists (select 1 from supplement_value g where g.challenge = c.id and g.org = m.org and g.kind = 'partner_out')
			and not exists (select 1 from bid_departure d where d.bid = b.id and d.org = m.org and d.state = 'stands'))
		+ (select count(*) from supplement_value s where s.challenge = :challenge and s.kind = 'partner_in' and s.org = :org and :org <> 0
			and not exists (select 1 from supplement_value g where g.challenge = s.challenge and g.org = s.org and g.kind = 'partner_out' and g.id > s.id))
		as awardee,
	(select count(*) from panel_seat s join panel p on p.id = s.panel
		where (p.challenge = :challenge or (p.kind = 'milestone' and p.challenge = (select r.challenge from race_lane r where r.runner = :challenge)))
		and (cast(:target as bigint) = 0 or p.id = :target) and s.person = :person and p.state not in ('proposed', 'dismissed')
		and s.state not in ('replaced', 'conflict', 'declined')) as seated,
	(select count(*) from panel_seat s join panel p on p.id = s.panel
		where p.challenge = :challenge and (cast(:target as bigint) = 0 or p.id = :target) and s.person = :person and s.chair = 1 and p.state not in ('proposed', 'dismissed')
		and s.state not in ('replaced', 'conflict', 'declined')) as chair,
	(select count(*) from audit_engagement e where e.challenge = :challenge and e.firm = :org and :org <> 0) as auditor;

-- On a termination speaks who did not propose it, once.
-- relation_spoken: relation_key -> count_row
select count(*) as n from termination t
where t.challenge = :challenge and t.state = 'proposed' and :org <> 0
	and (t.org = :org or exists (select 1 from termination_statement s where s.termination = t.id and s.org = :org));

-- relation_own_bid: relation_key -> count_row
select count(*) as n from bid where id = :target and org = :org;

-- relation_same_org: relation_key -> count_row
select count(*) as n from person where id = :target and org = :org;
