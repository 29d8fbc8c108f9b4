import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as codes } from '#modules/gatherings/person-codes/contract.ts'
import { contract as signUps } from '#modules/gatherings/sign-up/contract.ts'
import { contract as limits } from '#modules/gatherings/strength-limits/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

const FORTY = 40
const HOUR_MS = 3_600_000

suite('gatherings', () => {
  let b: Bureau
  let clerk: Worker
  let id: string
  const people: string[] = []
  /** The pages go by the clock of the computer, so this morning is now. */
  const now = new Date()
  before(async () => {
    b = await bureau({ at: new Date(now.getTime() - 2 * HOUR_MS).toISOString() })
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
    for (let n = 1; n <= FORTY; n++) {
      const personId = await b.office.act((ctx) => settle(ctx, { name: `赵${n}`, place: PLACES.guangchang }))
      await b.office.as(clerk).call(signUps).signUp({ id, personId })
      people.push(personId)
    }
    b.office.clock.set(now)
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/calendar', { as: clerk, size, lang })
        for (const path of [
          '/calendar',
          '/calendar?view=week',
          '/calendar?view=list',
          `/gatherings/${id}`,
          `/gatherings/${id}/sheet`,
          `/gatherings/${id}/signing`,
          `/gatherings/${id}/cards`,
          `/people/${people[0]}?tab=gatherings`,
        ]) {
          await page.goto(`${b.url}${path}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await inspect(page)
        }
      })

  test('the sheet at the door is printed alone, with a line for each and room to sign; the list is taken as a sheet', async () => {
    const page = await b.visit(`/gatherings/${id}`, { as: clerk })
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载名单' }).click()
    assert.match((await download).suggestedFilename(), /^秋日健步走 报名名单.*xlsx$/)
    await page.getByRole('link', { name: '签到表' }).click()
    const sheet = page.getByRole('article', { name: '签到表 · 秋日健步走' })
    await sheet.getByText(`赵${FORTY}`, { exact: true }).waitFor()
    assert.equal(await sheet.getByRole('row').count(), 1 + FORTY + 6)
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('button', { name: '打印签到表' }).waitFor({ state: 'hidden' })
    assert.ok(await sheet.isVisible())
    assert.ok(await page.locator('[data-watermark]').isVisible(), 'who printed it is named on it')
    await page.emulateMedia({ media: 'screen' })
    await inspect(page)
  })

  test('the rule of strength has nothing for axe to find, and is set from a day on', async () => {
    const bureauClerk = await b.office.hire()
    for (const size of everySize) {
      const page = await b.visit('/strength-limits', { as: bureauClerk, size })
      await inspect(page)
      if (size === 'phone') continue
      await page.getByLabel('较强 · 几岁起不予报名').fill('78')
      await page.getByLabel('从哪天起').fill('2030-01-01')
      await page.getByRole('button', { name: '保存' }).click()
      await page.getByText(/起按这个标准/).waitFor()
    }
    const { items } = await b.office.as(bureauClerk).call(limits).readStrengthLimits()
    assert.equal(items[0]?.limits.ages[3]?.refuse, 78)
  })

  test('forty people are marked on a phone in under a minute, with exceptions, a card and a guest', async () => {
    const card = await b.office.act((ctx) => settle(ctx, { name: '钱四', place: PLACES.guangchang }))
    const values = { name: '孙五', gender: '1', kind: 'tuixiu' }
    await b.office
      .as(clerk)
      .call(record)
      .registerPerson({ values, placeCode: PLACES.guangchang, unitId: null, phones: [] })
    const { items } = await b.office
      .as(clerk)
      .call(codes)
      .issueCodes({ people: [card] })
    const page = await b.visit(`/gatherings/${id}/sheet`, { as: clerk, size: 'phone' })
    await page.getByRole('button', { name: '全部到场' }).waitFor()
    const begun = Date.now()
    await page.getByRole('button', { name: '全部到场' }).click()
    const say = (name: string, state: string) =>
      page
        .getByRole('group', { name: `${name}的考勤` })
        .getByRole('button', { name: state })
        .click()
    await say('赵3', '未到')
    await say('赵7', '请假')
    await say('赵9', '送学上门')
    const box = page.getByLabel('查找或添加')
    await box.fill(items[0]?.code ?? '')
    await box.press('Enter')
    await page.getByText('钱四 已签到').waitFor()
    await box.fill('孙五')
    await page.getByRole('button', { name: /孙五 没有报名/ }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已全部保存').waitFor()
    assert.ok(Date.now() - begun < 60_000)
    await page.getByRole('button', { name: '结束登记' }).click()
    await page.getByRole('tooltip').getByRole('button').last().click()
    // The count stands there before the list is closed; only a closed list can be corrected.
    await page.getByRole('button', { name: '更正 赵3 的考勤' }).waitFor()
    await page.getByText('到场 40 / 42').waitFor()
    const { present, status } = await b.office.as(clerk).call(gatherings).readGathering({ id })
    assert.deepEqual([present, status], [40, 'held'])
    await page.getByRole('button', { name: '更正 赵3 的考勤' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('考勤').selectOption('present')
    await dialog.getByLabel('更正原因').fill('漏签，门卫登记可查')
    await dialog.getByRole('button', { name: '更正' }).click()
    await page.getByText(/原为“未到”.*漏签/).waitFor()
  })
})
