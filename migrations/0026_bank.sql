-- 志愿服务银行: what service earns, what points are given for, and what partners are owed for it. The two ledgers (0021) keep the sums; here stands why.

-- The county's rules, each set as a whole from a day on. What was earned or redeemed before keeps the rules of its day.
create table bank_rule (
  county        int not null references county,
  id            uuid not null,
  from_on       date not null,
  rates         jsonb not null,                 -- points for half an hour by kind of service; '*' for every other kind
  event_points  int check (event_points > 0),   -- caps: what exceeds them is written down with its reason, not posted
  month_points  int check (month_points > 0),
  day_minutes   int check (day_minutes > 0),
  stock_minutes int check (stock_minutes > 0),
  code_minutes  int not null check (code_minutes between 1 and 60),
  day_redeemed  int check (day_redeemed > 0),   -- points one person may redeem a day
  second_person_points int not null check (second_person_points >= 0), -- a reversal above needs a second person
  note          text,
  set_by        uuid,
  set_at        timestamptz not null,
  primary key (county, id),
  constraint bank_rule_from unique (county, from_on)
);

-- Every hour and point is issued by the programme of its year, within what was approved for it.
create table bank_programme (
  county        int not null references county,
  id            uuid not null,
  year          int not null check (year between 2000 and 2200),
  points_budget int check (points_budget > 0),
  set_by        uuid,
  set_at        timestamptz not null,
  primary key (county, id),
  constraint bank_programme_year unique (county, year)
);

create table bank_earning (
  county          int not null references county,
  record_id       uuid not null,                -- the service record; it earns once
  person_id       uuid not null,
  kind            text not null,
  team_id         uuid,
  served_on       date not null,
  minutes         int not null check (minutes > 0),
  counted_minutes int not null check (counted_minutes between 0 and minutes),
  points          int not null check (points >= 0),
  cuts            jsonb not null default '[]',  -- what a cap kept back, and which
  rule_id         uuid,
  programme_id    uuid not null,
  minutes_transfer_id uuid,
  points_transfer_id  uuid,
  earned_at       timestamptz not null,
  earned_by       uuid,
  reversed_at     timestamptz,
  reversed_by     uuid,
  reason          text,
  primary key (county, record_id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, rule_id) references bank_rule (county, id),
  foreign key (county, programme_id) references bank_programme (county, id),
  check ((reversed_at is null) = (reason is null)),
  check ((counted_minutes > 0) = (minutes_transfer_id is not null)),
  check ((points > 0) = (points_transfer_id is not null))
);
create index bank_earning_person on bank_earning (county, person_id, served_on);

create table bank_partner (
  county     int not null references county,
  id         uuid not null,
  name       text not null check (length(name) between 2 and 60),
  kind       text not null,                     -- src/modules/volunteering/bank/codes
  unit_id    uuid,
  place_code bigint not null,
  address    text,
  phone      text,                              -- of the business, not of a person
  status     text not null default 'open' check (status in ('open', 'closed')),
  version    int not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  primary key (county, id),
  constraint bank_partner_name unique (county, name),
  foreign key (county, unit_id) references unit (county, id),
  foreign key (county, place_code) references place (county, code)
);

-- Who stands behind the counter of a partner.
create table bank_partner_account (
  county     int not null,
  partner_id uuid not null,
  account_id uuid not null,
  linked_by  uuid,
  linked_at  timestamptz not null,
  ended_at   timestamptz,
  primary key (county, partner_id, account_id, linked_at),
  foreign key (county, partner_id) references bank_partner (county, id),
  foreign key (county, account_id) references account (county, id)
);
create unique index bank_partner_account_one on bank_partner_account (county, account_id) where ended_at is null;

create table bank_item (
  county      int not null,
  id          uuid not null,
  partner_id  uuid not null,
  name        text not null check (length(name) between 2 and 60),
  description text,
  points      int not null check (points > 0),
  -- How many are left; none stands here where there is no end of them. Nobody gets the last one twice.
  stock       int constraint bank_item_stock check (stock >= 0),
  month_limit int check (month_limit > 0),      -- how many one person may have in a month
  status      text not null default 'on' check (status in ('on', 'off')),
  version     int not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (county, id),
  foreign key (county, partner_id) references bank_partner (county, id)
);
create index bank_item_partner on bank_item (county, partner_id);

create table bank_redemption (
  county        int not null,
  id            uuid not null,                  -- from whoever asks: asking again does nothing twice
  person_id     uuid not null,
  partner_id    uuid not null,
  item_id       uuid not null,
  item_name     text not null,                  -- as it was called and priced then
  quantity      int not null check (quantity > 0),
  points        int not null check (points > 0),
  status        text not null check (status in ('reserved', 'handed_over', 'undone', 'expired', 'reversed')),
  on_behalf     text not null check (on_behalf in ('self', 'family', 'clerk')),
  masked_name   text not null,                  -- all a partner ever sees of the person
  code_index    bytea not null,                 -- keyed digest of partner and code
  reserved_by   uuid,
  reserved_at   timestamptz not null,
  expires_at    timestamptz not null,
  handed_over_at timestamptz,
  handed_over_by uuid,
  confirm_key   uuid,                           -- of the tap that confirmed: taps again do nothing
  settle_id     uuid,                           -- the transfer that posted it; the hold bears the redemption's own id
  ended_at      timestamptz,
  ended_by      uuid,
  reason        text,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, partner_id) references bank_partner (county, id),
  foreign key (county, item_id) references bank_item (county, id),
  check ((handed_over_at is not null) = (status in ('handed_over', 'reversed'))),
  check (num_nulls(handed_over_at, confirm_key, settle_id) in (0, 3))
);
create unique index bank_redemption_code on bank_redemption (county, partner_id, code_index) where status = 'reserved';
create unique index bank_redemption_key on bank_redemption (county, partner_id, confirm_key);
create index bank_redemption_person on bank_redemption (county, person_id, reserved_at desc);
create index bank_redemption_partner on bank_redemption (county, partner_id, reserved_at desc);
create index bank_redemption_waiting on bank_redemption (county, expires_at) where status = 'reserved';

