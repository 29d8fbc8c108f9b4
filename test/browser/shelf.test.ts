import assert from 'node:assert/strict'
import test from 'node:test'
import { contract as desk } from '#modules/accounts/elder-access/contract.ts'
import { contract as pictures } from '#modules/volunteering/bank/partners/pictures/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { newId } from '#platform/ids.ts'
import { earned, openShop } from '#test/office/bank.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES } from '#test/office.ts'
import { bureau, inspect } from './browser.ts'

/** What an elder's telephone loads for one thing on the shelf. */
const MOST_BYTES = 100_000

test('a picture of a thing is made small at the desk, and stands on the elder’s shelf and at the counter', async (t) => {
  const b = await bureau()
  t.after(() => b.close())
  const worker = await b.office.hire()
  const shop = await openShop(b.office)
  const personId = await b.office.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  await earned(b.office, personId, 32)

  const page = await b.visit('/bank/partners', { as: worker })
  // Some picture of a real size: the page itself, twice as sharp as it needs to be.
  const buffer = await page.screenshot({ type: 'png' })
  await page.getByRole('button', { name: '修改项目' }).click()
  const dialog = page.getByRole('dialog')
  const chosen = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: '上传图片' }).click()
  await (await chosen).setFiles({ name: 'eggs.png', mimeType: 'image/png', buffer })
  await dialog.getByText('图片已保存').waitFor()
  await dialog.getByRole('img', { name: '鸡蛋一提的图片' }).waitFor()
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.getByRole('cell').getByRole('img', { name: '鸡蛋一提的图片' }).waitFor()
  await inspect(page)
  const kept = await b.office.as(worker).call(pictures).readItemPicture({ id: shop.item })
  assert.ok(kept.bytes.length > 1_000 && kept.bytes.length < MOST_BYTES, `${kept.bytes.length} bytes`)

  const card = await b.office.as(worker).call(desk).openAccess({ id: personId })
  const elder = await b.visit('/elder', { size: 'phone' })
  await elder.getByRole('button', { name: '用社区发的卡片' }).click()
  await elder.getByLabel('卡号').fill(card.number)
  await elder.getByLabel('密码').fill(card.code)
  await elder.getByRole('button', { name: '登录', exact: true }).click()
  await elder.getByRole('link', { name: '我的积分' }).click()
  await elder.getByRole('link', { name: '用积分换东西' }).click()
  await elder.getByRole('img', { name: '鸡蛋一提的图片' }).waitFor()
  await inspect(elder)

  const { code } = await b.office
    .as(worker)
    .call(redemptions)
    .reserveRedemption({ id: newId(), personId, itemId: shop.item, quantity: 1 })
  const counter = await b.visit('/partner', { as: shop.clerk, size: 'phone' })
  await counter.getByLabel('领取码').fill(code)
  await counter.getByRole('button', { name: '查一下' }).click()
  await counter.getByRole('img', { name: '商品图片' }).waitFor()
})
