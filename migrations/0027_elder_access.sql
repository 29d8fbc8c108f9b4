-- Elders, their families and partner shops come in by doors of their own. They are data subjects and neighbours, not staff: no grant of theirs has
-- an area, so no row is in their scope but that of the person whose affairs they do, for as long as they do them.

alter table account
  add column kind text not null default 'staff' check (kind in ('staff', 'own'));
create index account_kind on account (county, kind);

alter table account_grant drop constraint account_grant_role, drop constraint account_grant_area;
alter table account_grant
  add constraint account_grant_role check (role in ('system_administrator', 'security_administrator', 'audit_administrator',
    'bureau_staff', 'street_staff', 'community_worker', 'unit_liaison', 'reader', 'elder', 'family', 'partner')),
  add constraint account_grant_area check (num_nonnulls(place_code, unit_id)
    = case when duty = 'business' and role not in ('elder', 'family', 'partner') then 1 else 0 end);

-- By what an elder or a relative is known at the door: the number on the card is the login of the account, its code the password; here the telephone.
create table own_account (
  county       int not null,
  account_id   uuid not null,
  mobile       bytea,
  mobile_index bytea,
  mobile_tail  text check (length(mobile_tail) = 4),
  card_until   date,                                   -- the code on the card is good until then
  opened_by    uuid,
  opened_at    timestamptz not null,
  primary key (county, account_id),
  foreign key (county, account_id) references account (county, id),
  check (num_nonnulls(mobile, mobile_index, mobile_tail) in (0, 3))
);
create unique index own_account_mobile on own_account (county, mobile_index) where mobile_index is not null;
comment on column own_account.mobile is 'sealed';

