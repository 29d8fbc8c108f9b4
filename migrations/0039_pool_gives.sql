-- 公益池 gives: what was donated goes to elders who cannot earn it (南京市养老服务时间银行 2019: 重点空巢独居老人). Asked by one, decided by another.
alter table ledger_transfer drop constraint ledger_transfer_code_check;
alter table ledger_transfer add constraint ledger_transfer_code_check
  check (code in ('earn', 'award', 'redeem', 'gift', 'donate', 'grant', 'inherit', 'expire', 'pay', 'merge', 'reverse'));

-- On which grounds the pool gives, from which age each of them holds, and how much one person may have in a year.
alter table bank_rule
  add column grant_ages jsonb not null default '{"alone": 80, "low_income": 60, "dependent": 60}',
  add column grant_year_points int default 120 check (grant_year_points > 0);

create table bank_grant (
  county       int not null references county,
  id           uuid not null,                   -- from whoever asks: asking again does nothing twice
  taker_id     uuid not null,
  points       int not null check (points > 0),
  ground       text not null check (ground in ('alone', 'low_income', 'dependent')),
  reason_sealed bytea not null,                 -- tells of hardship
  status       text not null check (status in ('asked', 'given', 'refused', 'reversed')),
  transfer_id  uuid,
  given_on     date,
  primary key (county, id),
  foreign key (county, taker_id) references person (county, id) on update cascade,
  check ((transfer_id is not null) = (status in ('given', 'reversed'))),
  check ((given_on is null) = (transfer_id is null))
);
create index bank_grant_taker on bank_grant (county, taker_id);
alter table bank_grant enable row level security;
create policy tenant on bank_grant using (county = (select app_county()));
-- What was asked for is not asked otherwise afterwards; a merge moves whose it is, an erasure blanks why.
revoke update, delete, truncate on bank_grant from sangyu_app;
grant update (taker_id, reason_sealed, status, transfer_id, given_on) on bank_grant to sangyu_app;

alter table bank_request drop constraint bank_request_kind_check;
alter table bank_request add constraint bank_request_kind_check check (kind in ('reversal', 'inheritance', 'grant', 'grant_reversal'));

-- A notice tells what the county's pool took in, gave and holds; those of before did not.
alter table bank_notice
  add column pool_in int,
  add column pool_out int,
  add column pool_balance int check (num_nulls(pool_in, pool_out, pool_balance) in (0, 3));
alter table bank_notice_line add column granted int not null default 0;

create or replace function public_bank_notice(asked uuid, today date) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'place', c.name, 'month', to_char(n.month, 'YYYY-MM'), 'issuer', n.issuer, 'phone', n.phone, 'publishedOn', n.published_on, 'untilOn', n.until_on,
    'withdrawnOn', n.withdrawn_on, 'reason', n.reason,
    'pool', case when n.withdrawn_on is null and today <= n.until_on and n.pool_in is not null
              then jsonb_build_object('in', n.pool_in, 'out', n.pool_out, 'balance', n.pool_balance) end,
    'lines', case when n.withdrawn_on is null and today <= n.until_on then coalesce((
      select jsonb_agg(jsonb_build_object('personId', l.person_id, 'teamId', l.team_id, 'name', case when w.may then l.masked_name end, 'community', k.short,
               'team', t.name, 'minutes', l.minutes, 'earned', l.earned, 'redeemed', l.redeemed, 'donated', l.donated, 'granted', l.granted) order by l.seq)
        from bank_notice_line l
        join person p on p.county = l.county and p.id = l.person_id
        cross join lateral (select l.is_named and p.status in ('living', 'moved_out')
               and not exists (select from bank_unnamed u where u.county = l.county and u.person_id = l.person_id and u.ended_at is null) as may) w
        left join place k on k.county = l.county and k.code = l.community
        left join volunteer_team t on t.county = l.county and t.id = l.team_id
       where l.county = n.county and l.notice_id = n.id), '[]') end)
    from bank_notice n join place c on c.county = n.county and c.code = n.place_code where n.id = asked
$$;
