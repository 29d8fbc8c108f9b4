-- What must not be changed past the office, and how a change would be seen (GB/T 22239-2019 8.1.4.7; GB/T 39786-2021 8.4 b, g).

-- What the code over a grant says: everything that decides whom it lets in where and when. Instants as seconds, so that no setting of a
-- server changes the text.
create function grant_text(g account_grant) returns text language sql stable parallel safe as $$
  select concat_ws('|', 'grant', g.county, g.id, g.account_id, g.role, coalesce(g.place_code::text, '-'), coalesce(g.unit_id::text, '-'),
    lower(g.valid) - date '2000-01-01', coalesce((upper(g.valid) - date '2000-01-01')::text, '-'), coalesce(g.granted_by::text, '-'),
    extract(epoch from g.granted_at), coalesce(g.revoked_by::text, '-'), coalesce(extract(epoch from g.revoked_at)::text, '-'))
$$;

alter table consent add column mac bytea;
alter table person add column treatment_mac bytea;

-- Tables whose rows from before there were codes have been given them; from then on a row without one was written past the office.
create table coded_table (
  name  text primary key,
  since timestamptz not null
);
insert into coded_table select 'account_grant', now() where exists (select from sealing_key);

-- What the last nightly check of a county's codes found.
create table integrity_check (
  county int primary key references county,
  at     timestamptz not null,
  rows   int not null,
  faults int not null,
  broken jsonb not null            -- ids by table, the first of each
);
alter table integrity_check enable row level security;
create policy tenant on integrity_check using (county = (select app_county()));
revoke insert, update, delete on coded_table, integrity_check from sangyu_app;

-- Sessions that a new sign-in has ended, so that the former device can be told so, until they would have ended by themselves.
create table ended_session (
  token_hash bytea primary key,
  county     int not null,
  account_id uuid not null,
  expires_at timestamptz not null,
  ended_at   timestamptz not null,
  by_address text,
  foreign key (county, account_id) references account (county, id)
);
create index ended_session_account on ended_session (county, account_id);

-- As in 0013_sign_in.sql; each grant now comes with its text and code, which the office compares before it believes it.
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
          set_config('app.units', coalesce(a.units, '{}')::text, is_local), set_config('app.all', whole::text, is_local);
  return jsonb_build_object('county', c, 'account', a.id, 'name', a.name, 'login', a.login, 'lang', a.lang, 'mustChange', a.must_change_password,
    'grants', a.grants, 'units', to_jsonb(coalesce(a.units, '{}')), 'all', whole,
    'places', coalesce((select jsonb_agg(jsonb_build_object('lo', lower(r)::text, 'hi', (upper(r) - 1)::text)) from unnest(a.places) r), '[]'));
end $$;

-- As in 0013_sign_in.sql; a session that a later sign-in has ended is told so.
create or replace function open_session(token bytea, at timestamptz, is_local boolean) returns jsonb language plpgsql volatile as $$
declare s record;
begin
  select x.id, x.county, x.account_id, x.stage, p.staff_networks, p.administrator_networks into s
    from session x left join security_policy p on p.county = x.county
   where x.token_hash = token and x.expires_at > at and x.seen_at > at - make_interval(mins => x.idle_minutes);
  if not found then
    perform open_to_nobody(is_local);
    return (select jsonb_build_object('endedAt', e.ended_at, 'endedFrom', e.by_address) from ended_session e
             where e.token_hash = token and e.expires_at > at);
  end if;
  return open_account(s.county, s.account_id, at, is_local, s.stage = 'complete')
      || jsonb_build_object('session', s.id, 'stage', s.stage, 'staffNetworks', s.staff_networks, 'administratorNetworks', s.administrator_networks);
end $$;
