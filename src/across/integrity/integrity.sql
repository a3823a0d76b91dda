-- integrity_insert: discredit_row -> -
insert into discredit (id, act, programme, org, kind, happened, decision, facts)
values (:id, :act, :programme, :org, :kind, :happened, :decision, :facts);

-- integrity_of_org: discredit_key -> discredit_row
select id, act, programme, org, kind, happened, decision, facts
from discredit where org = :org and happened >= :since order by happened desc, id desc;