-- Whose affairs an account may do: one's own, or those of somebody one acts for. Asked for by a relative with the code of the elder's page, or
-- written at the community's desk; in force from the word of the elder or of the community; withdrawn, never deleted.
create table own_authority (
  county       int not null,
  id           uuid not null,
  account_id   uuid not null,
  person_id    uuid not null,
  kind         text not null check (kind in ('self', 'family')),
  relation     text check (length(relation) between 1 and 20),
  until        date,
  asked_at     timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_as text check (confirmed_as in ('elder', 'community')),
  ended_at     timestamptz,
  ended_by     uuid,
  end_reason   text check (end_reason in ('withdrawn', 'refused', 'renewed')),
  primary key (county, id),
  foreign key (county, account_id) references account (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check ((kind = 'family') = (relation is not null)),
  check (num_nulls(confirmed_at, confirmed_as) in (0, 2)),
  check (num_nulls(ended_at, end_reason) in (0, 2))
);
create unique index own_authority_once on own_authority (county, account_id, person_id) where ended_at is null;
create unique index own_authority_self on own_authority (county, person_id) where kind = 'self' and ended_at is null;
create unique index own_authority_one_self on own_authority (county, account_id) where kind = 'self' and ended_at is null;
create index own_authority_person on own_authority (county, person_id, asked_at desc);

-- Codes that live for minutes: sent to a telephone for signing in, or shown on the elder's page for a relative.
create table own_code (
  county     int not null references county,
  id         uuid not null,
  kind       text not null check (kind in ('phone', 'family')),
  code_index bytea not null,                           -- of the telephone with the code, or of the code alone
  person_id  uuid,
  made_by    uuid,
  until      timestamptz not null,
  used_at    timestamptz,
  primary key (county, id)
);
create index own_code_index on own_code (county, code_index);
create index own_code_until on own_code (county, until);

do $$ declare t text; begin
  foreach t in array array['own_account', 'own_authority', 'own_code'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;

-- The one person whose affairs are being done, besides the places and units of 0001_platform.sql. Every opening empties it.
create function app_people() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.people', true), '')::uuid[], '{}') $$;
grant execute on function app_people() to public;

drop policy row_scope on person;
create policy row_scope on person using (
  county = (select app_county()) and status not in ('restricted', 'erased')
  and ((select app_all()) or place_code <@ (select app_places()) or unit_ids && (select app_units()) or id = any ((select app_people())::uuid[]))
) with check (county = (select app_county()));

create or replace function open_to_nobody(is_local boolean) returns void language plpgsql volatile as $$
begin
  perform set_config('app.county', '', is_local), set_config('app.places', '{}', is_local),
          set_config('app.units', '{}', is_local), set_config('app.all', 'false', is_local), set_config('app.people', '{}', is_local);
end $$;

create or replace function open_office(c int, is_local boolean) returns void language plpgsql volatile as $$
begin
  perform set_config('app.county', c::text, is_local), set_config('app.places', '{}', is_local),
          set_config('app.units', '{}', is_local), set_config('app.all', 'true', is_local), set_config('app.people', '{}', is_local);
end $$;

-- As in 0020_proof.sql, with the people.
create or replace function open_account(c int, acc uuid, at timestamptz, is_local boolean, is_complete boolean default true)
returns jsonb language plpgsql volatile as $$
declare
  a record; whole boolean;
begin
  select x.id, x.name, x.login, x.lang, x.must_change_password, coalesce(g.grants, '[]') as grants,
         coalesce(g.places, '{}') as places, coalesce(g.units, '{}') as units
    into a
    from account x
    cross join lateral (
      select jsonb_agg(jsonb_build_object('role', g.role, 'says', grant_text(g), 'code', encode(g.mac, 'hex'))) as grants,
             range_agg(place_span(g.place_code)) filter (where g.place_code is not null) as places,
             array_agg(g.unit_id) filter (where g.unit_id is not null) as units
        from account_grant g
       where g.county = c and g.account_id = acc and g.revoked_at is null and g.valid @> (at at time zone 'Asia/Shanghai')::date
    ) g
   where x.county = c and x.id = acc and x.status = 'open';
  if not found then
    perform open_to_nobody(is_local);
    return null;
  end if;
  if a.must_change_password or not is_complete then a.places := '{}'; a.units := '{}'; end if;
  if a.units <> '{}' then
    with recursive under as (
      select u.id from unit u where u.county = c and u.id = any (a.units)
      union
      select u.id from unit u join under on u.county = c and u.parent_id = under.id
    ) select array_agg(id) into a.units from under;
  end if;
  whole := a.places @> place_span(c::bigint * 10000000000000);
  perform set_config('app.county', c::text, is_local), set_config('app.places', a.places::text, is_local),
          set_config('app.units', coalesce(a.units, '{}')::text, is_local), set_config('app.all', whole::text, is_local),
          set_config('app.people', '{}', is_local);
  return jsonb_build_object('county', c, 'account', a.id, 'name', a.name, 'login', a.login, 'lang', a.lang, 'mustChange', a.must_change_password,
    'grants', a.grants, 'units', to_jsonb(coalesce(a.units, '{}')), 'all', whole,
    'places', coalesce((select jsonb_agg(jsonb_build_object('lo', lower(r)::text, 'hi', (upper(r) - 1)::text)) from unnest(a.places) r), '[]'));
end $$;

-- Lets the account do somebody's affairs in this transaction, or on this reading connection: as whom, or null where there is no authority today.
create function open_own(c int, acc uuid, who uuid, at timestamptz) returns text language plpgsql volatile as $$
declare as_whom text;
begin
  select kind into as_whom from own_authority
   where county = c and account_id = acc and person_id = who and ended_at is null and confirmed_at is not null
     and coalesce(until >= (at at time zone 'Asia/Shanghai')::date, true);
  if not found then return null; end if;
  perform set_config('app.people', array[who]::text, current_setting('transaction_read_only') <> 'on');
  return as_whom;
end $$;

-- The name of whoever helps, or has helped, the person whose affairs are being done: they stand at the door. Of nobody else.
create function helper_name(helper uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from person p
   where p.county = app_county() and p.id = helper and p.status not in ('restricted', 'erased')
     and (exists (select from need n where n.county = p.county and n.helper_id = p.id and n.person_id = any (app_people()))
       or exists (select from service_record r join shift s on s.county = r.county and s.id = r.shift_id
                   where r.county = p.county and r.person_id = p.id and s.served_person_id = any (app_people())))
$$;
revoke all on function helper_name(uuid) from public;
grant execute on function helper_name(uuid) to sangyu_app;
