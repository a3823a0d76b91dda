-- The page of a horse race: a runner's indicators with what was reached, and its money.

-- race_targets: challenge_key -> race_target_view
select i.name, i.target || case when i.unit = '' then '' else ' ' || i.unit end as target,
	coalesce((select x.actual from acceptance_indicator x where x.challenge = i.challenge and x.ord = i.ord and x.said_by = 'awardee'
		and x.acceptance = (select max(a.id) from acceptance a where a.challenge = i.challenge)), '') as actual
from taskbook t join taskbook_indicator i on i.taskbook = t.id
where t.challenge = :challenge and t.state = 'signed' order by i.ord;

-- race_money: challenge_key -> race_money_view
select kind, instalment, amount_fen, paid_fen from payment where challenge = :challenge order by kind, instalment;
