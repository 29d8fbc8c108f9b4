import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, suite } from 'node:test'
import { contract as attendance } from '#modules/gatherings/attendance/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as codes } from '#modules/gatherings/person-codes/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { newId } from '#platform/ids.ts'
import { earned, openShop } from '#test/office/bank.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'
import { filmCards } from './film.ts'

const HOUR_MS = 3_600_000
const NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八', '冯九', '陈十'] as const

suite('the camera', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-film-'))
  const film = join(folder, 'cards.y4m')
  let b: Bureau
  let clerk: Worker
  let id: string
  const cards: string[] = []
  const people: string[] = []
  /** The pages go by the clock of the computer, so this morning is now. */
  const now = new Date()
  const sheet = () => b.office.as(clerk).call(attendance).readSheet({ id })
  before(async () => {
    b = await bureau({ film, at: new Date(now.getTime() - 2 * HOUR_MS).toISOString() })
    clerk = await b.office.hire({ role: 'community_worker', place: PLACES.guangchang })
    const planned = await b.office
      .as(clerk)
      .call(gatherings)
      .planGathering({
        kind: 'activity',
        title: '秋日健步走',
        placeCode: PLACES.guangchang,
        startsAt: new Date(now.getTime() - HOUR_MS).toISOString(),
        endsAt: new Date(now.getTime() + HOUR_MS).toISOString(),
      })
    id = planned.ids[0] ?? ''
    for (const name of NAMES) people.push(await b.office.act((ctx) => settle(ctx, { name, place: PLACES.guangchang })))
    const issued = await b.office.as(clerk).call(codes).issueCodes({ people })
    cards.push(...issued.items.map(({ code }) => code))
    b.office.clock.set(now)
  })
  after(async () => {
    await b.close()
    rmSync(folder, { recursive: true })
  })

  test('enters everybody who holds up a card, says who it was, and takes no harm from a card of nobody or one seen twice', async () => {
    filmCards(film, [...cards, 'ABCD-2345', '鸡蛋一提 30 元'])
    const page = await b.visit(`/gatherings/${id}/sheet`, { as: clerk, size: 'phone', mayUseCamera: true })
    await page.getByRole('button', { name: '用摄像头扫码' }).press('Enter')
    const said = page.getByRole('list', { name: '本次扫到的' })
    await said.getByText('没有这个编码，或已停用').waitFor()
    await said.getByText('这不是签到编码卡上的码').waitFor()
    // The film begins again: the same cards once more.
    await said.getByText('刚才已签到').first().waitFor()
    await page.getByText('本次已扫 10 人').waitFor()
    const { items } = await sheet()
    assert.deepEqual(
      items.map(({ name, state, way }) => `${name} ${state} ${way}`).toSorted(),
      NAMES.map((name) => `${name} present code`).toSorted(),
    )
    await page.getByRole('button', { name: '停止扫码' }).press('Enter')
    await page.locator('video').waitFor({ state: 'detached' })
    await page.close()
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`has nothing for axe to find while it scans (${size}, ${lang})`, async () => {
        filmCards(film, cards.slice(0, 1))
        const page = await b.visit(`/gatherings/${id}/sheet`, { as: clerk, size, lang, mayUseCamera: true })
        await page.getByRole('button', { name: lang === 'zh' ? '用摄像头扫码' : 'Scan with the camera' }).click()
        await page
          .getByText(lang === 'zh' ? '刚才已签到' : 'was marked before')
          .first()
          .waitFor()
        await inspect(page)
        await page.close()
      })

  test('that is not allowed is said in words, with the way on', async () => {
    const page = await b.visit(`/gatherings/${id}/sheet`, { as: clerk })
    await page.getByRole('button', { name: '用摄像头扫码' }).click()
    await page.getByRole('alert').getByText('浏览器没有得到使用摄像头的许可').waitFor()
    await inspect(page)
    await page.close()
  })

  test('of a shop reads the code that an elder shows, and what to hand over stands there', async () => {
    const shop = await openShop(b.office)
    const [personId = ''] = people
    await earned(b.office, personId, 32)
    const wish = { personId, itemId: shop.item, quantity: 1, id: newId() }
    const { code } = await b.office.as(clerk).call(redemptions).reserveRedemption(wish)
    filmCards(film, [code])
    const page = await b.visit('/partner', { as: shop.clerk, size: 'phone', mayUseCamera: true })
    await page.getByRole('button', { name: '扫码' }).click()
    await page.getByText('鸡蛋一提 × 1').waitFor()
    await page.getByRole('button', { name: '已交付，确认核销' }).click()
    await page.getByRole('heading', { level: 1, name: '核销成功' }).waitFor()
    await page.close()
  })
})

test('where there is no camera that is said, and typing goes on', async (t) => {
  const b = await bureau()
  t.after(() => b.close())
  const shop = await openShop(b.office)
  const page = await b.visit('/partner', { as: shop.clerk, mayUseCamera: true })
  await page.getByRole('button', { name: '扫码' }).click()
  await page.getByRole('alert').getByText('这台设备没有摄像头').waitFor()
  await page.getByLabel('领取码').fill('1234 5678')
})
