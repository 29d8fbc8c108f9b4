import type { Invariant } from '#modules/ledger/index.ts'

const monthEnd = `((s.month + interval '1 month') at time zone 'Asia/Shanghai')`

/** What the bank's own rows and the books must say alike. */
export const BANK_INVARIANTS: readonly Invariant[] = [
  {
    id: 'LG-06',
    zh: '每笔兑换的状态与账本一致：待领取有一笔未了结的预留，已领取已记账，退回已释放，冲正已冲回',
    en: 'each redemption stands as the books have it: held, settled, released or reversed, once, by its own points',
    query: `select r.county, r.id from bank_redemption r
      left join ledger_transfer h on h.county = r.county and h.id = r.id and h.step = 'hold' and h.ref_id = r.id
      left join ledger_transfer e on e.county = r.county and e.hold_id = r.id
      left join ledger_transfer b on b.county = r.county and b.reverses_id = e.id
      where h.id is null or h.amount <> r.points
         or (r.status, coalesce(e.step, ''), b.id is not null) not in
            (('reserved', '', false), ('handed_over', 'settle', false), ('undone', 'release', false), ('expired', 'release', false), ('reversed', 'settle', true))
         or r.settle_id is distinct from case when e.step = 'settle' then e.id end`,
  },
  {
    id: 'LG-09',
    zh: '过期的领取码在一天内退回，且只退一次',
    en: 'what ran out went back within a day, once',
    query: `select county, id from bank_redemption where status = 'expired' and ended_at < expires_at
      union all select county, id from bank_redemption
       where status = 'reserved' and expires_at < (select max(at) from ledger_transfer t where t.county = bank_redemption.county) - interval '1 day'`,
  },
  {
    id: 'LG-10',
    zh: '入账时长不超过服务时长，每人每天不超过上限，账本与入账记录一致',
    en: 'counted time is within the time served and the day’s cap, and the books say the same',
    query: `select e.county, e.record_id::text from bank_earning e
        left join ledger_transfer m on m.county = e.county and m.id = e.minutes_transfer_id
        left join ledger_transfer p on p.county = e.county and p.id = e.points_transfer_id
        where e.counted_minutes > e.minutes or coalesce(m.amount, 0) <> e.counted_minutes or coalesce(p.amount, 0) <> e.points
      union all select e.county, e.person_id::text || e.served_on from bank_earning e left join bank_rule r on r.county = e.county and r.id = e.rule_id
        where e.reversed_at is null group by e.county, e.person_id, e.served_on
        having sum(e.counted_minutes) > coalesce(max(r.day_minutes), case when bool_or(e.rule_id is null) then 480 else 1440 end)`,
  },
  {
    id: 'LG-11',
    zh: '结算单：每笔核销只列一次，合计等于商户应付账户的变动，期初等于上期期末',
    en: 'settlements: each redemption stands once, the sums are what the partner’s account moved by, each opens where the last closed',
    query: `select s.county, s.id from bank_settlement s
        left join lateral (select coalesce(sum(l.points) filter (where l.kind = 'redeemed'), 0) as redeemed,
            coalesce(sum(l.points) filter (where l.kind = 'reversed'), 0) as reversed
          from bank_settlement_line l where l.county = s.county and l.settlement_id = s.id) n on true
        where n.redeemed <> s.redeemed or n.reversed <> s.reversed
      union all select l.county, l.redemption_id from bank_settlement_line l
        join bank_redemption r on r.county = l.county and r.id = l.redemption_id join bank_settlement s on s.county = l.county and s.id = l.settlement_id
        where l.points <> r.points or r.partner_id <> s.partner_id
      union all select county, id from (select s.*, lag(s.closing, 1, 0) over (partition by s.county, s.partner_id order by s.month) as before
        from bank_settlement s) o where o.before <> o.opening
      union all select s.county, s.id from bank_settlement s join ledger_account a on a.county = s.county and a.kind = 'payable' and a.owner_id = s.partner_id
        where s.closing <> (select coalesce(sum(case when t.credit_id = a.id then t.amount else -t.amount end), 0) from ledger_transfer t
          where t.county = a.county and a.id in (t.credit_id, t.debit_id) and t.step in ('post', 'settle') and t.at < ${monthEnd})
      union all select s.county, s.id from bank_settlement s left join ledger_transfer t
          on t.county = s.county and t.ref_kind = 'settlement' and t.ref_id = s.id and t.code = 'pay'
        where (s.status = 'paid' and due_of(s) > 0) <> (t.id is not null) or t.amount <> due_of(s)`,
  },
  {
    id: 'LG-12',
    zh: '每笔发行属于一个年度计划，不超过核定数',
    en: 'whatever was issued belongs to a programme and is within what was approved',
    query: `select a.county, a.id from ledger_account a left join bank_programme g on g.county = a.county and g.id = a.owner_id
      where a.kind = 'issue' and (g.id is null or a.unit = 'points' and a.debits_posted - a.credits_posted > g.points_budget)`,
  },
  {
    id: 'LG-14',
    zh: '每人的积分余额等于入账、兑换、转赠、捐赠、公益池送来、继承逐项重算',
    en: 'what somebody has is what their earnings, redemptions, gifts, grants and inheritances make',
    // Records merged into another are one person with it. What a merge moved between two people parted since is theirs like an inheritance.
    query: `with recursive kept (county, id, root) as (
          select county, id, id from person where merged_into is null
          union all select p.county, p.id, k.root from kept k join person p on p.county = k.county and p.merged_into = k.id
        ), kept_gift as (
          select * from bank_gift g where not exists (select from bank_gift_undo u where u.county = g.county and u.gift_id = g.id)
        ), made as (
          select county, person_id as who, points from bank_earning where reversed_at is null
          union all select county, person_id, -points from bank_redemption where status = 'handed_over'
          union all select county, giver_id, -points from kept_gift
          union all select county, taker_id, points from kept_gift where taker_id is not null
          union all select county, taker_id, points from bank_grant where status = 'given'
          union all select a.county, a.owner_id, case when t.credit_id = a.id then t.amount else -t.amount end
            from ledger_account a join ledger_transfer t on t.county = a.county and a.id in (t.credit_id, t.debit_id) and t.code in ('inherit', 'merge')
           where a.kind = 'wallet' and a.unit = 'points'
          union all select county, owner_id, debits_posted - credits_posted from ledger_account where kind = 'wallet' and unit = 'points'
        )
        select m.county, coalesce(k.root, m.who) as who from made m left join kept k on k.county = m.county and k.id = m.who
         group by 1, 2 having sum(m.points) <> 0`,
  },
  {
    id: 'LG-15',
    zh: '公益池只由捐赠进、只由两人办理的送出出；每笔送出与账本一致，冲正已冲回',
    en: 'the pool takes in donations and gives what two people agreed to, nothing else; each grant stands as the books have it',
    query: `select g.county, g.id from bank_grant g
        left join ledger_transfer t on t.county = g.county and t.ref_kind = 'grant' and t.ref_id = g.id and t.code = 'grant'
        left join ledger_transfer b on b.county = g.county and b.reverses_id = t.id
        left join ledger_account d on d.county = t.county and d.id = t.debit_id
        where t.amount <> g.points or d.kind <> 'pool' or t.approved_by is null and t.created_by is not null or t.id is distinct from g.transfer_id
           or (g.status, t.id is not null, b.id is not null) not in
              (('asked', false, false), ('refused', false, false), ('given', true, false), ('reversed', true, true))
      union all select t.county, t.id from ledger_transfer t
        join ledger_account a on a.county = t.county and a.kind = 'pool' and a.id in (t.debit_id, t.credit_id)
        left join ledger_transfer o on o.county = t.county and o.id = t.reverses_id
        left join bank_grant g on g.county = t.county and g.id = t.ref_id
        where (coalesce(o.code, t.code), coalesce(o.credit_id, t.credit_id) = a.id) not in (('donate', true), ('grant', false))
           or coalesce(o.code, t.code) = 'grant' and g.id is null`,
  },
]
