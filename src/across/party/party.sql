-- party_org_insert: org_row -> -
insert into org (id, act, programme, name, credit_code, kind, region, address, legal_person, profile, licence, state, key_industry,
	verify_source, role)
values (:id, :act, :programme, :name, :credit_code, :kind, :region, :address, :legal_person, :profile, :licence, :state, :key_industry,
	:verify_source, :role);

-- party_org_verify: org_row -> -
update org set act = :act, state = :state, key_industry = :key_industry, verify_source = :verify_source where id = :id;

-- party_org: id_key -> org_row
select id, act, programme, name, credit_code, kind, region, address, legal_person, profile, licence, state, key_industry, verify_source, role
from org where id = :id;

-- party_org_with_code: party_code_key -> id_key
select id from org where programme = :programme and credit_code = :code;

-- party_orgs: org_list_key -> org_item
select o.id, o.name, o.credit_code, o.kind, o.region, o.state, o.key_industry,
	(select count(*) from person p where p.org = o.id and p.state = 'active') as people
from org o
where o.programme = :programme
	and (cast(:q as text) = '' or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or o.credit_code = cast(:q as text))
	and (cast(:state as text) = '' or o.state = cast(:state as text))
	and (cast(:kind as text) = '' or o.kind = cast(:kind as text))
order by case when o.state = 'registered' then 0 else 1 end, o.id desc
limit cast(:limit as bigint) offset cast(:offset as bigint);

-- party_orgs_count: org_list_key -> count_row
select count(*) as n
from org o
where o.programme = :programme
	and (cast(:q as text) = '' or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or o.credit_code = cast(:q as text))
	and (cast(:state as text) = '' or o.state = cast(:state as text))
	and (cast(:kind as text) = '' or o.kind = cast(:kind as text));

-- party_person_insert: person_row -> -
insert into person (id, act, programme, org, name, login, role, post, phone_secret, email_secret, state)
values (:id, :act, :programme, :org, :name, :login, :role, :post, :phone_secret, :email_secret, :state);

-- party_person_end: person_row -> -
update person set act = :act, state = :state where id = :id;

-- party_person: id_key -> person_row
select id, act, programme, org, name, login, role, post, phone_secret, email_secret, state from person where id = :id;

-- party_person_with_login: party_code_key -> person_row
select id, act, programme, org, name, login, role, post, phone_secret, email_secret, state
from person where programme = :programme and login = :code;

-- party_people_of_org: id_key -> person_row
select id, act, programme, org, name, login, role, post, phone_secret, email_secret, state
from person where org = :id and state = 'active' order by id;

-- party_people_with_role: party_code_key -> person_row
select id, act, programme, org, name, login, role, post, phone_secret, email_secret, state
from person where programme = :programme and role = :code and state = 'active' order by id;

-- party_people: person_list_key -> person_item
select p.id, p.name, p.login, p.role, p.post, p.state, p.org, coalesce(o.name, '') as org_name,
	cast(0 as bigint) as may_end, cast(0 as bigint) as may_link
from person p left join org o on o.id = p.org
where p.programme = :programme
	and (cast(:org as bigint) = 0 or p.org = cast(:org as bigint))
	and (cast(:role as text) = '' or p.role = cast(:role as text))
	and (cast(:q as text) = '' or lower(p.name) like '%' || lower(cast(:q as text)) || '%' or p.login like lower(cast(:q as text)) || '%')
order by p.state, p.id
limit cast(:limit as bigint) offset cast(:offset as bigint);

-- party_people_count: person_list_key -> count_row
select count(*) as n
from person p
where p.programme = :programme
	and (cast(:org as bigint) = 0 or p.org = cast(:org as bigint))
	and (cast(:role as text) = '' or p.role = cast(:role as text))
	and (cast(:q as text) = '' or lower(p.name) like '%' || lower(cast(:q as text)) || '%' or p.login like lower(cast(:q as text)) || '%');

-- party_expert_insert: expert_row -> -
insert into expert (id, act, programme, name, category, fields, employer, employer_code, post, state)
values (:id, :act, :programme, :name, :category, :fields, :employer, :employer_code, :post, :state);

-- party_expert_update: expert_row -> -
update expert set act = :act, fields = :fields, employer = :employer, employer_code = :employer_code, post = :post, state = :state
where id = :id;

-- party_expert: id_key -> expert_row
select id, act, programme, name, category, fields, employer, employer_code, post, state from expert where id = :id;

-- party_experts: expert_list_key -> expert_item
select e.id, e.name, e.category, e.fields, e.employer, e.post, e.state
from expert e
where e.programme = :programme
	and (cast(:q as text) = '' or lower(e.name || ' ' || e.employer) like '%' || lower(cast(:q as text)) || '%')
	and (cast(:category as text) = '' or e.category = cast(:category as text))
	and (cast(:field as text) = '' or ',' || e.fields || ',' like '%,' || cast(:field as text) || ',%')
order by e.state, e.name, e.id
limit cast(:limit as bigint) offset cast(:offset as bigint);

-- party_experts_count: expert_list_key -> count_row
select count(*) as n
from expert e
where e.programme = :programme
	and (cast(:q as text) = '' or lower(e.name || ' ' || e.employer) like '%' || lower(cast(:q as text)) || '%')
	and (cast(:category as text) = '' or e.category = cast(:category as text))
	and (cast(:field as text) = '' or ',' || e.fields || ',' like '%,' || cast(:field as text) || ',%');

-- party_enter_link_insert: enter_link_row -> -
insert into enter_link (id, digest, person, made_at, until, used_at) values (:id, :digest, :person, :made_at, :until, 0);

-- party_enter_links_end: enter_link_row -> -
update enter_link set used_at = :made_at where person = :person and used_at = 0;

-- party_mail: party_mail_row -> -
insert into outbox (id, at, to_secret, title, body, tries, next_at, sent_at, error)
values (:id, :at, :to_secret, :title, :body, 0, :at, 0, '');

-- party_people_unlinked: id_key -> person_row
select p.id, p.act, p.programme, p.org, p.name, p.login, p.role, p.post, p.phone_secret, p.email_secret, p.state
from person p
where p.programme = :id and p.state = 'active' and p.email_secret <> ''
	and not exists (select 1 from enter_link l where l.person = p.id)
	and not exists (select 1 from credential c where c.id = p.id)
order by p.id limit 20;
