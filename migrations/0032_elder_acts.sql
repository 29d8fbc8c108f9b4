-- What the elder pages need to see beyond the one person whose affairs are done: who came to help, and with whom a turn can be swapped.

-- Whose need a shift is done for stands with the shift since 0025_service.sql was in use; shifts published before get it too.
update shift s set served_person_id = n.person_id
  from need n where n.county = s.county and n.id = s.need_id and s.served_person_id is null and n.person_id is not null;

-- Lets the word of whom a turn was done for reach the volunteer's row in this transaction: whom it confirms, or null where it was not done for them.
create function open_helper(turn uuid) returns uuid language plpgsql volatile as $$
declare helper uuid;
begin
  select t.person_id into helper from shift_turn t join shift s on s.county = t.county and s.id = t.shift_id
   where t.county = app_county() and t.id = turn and s.served_person_id = any (app_people()) and t.person_id <> all (app_people());
  if not found then return null; end if;
  perform set_config('app.people', (app_people() || helper)::text, true);
  return helper;
end $$;

-- As in 0027_elder_access.sql, and of whoever has taken a turn for them: who rings is whom they expect.
create or replace function helper_name(helper uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p
   where p.county = app_county() and p.id = helper and p.status not in ('restricted', 'erased')
     and (exists (select from need n where n.county = p.county and n.helper_id = p.id and n.person_id = any (app_people()))
       or exists (select from shift_turn t join shift s on s.county = t.county and s.id = t.shift_id
                   where t.county = p.county and t.person_id = p.id and s.served_person_id = any (app_people())
                     and t.status in ('claimed', 'started', 'late', 'served', 'confirmed')))
$$;

-- The living of one's own teams, by name, to whom a turn can be offered: who serves side by side knows each other. Of nobody else.
create function team_mates(who uuid, today date) returns table (person_id uuid, name text, team text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, min(p.name), string_agg(t.name, '、' order by t.name)
    from team_member m
    join volunteer_team t on t.county = m.county and t.id = m.team_id and t.dissolved_on is null
    join team_member o on o.county = m.county and o.team_id = m.team_id and o.person_id <> m.person_id and o.during @> today
    join person p on p.county = o.county and p.id = o.person_id and p.status = 'living'
   where m.county = app_county() and m.person_id = who and who = any (app_people()) and m.during @> today
   group by p.id
$$;
revoke all on function team_mates(uuid, date) from public;
grant execute on function team_mates(uuid, date) to sangyu_app;

-- With whom somebody swaps: the other one of a swap they are a party to.
create function swap_name(swap uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from shift_swap x
    join shift_turn t on t.county = x.county and t.id = x.turn_id
    join person p on p.county = x.county and p.id = case when t.person_id = any (app_people()) then x.to_person_id else t.person_id end
   where x.county = app_county() and x.id = swap and p.status not in ('restricted', 'erased')
     and (t.person_id = any (app_people()) or x.to_person_id = any (app_people()))
$$;
revoke all on function swap_name(uuid) from public;
grant execute on function swap_name(uuid) to sangyu_app;

-- Codes a volunteer typed that were not the served person's: after so many a clerk who asks writes it down instead.
alter table shift_turn add column wrong_codes int not null default 0;
