-- Whoever signed up for a gathering, from whichever area of the county: who keeps the sheet marks them by a masked name, and the county's rule of strength is
-- held against all of them when the plan changes. Erased and restricted records stay hidden (0015), their line on the sheet remains.
create function guests_of(gathering uuid) returns table (person_id uuid, name text, status text, birth_on text, health text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.person_id, case when p.status not in ('restricted', 'erased') then p.name end, p.status,
         case when p.status = 'living' then p.birth_on::text end, case when p.status = 'living' then p.health end
    from (select s.person_id from gathering_sign_up s
           where s.county = app_county() and s.gathering_id = gathering and s.status not in ('cancelled', 'declined', 'invited')
          union
          select a.person_id from gathering_attendance a where a.county = app_county() and a.gathering_id = gathering) l
    join person p on p.county = app_county() and p.id = l.person_id
$$;
revoke all on function guests_of(uuid) from public;
grant execute on function guests_of(uuid) to sangyu_app;

-- A plan that asks more of the body than what people signed up for is judged again: until somebody consents and says who goes along, the place waits for that word.
alter table gathering_sign_up
  add column judged_again_at timestamptz,
  drop constraint gathering_sign_up_strength_check,
  add constraint gathering_sign_up_strength_check check (strength in ('fine', 'warn', 'consent', 'refuse'));
do $$ declare old text; begin
  select conname into strict old from pg_constraint
   where conrelid = 'gathering_sign_up'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%companion%';
  execute format('alter table gathering_sign_up drop constraint %I', old);
end $$;
alter table gathering_sign_up add constraint gathering_sign_up_consented
  check (strength not in ('consent', 'refuse') or (consent_by is not null and companion is not null) or status in ('invited', 'cancelled', 'declined')
         or judged_again_at is not null);
