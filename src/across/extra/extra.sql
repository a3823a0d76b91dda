-- extra_value_insert: extra_value_row -> -
insert into extra_value (id, act, challenge, about, form, name, n, label, kind, value)
values (:id, :act, :challenge, :about, :form, :name, :n, :label, :kind, :value);

-- The latest values of a case's forms; those of bids stay with the bid, which may be sealed.
-- extra_of_case: extra_key -> extra_value_row
select v.id, v.act, v.challenge, v.about, v.form, v.name, v.n, v.label, v.kind, v.value
from extra_value v
where v.challenge = :challenge and v.form <> 'bid_form' and v.challenge <> 0
	and v.act = (select max(w.act) from extra_value w where w.challenge = v.challenge and w.form = v.form)
order by v.act, v.n;

-- extra_of_thing: extra_key -> extra_value_row
select v.id, v.act, v.challenge, v.about, v.form, v.name, v.n, v.label, v.kind, v.value
from extra_value v
where v.about = :about and v.form = :form and v.act = (select max(w.act) from extra_value w where w.about = v.about and w.form = v.form)
order by v.n;

-- step_note_insert: step_note_row -> -
insert into step_note (id, act, challenge, stage, outcome, day, opinion, files, org, person, at)
values (:id, :act, :challenge, :stage, :outcome, :day, :opinion, :files, :org, :person, :at);

-- step_notes: extra_key -> step_note_item
select s.stage, s.outcome, s.day, s.opinion, s.files, coalesce(o.name, '') as org_name
from step_note s left join org o on o.id = s.org where s.challenge = :challenge order by s.id;
