import assert from 'node:assert/strict'
import { contract as audit } from '#modules/accounts/audit-trail/contract.ts'
import { breachesOf } from '#modules/ledger/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { contract as ledger } from '#modules/reports/person-ledger/contract.ts'
import { contract as wallets } from '#modules/volunteering/bank/contract.ts'
import { BANK_INVARIANTS, serviceInvariants } from '#modules/volunteering/index.ts'
import { contract as needs } from '#modules/volunteering/needs/contract.ts'
import { contract as records } from '#modules/volunteering/service-record/contract.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Street } from './street.ts'

/** Every rule of the books of service, hours and points, asked as `sangyu doctor` asks: not one row speaks against them. */
export async function assertSound({ o }: Street): Promise<void> {
  for (const { id, query } of [...BANK_INVARIANTS, ...serviceInvariants])
    assert.deepEqual(await asOwner(o.house, query), [], id)
  assert.deepEqual(await o.act((ctx) => breachesOf(ctx.db)), [])
}

/** The one fact in the three books, and each number opens its people. */
export async function assertOneFact({ o, workers, people, teamId }: Street): Promise<void> {
  const desk = o.as(workers.keeper)
  const asked = await desk.call(needs).listNeeds({ status: 'closed' })
  const [need] = asked.items
  assert.deepEqual([asked.total, need?.personId, need?.helperId, need?.onBehalf], [1, people.wang, people.li, 'family'])
  const served = await desk.call(records).listServiceRecords({ needId: need?.id ?? '' })
  const [service] = served.items
  assert.deepEqual([served.total, served.people, served.minutes, service?.personId], [1, 1, 120, people.li])
  const { shiftId } = await desk.call(needs).readNeed({ id: need?.id ?? '' })
  assert.equal(service?.shiftId, shiftId)
  assert.equal((await desk.call(records).listServiceRecords({ teamId })).total, 0)
  const wallet = await desk.call(wallets).readWallet({ personId: people.li })
  assert.deepEqual(
    wallet.statement.minutes.map(({ code, refKind, amount }) => [code, refKind, amount]),
    [['earn', 'service_record', 120]],
  )
  const book = await desk.call(ledger).readPersonLedger({})
  const counted = await desk.call(search).listPeople({ ...book.question, where: [...book.question.where] })
  assert.deepEqual([book.totals.people, counted.total], [2, 2])
  const opened = [need?.personId, service?.personId].map((id) => desk.call(record).readPerson({ id: id ?? '' }))
  assert.deepEqual(
    (await Promise.all(opened)).map(({ name }) => name),
    ['王秀英', '李建国'],
  )
}

/** Whose hand and whose affair, as the audit has it: the daughter for her mother, each for themselves, the clerk as the clerk. */
export async function assertWhoActed({ o, workers, people }: Street): Promise<void> {
  const { items } = await o.as(workers.auditor).call(audit).listAuditEvents({ result: 'done', limit: 200 })
  const acts = items.map(({ action, account, detail }) => [action, account?.name, detail['for'], detail['as']])
  for (const one of [
    ['askForHelp', '赵丽', people.wang, 'family'],
    ['answerMyNeed', '王秀英', people.wang, 'self'],
    ['claimMyTurn', '李建国', people.li, 'self'],
    ['redeemPoints', '李建国', people.li, 'self'],
    ['undoMyRedemption', '李建国', people.li, 'self'],
    ['confirmTurns', '董晓丽', undefined, undefined],
    ['handOver', '孙掌柜', undefined, undefined],
    ['paySettlement', '周敏', undefined, undefined],
  ])
    assert.ok(
      acts.some((act) => act.join() === one.join()),
      `${one.join(' ')} among ${acts.map((act) => act.join(' ')).join('; ')}`,
    )
}
