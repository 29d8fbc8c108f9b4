import assert from 'node:assert/strict'
import { contract as audit } from '#modules/accounts/audit-trail/contract.ts'
import { breachesOf } from '#modules/ledger/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { contract as needLedger } from '#modules/reports/need-ledger/contract.ts'
import { contract as ledger } from '#modules/reports/person-ledger/contract.ts'
import { contract as serviceLedger } from '#modules/reports/service-ledger/contract.ts'
import { contract as wallets } from '#modules/volunteering/bank/contract.ts'
import { BANK_INVARIANTS, serviceInvariants } from '#modules/volunteering/index.ts'
import { contract as needs } from '#modules/volunteering/needs/contract.ts'
import { contract as records } from '#modules/volunteering/service-record/contract.ts'
import { asOwner } from '#test/office/owner.ts'
import { MONTH } from './acts.ts'
import type { Street } from './street.ts'

/** Every rule of the books of service, hours and points, asked as `sangyu doctor` asks: not one row speaks against them. */
export async function assertSound({ o }: Street): Promise<void> {
  for (const { id, query } of [...BANK_INVARIANTS, ...serviceInvariants])
    assert.deepEqual(await asOwner(o.house, query), [], id)
  assert.deepEqual(await o.act((ctx) => breachesOf(ctx.db)), [])
}

/** The one fact in the three books, and each number opens its people. */
export async function assertOneFact(street: Street): Promise<void> {
  const { o, workers, people } = street
  const shiftId = await assertNeedBook(street)
  const desk = o.as(workers.keeper)
  const { totals, from, to } = await desk.call(serviceLedger).readServiceLedger({ month: MONTH })
  const opened = await desk.call(records).listServiceRecords({ from, to, standing: 'valid' })
  const figures = { services: 1, people: 1, minutes: 120 }
  assert.deepEqual({ ...totals, ...figures }, totals)
  assert.deepEqual({ services: opened.total, people: opened.people, minutes: opened.minutes }, figures)
  assert.deepEqual([opened.items[0]?.personId, opened.items[0]?.shiftId], [people.li, shiftId])
  const { statement } = await desk.call(wallets).readWallet({ personId: people.li })
  assert.deepEqual(
    statement.minutes.map(({ code, refKind, amount }) => [code, refKind, amount]),
    [['earn', 'service_record', 120]],
  )
  const book = await desk.call(ledger).readPersonLedger({})
  const listed = await desk.call(search).listPeople(book.question)
  assert.equal(book.totals.people, listed.total)
  assert.deepEqual(listed.items.map(({ name }) => name).sort(), ['李建国', '王秀英'].sort())
}

/** What the month closed opens the need, which opens who was helped, who helped and the shift. */
async function assertNeedBook({ o, workers, people }: Street): Promise<string | null> {
  const desk = o.as(workers.keeper)
  const { figures } = await desk.call(needLedger).readNeedLedger({ month: MONTH })
  const opened = await desk.call(needLedger).readNeedLedgerEntries({ month: MONTH, figure: 'closed' })
  const [entry] = opened.items
  assert.deepEqual([figures.raised, figures.closed, opened.total, entry?.personId], [1, 1, 1, people.wang])
  const need = await desk.call(needs).readNeed({ id: entry?.id ?? '' })
  assert.deepEqual([need.helperId, need.onBehalf, need.satisfaction], [people.li, 'family', 5])
  for (const id of [need.personId, need.helperId]) await desk.call(record).readPerson({ id: id ?? '' })
  return need.shiftId
}

/** Whose hand and whose affair, as the audit has it: the daughter for her mother, each for themselves, the clerk as the clerk. Neighbours stand with their surname only. */
export async function assertWhoActed({ o, workers, people }: Street): Promise<void> {
  const { items } = await o.as(workers.auditor).call(audit).listAuditEvents({ result: 'done', limit: 200 })
  const acts = items.map(({ action, account, detail }) => [action, account?.name, detail['for'], detail['as']])
  for (const one of [
    ['askForHelp', '赵**', people.wang, 'family'],
    ['answerMyNeed', '王**', people.wang, 'self'],
    ['claimMyTurn', '李**', people.li, 'self'],
    ['redeemPoints', '李**', people.li, 'self'],
    ['undoMyRedemption', '李**', people.li, 'self'],
    ['confirmTurns', '董晓丽', undefined, undefined],
    ['handOver', '孙掌柜', undefined, undefined],
    ['paySettlement', '周敏', undefined, undefined],
  ])
    assert.ok(
      acts.some((act) => act.join() === one.join()),
      `${one.join(' ')} among ${acts.map((act) => act.join(' ')).join('; ')}`,
    )
}
