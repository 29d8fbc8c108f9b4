-- How a visit opens. A write sets its scope for its transaction; a reading has no transaction and sets it on a connection that only reads, so
-- every opening sets all four settings, whoever comes, and nobody meets what the visitor before them left.
drop function open_session(bytea, timestamptz, interval);
drop function open_account(int, uuid, timestamptz);

-- Nobody: no county and no row.
create function open_to_nobody(is_local boolean) returns void language plpgsql volatile as $$
begin
  perform set_config('app.county', '', is_local), set_config('app.places', '{}', is_local),
          set_config('app.units', '{}', is_local), set_config('app.all', 'false', is_local);
end $$;

-- The office itself: the whole county.
create function open_office(c int, is_local boolean) returns void language plpgsql volatile as $$
begin
  perform set_config('app.county', c::text, is_local), set_config('app.places', '{}', is_local),
          set_config('app.units', '{}', is_local), set_config('app.all', 'true', is_local);
end $$;

-- Sets the row scope to an account's and says who it is: null when the account is closed or unknown.
create function open_account(c int, acc uuid, at timestamptz, is_local boolean) returns jsonb language plpgsql volatile as $$
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
  if a.must_change_password then a.places := '{}'; a.units := '{}'; end if; -- sees no row before the first password is changed
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

-- Finds the session, then its account.
create function open_session(token bytea, at timestamptz, idle interval, is_local boolean) returns jsonb language plpgsql volatile as $$
declare s record;
begin
  select id, county, account_id, seen_at into s from session where token_hash = token and expires_at > at and seen_at > at - idle;
  if not found then
    perform open_to_nobody(is_local);
    return null;
  end if;
  return open_account(s.county, s.account_id, at, is_local) || jsonb_build_object('session', s.id, 'seenAt', s.seen_at);
end $$;
