import { INVARIANTS } from '#modules/ledger/index.ts'
import { contract as counterDoors } from '#modules/volunteering/bank/counter/contract.ts'
import { bankRoutes } from '#modules/volunteering/bank/index.ts'
import { BANK_INVARIANTS } from '#modules/volunteering/bank/invariants/index.ts'
import { contract as pool } from '#modules/volunteering/bank/pool/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { contract as settlements } from '#modules/volunteering/bank/settlement/contract.ts'
import { donate } from '#modules/volunteering/bank/wallets/index.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

/** What somebody with the database's own password might do, and who must notice. */
const TAMPERINGS: readonly (readonly [statement: string, id: string])[] = [
  [`update ledger_account set credits_posted = credits_posted + 1 where kind = 'wallet' and unit = 'points'`, 'LG-01'],
  [
    `update ledger_account set debits_posted = debits_posted + 5, credits_posted = credits_posted + 5 where kind = 'wallet'`,
    'LG-02',
  ],
  [`update ledger_transfer set amount = amount + 1 where step = 'settle'`, 'LG-04'],
  [`update ledger_transfer set reason = '补记' where seq = 1`, 'LG-13'],
  [
    `update bank_redemption set status = 'expired', handed_over_at = null, confirm_key = null, settle_id = null where status = 'handed_over'`,
    'LG-06',
  ],
  [
    `update bank_redemption set status = 'expired', ended_at = expires_at - interval '1 minute' where status = 'undone'`,
    'LG-09',
  ],
  [`update bank_earning set counted_minutes = counted_minutes - 1 where counted_minutes > 60`, 'LG-10'],
  [`update bank_settlement_line set points = points + 1`, 'LG-11'],
  [`update bank_programme set points_budget = 1`, 'LG-12'],
  [`delete from ledger_transfer where seq = (select max(seq) from ledger_transfer)`, 'LG-13'],
  [`update bank_gift set points = points + 1`, 'LG-14'],
  [`update bank_earning set points = points + 1 where points > 1`, 'LG-14'],
  [`update bank_grant set points = points + 1`, 'LG-15'],
  [`update ledger_transfer set approved_by = null where code = 'grant'`, 'LG-15'],
]

/** A month at the bank with everything in it once. */
async function aMonth(o: Office): Promise<void> {
  const staff = await o.hire()
  const shop = await openShop(o, { stock: 9 })
  const [wang = ''] = await register(o, ['王秀英'])
  await earned(o, wang, 100)
  const desk = o.as(staff).call(redemptions)
  const reserved = () => desk.reserveRedemption({ id: newId(), personId: wang, itemId: shop.item })
  for (let n = 0; n < 2; n++)
    await o
      .as(shop.clerk)
      .call(counterDoors)
      .handOver({ code: (await reserved()).code, key: newId() })
  await desk.cancelRedemption({ id: (await reserved()).id })
  await o.act((ctx) => donate(ctx, { id: newId(), personId: wang, points: 5, onBehalf: 'clerk' }))
  const [li = ''] = await register(o, ['李桂兰'])
  await asOwner(o.house, `update person set birth_on = '1940' where id = $1`, [li])
  o.clock.pass(60)
  const id = newId()
  await o.as(staff).call(pool).askGrant({ id, personId: li, points: 4, ground: 'alone', reason: '独居' })
  const [asked] = (await desk.listBankRequests({ status: 'asked' })).items
  await o
    .as(await o.hire({ name: '吴静' }))
    .call(redemptions)
    .decideBankRequest({ id: asked?.id ?? '', agrees: true })
  o.clock.set('2026-04-01T09:00:00+08:00')
  await o.as(staff).call(settlements).draftSettlements({ month: '2026-03' })
}

async function noticed(o: Office, [statement, id]: (typeof TAMPERINGS)[number]): Promise<string[]> {
  await asOwner(o.house, 'alter table ledger_transfer disable trigger never_changed')
  await asOwner(o.house, statement)
  const found = (await breaches(o)).map((one) => one.id)
  return found.includes(id) ? [] : [`${id} does not notice: ${statement}`]
}

export const row: Row = {
  id: 'T35',
  about: {
    zh: '账本不变量 LG-01…15：正常的一个月无一违反；十四种改库各被发现',
    en: 'invariants of the books: none broken by a month of everything; each of fourteen tamperings noticed',
  },
  threshold: '0 rows; every tampering found',
  blocksMerge: true,
  run: async () => {
    const faults: string[] = []
    for (const [at, tampering] of TAMPERINGS.entries()) {
      const o = await office({ rooms: bankRoutes })
      try {
        await aMonth(o)
        if (at === 0) faults.push(...(await breaches(o)).map(({ id, rows }) => `${id} broken in ${rows}`))
        faults.push(...(await noticed(o, tampering)))
      } finally {
        await o.close()
      }
    }
    return noneOf(faults, `${INVARIANTS.length + BANK_INVARIANTS.length} invariants, ${TAMPERINGS.length} tamperings`)
  },
}
