import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { contract as bank } from '#modules/volunteering/bank/own/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { contract as records } from '#modules/volunteering/service-record/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { newId } from '#platform/ids.ts'
import { earned, openShop, type Shop } from '#test/office/bank.ts'
import { settleVisits } from '#test/office/desks/visits.ts'
import { elderOf } from '#test/office/elders.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

let b: Bureau
let worker: Worker
let person = ''
let elder: Visitor
let code = ''
let nextWeek = ''
let shop: Shop
before(async () => {
  b = await bureau()
  const o = b.office
  worker = await o.hire()
  person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  elder = await elderOf({ o, worker, personId: person })
  await o.as(worker).call(volunteers).registerVolunteer({ personId: person })
  ;({ code, nextWeek } = await settleVisits({ o, worker, person }))
  shop = await openShop(o, { stock: 5 })
  await earned(o, person, 40)
})
after(() => b.close())

const NAMING = {
  zh: {
    link: '公示里列不列我的名字',
    hide: '不要列我的名字',
    hidden: '现在不列名',
    listed: '现在列名',
    undo: '撤销',
  },
  en: {
    link: 'My name in the notices',
    hide: 'Leave my name out',
    hidden: 'Now: not named',
    listed: 'Now: named',
    undo: 'Undo',
  },
} as const
const at = (path: string, size: (typeof everySize)[number] = 'phone'): Promise<Page> =>
  b.visit(path, { as: { token: elder.token() }, size })
/** A finger lifts and comes down again: what follows within half a second at one place is the second half of a double tap. */
const breathe = (page: Page) => page.waitForTimeout(700)
const free = async () => (await elder.call(bank).myBank({ personId: person })).free

for (const size of everySize)
  test(`the pages of visits, swaps and gifts stand at ${size} size`, async () => {
    for (const path of [
      '/elder',
      '/elder/help',
      '/elder/record',
      '/elder/give',
      '/elder/donate',
      `/elder/help/${nextWeek}/swap`,
    ]) {
      const page = await at(path, size)
      await page.waitForLoadState('networkidle')
      await inspect(page)
      await page.close()
    }
  })

test('whoever came is confirmed from the first page in two taps, and then nothing waits', async () => {
  const page = await at('/elder')
  await page.getByRole('link', { name: '有1次服务，等您说一声' }).click()
  await page.getByText('李建国来的').waitFor()
  await page.getByRole('button', { name: '来过了，不评分' }).dblclick()
  await page.getByText('谢谢，已经记下').waitFor()
  const { items } = await b.office.as(worker).call(records).listServiceRecords({})
  assert.deepEqual(
    items.filter(({ title }) => title === '上门陪聊').map(({ confirmedWay, rating }) => [confirmedWay, rating]),
    [['served', null]],
  )
  await page.getByRole('button', { name: '来过了，不评分' }).waitFor({ state: 'detached' })
})

test('a volunteer types the visit code: too short is said at once, wrong is told, right checks in', async () => {
  const page = await at('/elder/help')
  const card = page.getByRole('listitem').filter({ hasText: '陪孙志国聊天' })
  await card.getByLabel('上门码').fill('12')
  await card.getByRole('button', { name: '签到' }).click()
  await card.getByText('上门码是6个数字').waitFor()
  await breathe(page)
  await card.getByLabel('上门码').fill(code === '000000' ? '111111' : '000000')
  await card.getByRole('button', { name: '签到' }).click()
  await card.getByText('编码不对').waitFor()
  await breathe(page)
  await card.getByLabel('上门码').fill(code)
  await card.getByRole('button', { name: '签到' }).click()
  await page.getByText('已经签到：陪孙志国聊天').waitFor()
  await card.getByRole('button', { name: '签退' }).waitFor()
})

test('a team mate is asked to take a turn and the asking is undone; what one is asked oneself is taken', async () => {
  const page = await at('/elder/help')
  await page.getByRole('listitem').filter({ hasText: '楼道环境整治' }).getByRole('link', { name: '请队友接班' }).click()
  await page.getByRole('button', { name: '请李建国接班' }).click()
  await page.getByText('已经请李建国接班，等他答复').first().waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('不请李建国接班了，还是您去').waitFor()
  await page.getByRole('listitem').filter({ hasText: '老年食堂帮厨' }).getByRole('button', { name: '我来接' }).click()
  await page.getByText('您已经答应，等队长或社区同意').waitFor()
})

test('the ten minutes of a redemption outlive a reload, and who went elsewhere is not led away by undoing', async () => {
  const page = await at('/elder/shop')
  await page.getByRole('button', { name: '换这个' }).click()
  await breathe(page)
  await page.getByRole('button', { name: '对，就换这个' }).click()
  await page.getByRole('heading', { level: 1, name: '领取码' }).waitFor()
  assert.equal(await free(), 30)
  await page.reload()
  await page.getByText('换好10分钟内、还没领走，都可以撤销').waitFor()
  await page.goto(`${b.url}/elder`)
  await page.getByText('已经换好：鸡蛋一提').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已经撤销，积分退回来了').waitFor()
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor()
  assert.equal(await free(), 40)
})

