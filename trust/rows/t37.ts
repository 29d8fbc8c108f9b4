import { contract as wallets } from '#modules/volunteering/bank/contract.ts'
import { contract as counterDoors } from '#modules/volunteering/bank/counter/contract.ts'
import { bankRoutes } from '#modules/volunteering/bank/index.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register } from '#test/office/bank.ts'
import { office } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

const AT_ONCE = 20
const settled = <T>(act: () => Promise<T>) => Promise.allSettled(Array.from({ length: AT_ONCE }, act))
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: { status?: number }) => error.status ?? 500,
  )

async function run(): Promise<string[]> {
  const o = await office({ rooms: bankRoutes })
  try {
    const [staff, shop, [wang = '']] = [await o.hire(), await openShop(o), await register(o, ['王秀英'])]
    await earned(o, wang, 100)
    const desk = o.as(staff).call(redemptions)
    const counter = o.as(shop.clerk).call(counterDoors)
    const bank = o.as(staff).call(wallets)
    const wish = { id: newId(), personId: wang, itemId: shop.item }
    const gift = { id: newId(), personId: wang, points: 7 }
    const faults: string[] = []
    const all = async (what: string, act: () => Promise<unknown>, other: () => Promise<unknown>) => {
      const failed = (await settled(act)).filter(({ status }) => status === 'rejected').length
      if (failed) faults.push(`${what}: ${failed} of ${AT_ONCE} refused`)
      const status = await statusOf(other())
      if (status !== 422) faults.push(`${what}: another body answered ${status}`)
    }
    await all(
      'reserve',
      () => desk.reserveRedemption(wish),
      () => desk.reserveRedemption({ ...wish, quantity: 2 }),
    )
    await all(
      'donate',
      () => bank.donatePoints(gift),
      () => bank.donatePoints({ ...gift, points: 8 }),
    )
    const { code } = await desk.renewRedemptionCode({ id: wish.id })
    const second = await desk.reserveRedemption({ ...wish, id: newId() })
    const key = newId()
    await all(
      'hand over',
      () => counter.handOver({ code, key }),
      () => counter.handOver({ code: second.code, key }),
    )
    const { points, held } = await bank.readWallet({ personId: wang })
    if (points !== 83 || held !== 10) faults.push(`left ${points} with ${held} held, not 83 with 10`)
    return [...faults, ...(await breaches(o)).map(({ id }) => `${id} broken`)]
  } finally {
    await o.close()
  }
}

export const row: Row = {
  id: 'T37',
  about: {
    zh: '同一办理编号并发二十次只办一次；同号异文一律拒绝',
    en: 'the same key twenty times at once has one effect; with another body it is refused',
  },
  threshold: '1 effect; 422',
  blocksMerge: true,
  run: async () => noneOf(await run(), `3 acts × ${AT_ONCE} at once`),
}
