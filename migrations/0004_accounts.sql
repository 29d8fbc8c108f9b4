-- Who signs in, with which dated grants, over which places and units.

create table account (
  county         int not null references county,
  id             uuid not null,
  login          text not null check (login = lower(login) and length(login) between 2 and 40),
  name           text not null,
  password_hash  text not null,                     -- argon2id, PHC string
  must_change_password boolean not null default true,
  status         text not null default 'open' check (status in ('open', 'closed')),
  last_signed_in_at timestamptz,
  password_set_at timestamptz not null,
  lang           text not null default 'zh' check (lang in ('zh', 'en')),
  created_by     uuid,
  created_at     timestamptz not null,
  primary key (county, id)
);
create unique index account_login on account (county, login);

-- Tries of a login name since the last right password, whether or not there is such an account: being locked tells nothing of it.
-- The name is kept as a blind index, because people type their password into the wrong box.
create table sign_in_try (
  county       int not null references county,
  login_index  bytea not null,
  count        int not null,
  last_at      timestamptz not null,
  locked_until timestamptz,
  primary key (county, login_index)
);
create index sign_in_try_last on sign_in_try (last_at);

-- One role over one place subtree or one unit subtree, between two days. Several grants add up.
create table account_grant (
  county     int not null,
  id         uuid not null,
  account_id uuid not null,
  role       text not null check (role in ('county_administrator', 'bureau_staff', 'street_staff', 'community_worker', 'unit_liaison', 'reader')),
  place_code bigint,
  unit_id    uuid,
  valid      daterange not null,
  granted_by uuid,
  granted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (county, id),
  foreign key (county, account_id) references account (county, id),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, unit_id) references unit (county, id),
  check (num_nonnulls(place_code, unit_id) = 1)
);
create index account_grant_account on account_grant (county, account_id);

-- Sessions: the browser holds 32 random bytes, the database only their hash.
create table session (
  token_hash  bytea primary key,
  county      int not null,
  id          uuid not null,
  account_id  uuid not null,
  started_at  timestamptz not null,
  seen_at     timestamptz not null,
  expires_at  timestamptz not null,
  address     text,
  agent       text,
  foreign key (county, account_id) references account (county, id)
);
create index session_account on session (county, account_id);

-- All place codes under one, by its trailing zero groups: grid 2, building 3, entrance 2 digits below the 12 of the statistical code.
create function place_span(code bigint) returns int8range language sql immutable parallel safe as $$
  select int8range(code, code + case
    when code % 100000000000000000 = 0 then 100000000000000000
    when code % 1000000000000000 = 0 then 1000000000000000
    when code % 10000000000000 = 0 then 10000000000000
    when code % 10000000000 = 0 then 10000000000
    when code % 10000000 = 0 then 10000000
    when code % 100000 = 0 then 100000
    when code % 100 = 0 then 100
    else 1 end)
$$;

-- Sets the row scope of this transaction to an account's and says who it is: null when the account is closed or unknown.
create function open_account(c int, acc uuid, at timestamptz) returns jsonb language plpgsql volatile as $$
declare
  a account; grants jsonb; places int8multirange; units uuid[]; whole boolean;
begin
  select * into a from account where county = c and id = acc and status = 'open';
  if not found then return null; end if;
  select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'place', g.place_code::text, 'unit', g.unit_id)), '[]'),
         coalesce(range_agg(place_span(g.place_code)) filter (where g.place_code is not null), '{}')
    into grants, places
    from account_grant g
   where g.county = c and g.account_id = acc and g.revoked_at is null and g.valid @> (at at time zone 'Asia/Shanghai')::date;
  with recursive under as (
    select u.id from unit u, jsonb_array_elements(grants) g
     where u.county = c and g ->> 'unit' is not null and u.id = (g ->> 'unit')::uuid
    union
    select u.id from unit u join under on u.county = c and u.parent_id = under.id
  ) select coalesce(array_agg(id), '{}') into units from under;
  if a.must_change_password then places := '{}'; units := '{}'; end if; -- sees no row before the first password is changed
  whole := places @> place_span(c::bigint * 10000000000000);
  perform set_config('app.county', c::text, true), set_config('app.places', places::text, true),
          set_config('app.units', units::text, true), set_config('app.all', whole::text, true);
  return jsonb_build_object('county', c, 'account', a.id, 'name', a.name, 'login', a.login, 'lang', a.lang, 'mustChange', a.must_change_password,
    'grants', grants, 'units', to_jsonb(units), 'all', whole,
    'places', (select coalesce(jsonb_agg(jsonb_build_object('lo', lower(r)::text, 'hi', (upper(r) - 1)::text)), '[]') from unnest(places) r));
end $$;

-- Opens a request in the same round trip as its transaction: finds the session, then its account.
create function open_session(token bytea, at timestamptz, idle interval) returns jsonb language plpgsql volatile as $$
declare s session;
begin
  select * into s from session where token_hash = token and expires_at > at and seen_at > at - idle;
  if not found then return null; end if;
  return open_account(s.county, s.account_id, at) || jsonb_build_object('session', s.id, 'seenAt', s.seen_at);
end $$;