test('on the points page each redemption that waits has its own undoing', async () => {
  const page = await at('/elder/shop')
  await page.getByRole('button', { name: '换这个' }).click()
  await breathe(page)
  await page.getByRole('button', { name: '对，就换这个' }).click()
  await page.getByRole('button', { name: '好，知道了' }).click()
  await page.getByRole('link', { name: '返回' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已经撤销，积分退回来了').waitFor()
  assert.equal(await free(), 40)
})

test('points go to family after a second look, and come back for ten minutes, also after a reload', async () => {
  const page = await at('/elder/points')
  await page.getByRole('link', { name: '把积分送给家人' }).click()
  await page.getByLabel('多少分').fill('５')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('请先点一位家人').waitFor()
  await page.getByRole('button', { name: '王建国' }).click()
  await breathe(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('把5分送给王建国').waitFor()
  await breathe(page)
  await page.getByText('送出10分钟内、家人还没用，可以撤销').waitFor()
  await inspect(page)
  await page.getByRole('button', { name: '对，就这样' }).dblclick()
  await page.getByText('已经把5分送给王建国').waitFor()
  assert.equal(await free(), 35)
  await page.reload()
  await page.getByText('送错了不要紧').waitFor()
  await inspect(page)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已经撤销，积分退回来了').waitFor()
  await page.getByText('送给家人（已撤销）').waitFor()
  assert.equal(await free(), 40)
})

test('a donation stands on the points page with its own undoing, and undone it is said in the statement', async () => {
  const page = await at('/elder/donate')
  await page.getByLabel('多少分').fill('99')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('请填1到40之间的数').waitFor()
  await breathe(page)
  await page.getByLabel('多少分').fill('3')
  await page.getByRole('button', { name: '下一步' }).click()
  await breathe(page)
  await page.getByText('捐出10分钟内可以撤销').waitFor()
  await page.getByRole('button', { name: '对，就这样' }).click()
  await breathe(page)
  await page.getByRole('button', { name: '好，知道了' }).click()
  await page.getByRole('heading', { name: '刚送出、捐出的' }).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('捐出（已撤销）').waitFor()
  assert.equal(await free(), 40)
})

test('a gift that the family has set aside at a shop is not taken back, and the page says why', async () => {
  const page = await at('/elder/give')
  await page.getByRole('button', { name: '王建国' }).click()
  await page.getByLabel('多少分').fill('10')
  await page.getByRole('button', { name: '下一步' }).click()
  await breathe(page)
  await page.getByRole('button', { name: '对，就这样' }).click()
  await page.getByText('已经把10分送给王建国').waitFor()
  const { family } = await elder.call(bank).myBank({ personId: person })
  const son = family[0]?.personId ?? ''
  const wish = { id: newId(), personId: son, itemId: shop.item }
  await b.office.as(worker).call(redemptions).reserveRedemption(wish)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('家人已经用了这些积分').waitFor()
  await inspect(page)
  assert.equal(await free(), 30)
  await b.office.as(worker).call(redemptions).cancelRedemption({ id: wish.id })
  await breathe(page)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已经撤销，积分退回来了').waitFor()
  assert.equal(await free(), 40)
})

for (const size of everySize)
  for (const lang of ['zh', 'en'] as const)
    test(`an elder leaves the name out of the notices in three taps and undoes it (${size}, ${lang})`, async () => {
      const words = lang === 'zh' ? NAMING.zh : NAMING.en
      const page = await at('/elder/points', size)
      if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('link', { name: words.link }).click()
      await page.getByText('王**').waitFor()
      await inspect(page)
      await page.getByRole('button', { name: words.hide }).click()
      await page.getByText(words.hidden).first().waitFor()
      assert.equal((await elder.call(bank).myNaming({ personId: person })).isNamed, false)
      await inspect(page)
      await page.getByRole('button', { name: words.undo }).click()
      await page.getByText(words.listed).first().waitFor()
      assert.equal((await elder.call(bank).myNaming({ personId: person })).isNamed, true)
      await page.close()
    })

test('with no family on record it says why, and what helps', async () => {
  const other = await b.office.act((ctx) => settle(ctx, { name: '赵一', place: PLACES.guangchang }))
  await earned(b.office, other, 8)
  const zhao = await elderOf({ o: b.office, worker, personId: other })
  const page = await b.visit('/elder/give', { as: { token: zhao.token() }, size: 'phone' })
  await page.getByText('社区档案里没有登记您的家人').waitFor()
  assert.equal(await page.getByRole('button', { name: '下一步' }).count(), 0)
})