-- Tries of a code at a counter: codes are not to be guessed.
create table bank_code_try (
  county     int not null,
  partner_id uuid not null,
  tried_at   timestamptz not null,
  foreign key (county, partner_id) references bank_partner (county, id)
);
create index bank_code_try_recent on bank_code_try (county, partner_id, tried_at desc);

-- Points given to family or for the common good.
create table bank_gift (
  county     int not null references county,
  id         uuid not null,
  kind       text not null check (kind in ('gift', 'donation')),
  giver_id   uuid not null,
  taker_id   uuid,
  points     int not null check (points > 0),
  on_behalf  text not null check (on_behalf in ('self', 'family', 'clerk')),
  given_by   uuid,
  given_at   timestamptz not null,
  primary key (county, id),
  foreign key (county, giver_id) references person (county, id) on update cascade,
  foreign key (county, taker_id) references person (county, id) on update cascade,
  check ((taker_id is not null) = (kind = 'gift')),
  check (giver_id <> taker_id)
);
create index bank_gift_giver on bank_gift (county, giver_id);

-- What needs a second person: a reversal above the limit, an inheritance.
create table bank_request (
  county       int not null references county,
  id           uuid not null,
  kind         text not null check (kind in ('reversal', 'inheritance')),
  subject_id   uuid not null,                   -- the redemption, or whose wallet it was
  heir_id      uuid,
  points       int not null check (points > 0),
  reason       text not null,
  is_returned  boolean not null default false,  -- the goods came back to the shelf
  status       text not null check (status in ('asked', 'done', 'refused')),
  asked_by     uuid,
  asked_at     timestamptz not null,
  decided_by   uuid,
  decided_at   timestamptz,
  primary key (county, id),
  foreign key (county, heir_id) references person (county, id) on update cascade,
  check ((heir_id is not null) = (kind = 'inheritance')),
  check ((decided_at is null) = (status = 'asked')),
  constraint bank_request_two_people check (decided_by <> asked_by)
);
create unique index bank_request_open on bank_request (county, kind, subject_id) where status = 'asked';

create table bank_settlement (
  county       int not null,
  id           uuid not null,
  partner_id   uuid not null,
  month        date not null check (extract(day from month) = 1),
  opening      int not null,
  redeemed     int not null check (redeemed >= 0),
  reversed     int not null check (reversed >= 0),
  paid_before  int not null check (paid_before >= 0), -- of former statements, in this month
  closing      int not null check (closing = opening + redeemed - reversed - paid_before),
  due          int not null check (due >= 0),
  status       text not null check (status in ('draft', 'disputed', 'confirmed', 'approved', 'paid')),
  drafted_by   uuid,
  drafted_at   timestamptz not null,
  answer_by    date not null,                   -- the third working day
  confirmed_by uuid,
  confirmed_at timestamptz,
  dispute      text,
  answer       text,
  approved_by  uuid,
  approved_at  timestamptz,
  voucher      text,
  paid_by      uuid,
  paid_at      timestamptz,
  primary key (county, id),
  constraint bank_settlement_month unique (county, partner_id, month),
  foreign key (county, partner_id) references bank_partner (county, id),
  constraint bank_settlement_two_people check (approved_by <> drafted_by),
  check ((voucher is not null) = (status = 'paid')),
  check ((approved_at is not null) = (status in ('approved', 'paid')))
);

create table bank_settlement_line (
  county        int not null,
  settlement_id uuid not null,
  redemption_id uuid not null,
  kind          text not null check (kind in ('redeemed', 'reversed')),
  points        int not null check (points > 0),
  at            timestamptz not null,
  constraint bank_settlement_line_once primary key (county, redemption_id, kind),
  foreign key (county, settlement_id) references bank_settlement (county, id),
  foreign key (county, redemption_id) references bank_redemption (county, id)
);
create index bank_settlement_line_of on bank_settlement_line (county, settlement_id);

do $$ declare t text; begin
  foreach t in array array['bank_rule', 'bank_programme', 'bank_earning', 'bank_partner', 'bank_partner_account', 'bank_item', 'bank_redemption',
    'bank_code_try', 'bank_gift', 'bank_request', 'bank_settlement', 'bank_settlement_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;

-- The sums of a statement are written once. What may still change is what people decide about it.
revoke update, delete, truncate on bank_settlement, bank_settlement_line, bank_gift, bank_rule from sangyu_app;
grant update (status, answer_by, confirmed_by, confirmed_at, dispute, answer, approved_by, approved_at, voucher, paid_by, paid_at) on bank_settlement to sangyu_app;
