import assert from 'node:assert/strict'
import test from 'node:test'
import { contract as counter } from '#modules/volunteering/bank/counter/contract.ts'
import { contract as settlement } from '#modules/volunteering/bank/settlement/contract.ts'
import { contract as needs } from '#modules/volunteering/needs/contract.ts'
import { contract as stars } from '#modules/volunteering/stars/contract.ts'
import { type Acts, TUESDAY } from './acts.ts'
import { assertOneFact, assertSound, assertWhoActed } from './books.ts'
import type { Street } from './street.ts'

export type Told = { street: Street; acts: Acts }
type Step = readonly [who: string, does: (told: Told) => Promise<void>]

const needOf = async ({ street: { o, workers } }: Told) =>
  (await o.as(workers.clerk).call(needs).listNeeds({})).items[0]
const starOf = async ({ street: { o, workers } }: Told) =>
  (await o.as(workers.keeper).call(stars).listStars({})).items[0]
const statementOf = async ({ street: { o, workers } }: Told) =>
  (await o.as(workers.keeper).call(settlement).listSettlements({})).items[0]
const freeOf = async ({ acts }: Told) => (await acts.li.readPoints()).free

const helping: readonly Step[] = [
  [
    'the daughter asks for help for her mother',
    async (told) => {
      await told.acts.daughter.askForHelp()
      const need = await needOf(told)
      assert.deepEqual([need?.status, need?.channel, need?.onBehalf, need?.name], ['raised', 'own', 'family', '王秀英'])
    },
  ],
  [
    'the clerk takes the need on and gives it to who lives near and can help',
    async (told) => {
      await told.acts.clerk.match()
      const need = await needOf(told)
      assert.deepEqual([need?.status, need?.helper], ['matched', '李建国'])
    },
  ],
  [
    'the clerk publishes the shift',
    async (told) => {
      await told.acts.clerk.publishShift()
      assert.equal((await needOf(told))?.status, 'in_service')
    },
  ],
  ['the volunteer claims the turn', ({ acts }) => acts.li.claimTurn()],
  [
    'at nine the volunteer shows a code and is checked in, at eleven out',
    async ({ street: { o }, acts: { li, clerk } }) => {
      o.clock.set(TUESDAY.startsAt)
      await clerk.scan(await li.showCode())
      o.clock.set(TUESDAY.endsAt)
      await clerk.scan(await li.showCode())
    },
  ],
  [
    'the clerk confirms: two hours are four points',
    async (told) => {
      await told.acts.clerk.confirm()
      const { points, minutes } = await told.acts.li.readPoints()
      assert.deepEqual([points, minutes, (await needOf(told))?.status], [4, 120, 'served'])
    },
  ],
  [
    'the elder says how it was, the need is closed, and who came stands among what was done for her',
    async (told) => {
      await told.acts.wang.answer(5)
      assert.equal((await needOf(told))?.status, 'closed')
      assert.match(await told.acts.wang.readRecord(), /李建国/)
    },
  ],
]

const honouring: readonly Step[] = [
  [
    'the bureau publishes the star that two hours make here, and awards it five working days later',
    async (told) => {
      await told.acts.keeper.publishStar()
      told.street.o.clock.set('2026-03-11T09:00:00+08:00')
      await told.acts.keeper.awardStar()
      const star = await starOf(told)
      assert.deepEqual([star?.name, star?.level, star?.status], ['李建国', 1, 'awarded'])
    },
  ],
]

const spending: readonly Step[] = [
  [
    'the volunteer redeems three points for eggs, and takes it back',
    async (told) => {
      await told.acts.li.redeem()
      assert.equal(await freeOf(told), 1)
      await told.acts.li.undo()
      assert.equal(await freeOf(told), 4)
    },
  ],
  [
    'redeemed again, the shop types the code and hands over once, however often it taps',
    async (told) => {
      await told.acts.seller.handOver(await told.acts.li.redeem())
      const { o, workers } = told.street
      const { count, points } = await o.as(workers.seller).call(counter).readCounter({})
      assert.deepEqual([count, points, await freeOf(told)], [1, 3, 1])
    },
  ],
]

const settling: readonly Step[] = [
  [
    'the month is drawn up, confirmed by the shop, approved by a second person and paid',
    async (told) => {
      const { street, acts } = told
      street.o.clock.set('2026-04-01T09:00:00+08:00')
      await acts.keeper.drawUpStatement()
      await acts.seller.confirmStatement()
      await acts.checker.approve()
      await acts.keeper.pay('付字第 0401 号')
      const statement = await statementOf(told)
      assert.deepEqual([statement?.due, statement?.status, statement?.voucher], [3, 'paid', '付字第 0401 号'])
    },
  ],
  ['three books show the one fact, and every number opens its people', ({ street }) => assertOneFact(street)],
  [
    'the office opens the three books, and their numbers open the same two neighbours',
    async ({ acts }) => {
      const books = await acts.keeper.readBooks()
      assert.deepEqual([books.needs, books.service], [{ helped: '王秀英', helper: '李建国' }, ['李建国']])
      assert.deepEqual(books.people.toSorted(), ['李建国', '王秀英'].toSorted())
    },
  ],
  ['it is written down who acted for whom', ({ street }) => assertWhoActed(street)],
]

/** From a neighbour's need to the three ledgers, in the order things happen; after each step no rule of the books is broken. */
export function tellStory(told: () => Told): void {
  let isOver = false
  for (const [who, does] of [...helping, ...honouring, ...spending, ...settling])
    test(who, async (t) => {
      // What did not happen has no consequences to look at.
      if (isOver) return t.skip('an earlier step failed')
      isOver = true
      await does(told())
      await assertSound(told().street)
      isOver = false
    })
}
