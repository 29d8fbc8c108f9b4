-- Whoever comes is known with all logins of the same natural person: two logins of one person are not two people.
create index account_by_holder on account (county, holder_id);

create or replace function open_account(c int, acc uuid, at timestamptz, is_local boolean, is_complete boolean default true)
returns jsonb language plpgsql volatile as $$
declare
  a record; whole boolean;
begin
  select x.id, x.name, x.login, x.lang, x.must_change_password,
         array(select o.id from account o where o.county = c and o.holder_id = x.holder_id) as accounts,
         coalesce(g.grants, '[]') as grants,
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
  return jsonb_build_object('county', c, 'account', a.id, 'accounts', to_jsonb(a.accounts), 'name', a.name, 'login', a.login, 'lang', a.lang, 'mustChange', a.must_change_password,
    'grants', a.grants, 'units', to_jsonb(coalesce(a.units, '{}')), 'all', whole,
    'places', coalesce((select jsonb_agg(jsonb_build_object('lo', lower(r)::text, 'hi', (upper(r) - 1)::text)) from unnest(a.places) r), '[]'));
end $$;
