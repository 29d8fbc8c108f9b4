-- How people prove who they are: the county's rules for passwords and sessions, second factors, browsers known from before, the unified identity.

-- A county without a row keeps the defaults. The checks are the floors of GB/T 22239-2019 8.1.4.1 as assessors apply them.
create table security_policy (
  county            int primary key references county,
  password_profile  text not null default 'gb22239-l3' check (password_profile in ('gb22239-l3', 'asvs5')),
  least_length      smallint not null default 10 check (least_length between 8 and 64),
  change_days       smallint not null default 90 check (change_days between 1 and 180),
  remembered        smallint not null default 5 check (remembered between 5 and 24),
  wrong_tries       smallint not null default 5 check (wrong_tries between 3 and 10),
  address_tries     smallint not null default 30 check (address_tries between 5 and 100),
  lock_minutes      smallint not null default 15 check (lock_minutes between 15 and 1440),
  idle_minutes      smallint not null default 15 check (idle_minutes between 5 and 30),
  session_hours     smallint not null default 12 check (session_hours between 1 and 12),
  sessions_each     smallint not null default 1 check (sessions_each between 1 and 3),
  second_factor     text not null default 'required' check (second_factor in ('required', 'optional')),
  staff_networks    text[] not null default '{}',
  administrator_networks text[] not null default '{}',
  changed_by        uuid,
  changed_at        timestamptz not null
);

-- Tries are counted for names, addresses, browsers and second factors alike, each under its own blind index.
alter table sign_in_try rename column login_index to key_index;

-- A session grows by stages; before it is complete it has no right and no row. Its idle limit is that of the day it began.
alter table session
  add column stage text not null default 'complete' check (stage in ('password_expired', 'second_factor', 'enrolment', 'complete')),
  add column idle_minutes smallint not null default 15,
  add column proven_at timestamptz;                 -- when its holder last gave a password or a code

create table password_history (
  county        int not null,
  account_id    uuid not null,
  set_at        timestamptz not null,
  password_hash text not null,                      -- argon2id, PHC string
  primary key (county, account_id, set_at),
  foreign key (county, account_id) references account (county, id)
);

create table second_factor (
  county       int not null,
  account_id   uuid not null,
  seed         bytea,                               -- sealed by the vault; null until a first code was right
  next_seed    bytea,                               -- sealed; waits for its first code and leaves the old one in force
  started_at   timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0,           -- a step of thirty seconds counts once
  primary key (county, account_id),
  foreign key (county, account_id) references account (county, id)
);

create table recovery_code (
  county     int not null,
  account_id uuid not null,
  code_hash  bytea not null,
  used_at    timestamptz,
  primary key (county, account_id, code_hash),
  foreign key (county, account_id) references account (county, id)
);

-- Browsers in which an account has signed in before: a stranger's wrong guesses do not lock these out.
create table known_browser (
  county       int not null,
  account_id   uuid not null,
  browser_hash bytea not null,
  seen_at      timestamptz not null,
  primary key (county, account_id, browser_hash),
  foreign key (county, account_id) references account (county, id)
);

create table identity_provider (
  county        int primary key references county,
  name          text not null,
  issuer        text not null,
  client_id     text not null,
  client_secret bytea not null,                     -- sealed by the vault
  own_address   text not null,                      -- where the provider sends people back to
  accepts_second_factor boolean not null default false,
  changed_by    uuid,
  changed_at    timestamptz not null
);

create table identity_link (
  county     int not null,
  account_id uuid not null,
  issuer     text not null,
  subject    text not null,
  linked_by  uuid,
  linked_at  timestamptz not null,
  primary key (county, account_id),
  foreign key (county, account_id) references account (county, id)
);
create unique index identity_link_subject on identity_link (county, issuer, subject);

-- A sign-in that is out at the provider: good once, for ten minutes, in the browser that began it.
create table identity_request (
  state_hash bytea primary key,
  county     int not null references county,
  secrets    bytea not null,                        -- nonce and code verifier, sealed by the vault
  asked_at   timestamptz not null
);

-- What the vault seals is found by these words when keys are turned.
comment on column second_factor.seed is 'sealed';
comment on column second_factor.next_seed is 'sealed';
comment on column identity_provider.client_secret is 'sealed';
comment on column identity_request.secrets is 'sealed';

drop function open_session(bytea, timestamptz, interval, boolean);
drop function open_account(int, uuid, timestamptz, boolean);

-- Sets the row scope to an account's and says who it is: null when the account is closed or unknown. Before its session is complete it has no row.
create function open_account(c int, acc uuid, at timestamptz, is_local boolean, is_complete boolean default true)
returns jsonb language plpgsql volatile as $$
declare
  a record; whole boolean;
begin
  select x.id, x.name, x.login, x.lang, x.must_change_password, coalesce(g.grants, '[]') as grants,
         coalesce(g.places, '{}') as places, coalesce(g.units, '{}') as units
    into a
    from account x
    cross join lateral (
      select jsonb_agg(jsonb_build_object('role', g.role, 'place', g.place_code::text, 'unit', g.unit_id)) as grants,
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

-- Finds the session, then its account, and from where they may come.
create function open_session(token bytea, at timestamptz, is_local boolean) returns jsonb language plpgsql volatile as $$
declare s record;
begin
  select x.id, x.county, x.account_id, x.stage, p.staff_networks, p.administrator_networks into s
    from session x left join security_policy p on p.county = x.county
   where x.token_hash = token and x.expires_at > at and x.seen_at > at - make_interval(mins => x.idle_minutes);
  if not found then
    perform open_to_nobody(is_local);
    return null;
  end if;
  return open_account(s.county, s.account_id, at, is_local, s.stage = 'complete')
      || jsonb_build_object('session', s.id, 'stage', s.stage, 'staffNetworks', s.staff_networks, 'administratorNetworks', s.administrator_networks);
end $$;
