-- Which records a certificate was issued on: what is reversed afterwards is told to whoever verifies it.
alter table service_certificate add column records uuid[] not null default '{}';

-- Of those issued before: what stood in their days at the moment of issue, which their id tells.
update service_certificate c set records = coalesce((
  select array_agg(r.id order by r.served_on, lower(r.during))
    from service_record r
    cross join lateral (select to_timestamp(('x' || left(replace(c.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) as at) issued
   where r.county = c.county and r.person_id = c.person_id and r.served_on between c.from_on and c.to_on
     and r.recorded_at <= issued.at and (r.reversed_at is null or r.reversed_at > issued.at)), '{}');

create index service_record_reversed on service_record (county, person_id) where reversed_at is not null;

-- The minutes that stand now of what was certified: the records themselves, or what was entered anew of the same person in the same shift.
create function certificate_stands(asked_county int, records uuid[]) returns int language sql stable as $$
  select coalesce(sum(r.minutes), 0)::int
    from (select distinct x.person_id, x.shift_id from service_record x where x.county = asked_county and x.id = any (records)) s
    join service_record r on r.county = asked_county and r.person_id = s.person_id and r.shift_id = s.shift_id and r.reversed_at is null
$$;

drop function verify_certificate(text, text);
create function verify_certificate(asked_number text, asked_code text)
  returns table (name text, from_on date, to_on date, minutes int, stands int, issuer text, issued_on date, until_on date, revoked_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select left(c.name, 1) || repeat('*', greatest(length(c.name) - 1, 1)), c.from_on, c.to_on, c.minutes, certificate_stands(c.county, c.records),
         c.issuer, c.issued_on, c.until_on, c.revoked_on
    from service_certificate c where c.number = asked_number and c.code = asked_code
$$;
revoke execute on function verify_certificate from public;
grant execute on function verify_certificate to sangyu_app;
