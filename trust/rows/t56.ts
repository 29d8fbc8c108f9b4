import { bankRoutes } from '#modules/volunteering/bank/index.ts'
import { contract } from '#modules/volunteering/bank/own/contract.ts'
import { newId } from '#platform/ids.ts'
import { breaches, earned, openShop, register } from '#test/office/bank.ts'
import { elderDoors, elderOf } from '#test/office/elders.ts'
import { office } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

const SECOND = 1000

/** Redeems as an elder, lets so many seconds pass and takes it back; answers the refusal's code, or nothing. */
async function undoneAfter(seconds: number): Promise<string[]> {
  const o = await office({ rooms: [...elderDoors, ...bankRoutes] })
  try {
    const [worker, shop, [wang = '']] = [await o.hire(), await openShop(o), await register(o, ['王秀英'])]
    await earned(o, wang, 40)
    const elder = (await elderOf({ o, worker, personId: wang })).call(contract)
    const { id } = await elder.redeemPoints({ personId: wang, id: newId(), itemId: shop.item })
    o.clock.set(new Date(o.clock.now().getTime() + seconds * SECOND))
    const told = await elder.undoMyRedemption({ personId: wang, id }).then(
      () => '',
      (error: { code?: string; words?: { zh: string } }) => `${error.code} ${error.words?.zh}`,
    )
    const { free } = await elder.myBank({ personId: wang })
    const isLate = seconds > 600
    const isRight = isLate ? told.startsWith('bank.too_late 已超过十分钟') && free === 30 : told === '' && free === 40
    const broken = (await breaches(o)).map((one) => `${one.id} broken`)
    return isRight ? broken : [`after ${seconds} s: “${told}”, ${free} free`, ...broken]
  } finally {
    await o.close()
  }
}

export const row: Row = {
  id: 'T56',
  about: {
    zh: '兑换后 9 分 59 秒可撤回，10 分 01 秒礼貌拒绝，账本无误',
    en: 'a redemption is undone at 9:59 and politely refused at 10:01, the books right both times',
  },
  threshold: 'works / politely refused; ledger correct',
  blocksMerge: true,
  run: async () => noneOf([...(await undoneAfter(599)), ...(await undoneAfter(601))], '2 moments'),
}
