-- What the people room publishes: rooms of the roof read this, never its tables.
-- `security_invoker` lets the reader's row-level security hold; sealed columns stay sealed, and the secret opens them for holders of the keys.
create view person_published with (security_invoker = true) as
select p.county, p.id, p.status, p.is_counted, p.name, p.name_sort, p.gender, p.birth_on, p.kind, p.nature,
       p.work_started_on, p.retired_on, p.post, p.rank, p.rank_treatment, p.medical_treatment, p.political,
       p.party_joined_on, p.education, p.living_flags, p.health, p.ability, p.remark_sealed, p.secret, p.place_code, p.unit_id,
       p.managing_unit_id, p.unit_ids,
       (select h.number_sealed from person_phone h
         where h.county = p.county and h.person_id = p.id order by h.position limit 1) as phone_sealed
  from person p
 where p.status <> 'merged';
