-- Calendars given out: of a place, a venue, a group, a team or one person, each under a secret address that is taken back by itself. Who made it stands
-- with it: of a person's own calendar also whether the elder, a relative or the community did.
create table calendar_address (
  county     int not null references county,
  id         uuid not null,
  place_code bigint,
  site_id    uuid,
  group_id   uuid,
  team_id    uuid,
  person_id  uuid,
  token_hash bytea not null,
  label      text check (length(label) between 1 and 40), -- where it hangs, or whom it was given
  on_behalf  text check (on_behalf in ('self', 'family', 'clerk')),
  made_by    uuid not null,
  made_at    timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (county, id),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, site_id) references site (county, id),
  foreign key (county, group_id) references activity_group (county, id),
  foreign key (county, team_id) references volunteer_team (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check (num_nonnulls(place_code, site_id, group_id, team_id, person_id) = 1),
  check ((person_id is null) = (on_behalf is null)),
  -- Whose calendar it is stands beside it already: no words about people are kept.
  check (person_id is null or label is null),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index calendar_address_token on calendar_address (county, token_hash);
create index calendar_address_person on calendar_address (county, person_id) where person_id is not null;
alter table calendar_address enable row level security;
create policy tenant on calendar_address using (county = (select app_county()));

-- Whether it still opens. What an elder or a relative made ends with the right to do the elder's affairs; nobody has a calendar after death.
create function calendar_opens(x calendar_address, at timestamptz) returns boolean language sql stable as $$
  select x.revoked_at is null
     and (x.person_id is null or exists (
       select from person p where p.county = x.county and p.id = x.person_id and p.status in ('living', 'moved_out')))
     and (coalesce(x.on_behalf, 'clerk') = 'clerk' or exists (
       select from own_authority o join account a on a.county = o.county and a.id = o.account_id and a.status = 'open'
        where o.county = x.county and o.account_id = x.made_by and o.person_id = x.person_id and o.confirmed_at is not null and o.ended_at is null
          and coalesce(o.until >= (at at time zone 'Asia/Shanghai')::date, true)))
$$;

-- What a calendar is of, whose keeping it is in, and what it is called; null where there is no such thing. A person's is asked for where people are.
create function calendar_subject(of text, subject text) returns table (name text, place_code bigint) language sql stable as $$
  select p.short, p.code from place p where $1 = 'place' and p.county = app_county() and p.code::text = $2
  union all
  select s.name, s.place_code from site s where $1 = 'site' and s.county = app_county() and s.id::text = $2
  union all
  select g.name, g.place_code from activity_group g where $1 = 'group' and g.county = app_county() and g.id::text = $2
  union all
  select t.name, t.place_code from volunteer_team t where $1 = 'team' and t.county = app_county() and t.id::text = $2
$$;

-- As in 0023_attendance_around.sql, and for whoever holds an address of one of the five. `is_private`: done for one person, whose home and need
-- nobody reads off a telephone. `is_sure`: in a person's calendar, whether they have a place.
drop function calendar_of(bytea, timestamptz);
create function calendar_of(token bytea, at timestamptz)
  returns table (of text, name text, id uuid, title text, status text, is_sure boolean, is_private boolean, place text, site text, address text,
                 starts_at timestamptz, ends_at timestamptz, version int, planned_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with holder as (
    select f.county, 'account' as of, null as name, range_agg(place_span(r.place_code)) filter (where r.place_code is not null) as places,
           array_agg(r.unit_id) filter (where r.unit_id is not null) as units,
           null::uuid as site_id, null::uuid as group_id, null::uuid as team_id, null::uuid as person_id
      from calendar_feed f
      join account a on a.county = f.county and a.id = f.account_id and a.status = 'open'
      join account_grant r on r.county = f.county and r.account_id = a.id and r.revoked_at is null and r.duty = 'business'
                          and r.valid @> (at at time zone 'Asia/Shanghai')::date
     where f.token_hash = token and f.revoked_at is null
     group by f.county
    union all
    select x.county, case when x.place_code is not null then 'place' when x.site_id is not null then 'site' when x.group_id is not null then 'group'
                          when x.team_id is not null then 'team' else 'person' end,
           coalesce(p.short, s.name, g.name, t.name), case when x.place_code is not null then int8multirange(place_span(x.place_code)) end, null,
           x.site_id, x.group_id, x.team_id, x.person_id
      from calendar_address x
      left join place p on p.county = x.county and p.code = x.place_code
      left join site s on s.county = x.county and s.id = x.site_id
      left join activity_group g on g.county = x.county and g.id = x.group_id
      left join volunteer_team t on t.county = x.county and t.id = x.team_id
     where x.token_hash = token and calendar_opens(x, at))
  select h.of, h.name, g.id, g.title, g.status,
         coalesce((select s.status = 'in' from gathering_sign_up s where s.county = g.county and s.gathering_id = g.id and s.person_id = h.person_id
                      and s.status not in ('cancelled', 'declined')), true),
         exists (select from shift d where d.county = g.county and d.gathering_id = g.id and (d.served_person_id is not null or d.need_id is not null)),
         p.name, s.name, g.address, lower(g.during), upper(g.during), g.version, g.created_at
  from holder h
    left join gathering g on g.county = h.county and lower(g.during) between at - interval '60 days' and at + interval '400 days'
     and (g.place_code <@ h.places
          or exists (select from gathering_host o where o.county = g.county and o.gathering_id = g.id and o.unit_id = any (h.units))
          or g.site_id = h.site_id
          or h.group_id is not null and exists (
            select from group_gathering l where l.county = g.county and l.gathering_id = g.id and l.group_id = h.group_id)
          or h.team_id is not null and exists (
            select from volunteer_team t
             where t.county = g.county and (t.id = h.team_id or t.parent_id = h.team_id)
               and (exists (select from shift d where d.county = g.county and d.gathering_id = g.id and d.team_id = t.id)
                 or exists (select from training d where d.county = g.county and d.gathering_id = g.id and d.team_id = t.id)))
          or h.person_id is not null and (
            exists (select from gathering_sign_up s where s.county = g.county and s.gathering_id = g.id and s.person_id = h.person_id
                       and s.status not in ('cancelled', 'declined'))
            or exists (select from gathering_attendance a where a.county = g.county and a.gathering_id = g.id and a.person_id = h.person_id
                          and a.state in ('present', 'home'))
            or exists (select from shift d join shift_turn t on t.county = d.county and t.shift_id = d.id
                        where d.county = g.county and d.gathering_id = g.id and t.person_id = h.person_id
                          and t.status in ('waiting', 'claimed', 'started', 'late', 'served', 'confirmed'))))
    left join place p on p.county = g.county and p.code = g.place_code
    left join site s on s.county = g.county and s.id = g.site_id
   order by lower(g.during), g.id
$$;
revoke all on function calendar_of(bytea, timestamptz) from public;
grant execute on function calendar_of(bytea, timestamptz) to sangyu_app;
