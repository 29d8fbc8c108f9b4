export type Invariant = { id: string; zh: string; en: string; query: string }

const posted = `select county, unit, seq, debit_id as account, -amount as change from ledger_transfer where step in ('post', 'settle')
  union all select county, unit, seq, credit_id, amount from ledger_transfer where step in ('post', 'settle')`
const openHolds = `select h.* from ledger_transfer h where h.step = 'hold'
  and not exists (select 1 from ledger_transfer e where e.county = h.county and e.hold_id = h.id)`

/** Each answers the rows that break it: none, as long as the books are right. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'LG-01',
    zh: '每种单位借贷相等，各账户余额合计为零',
    en: 'each unit has as many debits as credits; all balances sum to zero',
    query: `select county, unit from ledger_account group by county, unit
      having sum(debits_posted) <> sum(credits_posted) or sum(debits_pending) <> sum(credits_pending)`,
  },
  {
    id: 'LG-02',
    zh: '账户余额等于逐笔重算',
    en: 'every balance is what its transfers make',
    query: `select a.county, a.id from ledger_account a left join (
        select county, account, sum(-least(change, 0)) as debits, sum(greatest(change, 0)) as credits from (${posted}) p group by 1, 2
      ) r on r.county = a.county and r.account = a.id
      where a.debits_posted <> coalesce(r.debits, 0) or a.credits_posted <> coalesce(r.credits, 0)`,
  },
  {
    id: 'LG-03',
    zh: '除发行账户外任何时刻没有负余额',
    en: 'no account but an issue is ever below zero, at any moment of its history',
    query: `select * from (select p.county, p.account, sum(change) over (partition by p.county, p.account order by p.seq) as after
        from (${posted}) p join ledger_account a on a.county = p.county and a.id = p.account and a.kind <> 'issue') run where after < 0`,
  },
  {
    id: 'LG-04',
    zh: '每笔预留至多了结一次且金额一致，未了结的合计等于账户预留数',
    en: 'every hold ends at most once by its own amount; the open ones make what is pending',
    query: `select e.county, e.id from ledger_transfer e join ledger_transfer h on h.county = e.county and h.id = e.hold_id
        where e.amount <> h.amount or h.step <> 'hold' or e.debit_id <> h.debit_id or e.credit_id <> h.credit_id
      union all select county, hold_id from ledger_transfer where hold_id is not null group by 1, 2 having count(*) > 1
      union all select a.county, a.id from ledger_account a
        left join (select county, debit_id, sum(amount) as held from (${openHolds}) o group by 1, 2) d on d.county = a.county and d.debit_id = a.id
        left join (select county, credit_id, sum(amount) as due from (${openHolds}) o group by 1, 2) c on c.county = a.county and c.credit_id = a.id
        where a.debits_pending <> coalesce(d.held, 0) or a.credits_pending <> coalesce(c.due, 0)`,
  },
  {
    id: 'LG-05',
    zh: '一件事只记一次账',
    en: 'one thing that happened is entered once',
    query: `select county, ref_kind, ref_id, unit, code from ledger_transfer where step in ('post', 'hold') and code <> 'reverse'
      group by 1, 2, 3, 4, 5 having count(*) > 1`,
  },
  {
    id: 'LG-07',
    zh: '每笔记账有经办，复核人不是经办人',
    en: 'every transfer has its time and maker; who approved is somebody else',
    query: `select county, id from ledger_transfer where approved_by = created_by`,
  },
  {
    id: 'LG-08',
    zh: '每笔冲正对应唯一一笔原账，金额一致、方向相反',
    en: 'a reversal undoes exactly one transfer, by its amount, the other way round',
    query: `select r.county, r.id from ledger_transfer r left join ledger_transfer o on o.county = r.county and o.id = r.reverses_id
        where r.code = 'reverse' and (o.id is null or o.amount <> r.amount or o.debit_id <> r.credit_id or o.credit_id <> r.debit_id)
      union all select county, reverses_id from ledger_transfer where reverses_id is not null group by 1, 2 having count(*) > 1`,
  },
  {
    id: 'LG-13',
    zh: '记账链条完整，未被改动',
    en: 'the chain of transfers is whole and unchanged',
    query: `select county, seq from (
        select t.county, t.seq, t.hash <> sha256(convert_to(transfer_text(t), 'UTF8')) as is_changed, t.prev_hash is distinct from
          lag(t.hash, 1, sha256(convert_to('sangyu ledger ' || t.county, 'UTF8'))) over w or t.seq <> lag(t.seq, 1, 0::bigint) over w + 1 as is_torn
          from ledger_transfer t window w as (partition by t.county order by t.seq)) chain where is_changed or is_torn
      union all select h.county, h.seq from ledger_head h left join ledger_transfer t on t.county = h.county and t.seq = h.seq
        where h.seq > 0 and t.hash is distinct from h.hash`,
  },
]
