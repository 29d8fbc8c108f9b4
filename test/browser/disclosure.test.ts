import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { jobs, registerPeople } from '#modules/people/index.ts'
import type { Worker } from '#test/office.ts'
import { PLACES } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

const NUMBER = '371424193105020210'
const draft = (name: string) => ({
  values: { name, kind: 'tuixiu', birthOn: '1931-05-02', ...(name === '王秀英' ? { idNumber: NUMBER } : {}) },
  phones: [{ number: '13912345678', label: '本人' }],
  unitId: null,
  managingUnitId: null,
  placeCode: PLACES.guangchang,
  tags: [],
  source: '登记',
})

describe('whole numbers and long lists', () => {
  let b: Bureau
  let clerk: Worker
  let colleague: Worker
  let wang = ''

  before(async () => {
    b = await bureau()
    ;[clerk, colleague] = [await b.office.hire({ name: '周敏' }), await b.office.hire({ name: '刘静' })]
    const names = ['王秀英', ...Array.from({ length: 55 }, (_, at) => `群众${at}`)]
    ;[wang = ''] = await b.office.act((ctx) => registerPeople(ctx, names.map(draft)))
  })
  after(() => b.close())

  const markOf = (page: Page) => page.locator('[data-watermark]').getAttribute('data-watermark')

  test('a number is shown for a reason, and hidden after a minute', async () => {
    const page = await b.visit(`/people/${wang}`, { as: clerk })
    await page.getByText('已登记（号码不显示）').waitFor()
    assert.ok(!(await page.content()).includes(NUMBER.slice(-4)), 'no digit of it is in the page')
    await page.getByRole('button', { name: /查看完整号码.*身份证号/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '查看完整号码' }).click()
    await dialog.getByText('请选择用途').waitFor()
    await dialog.getByRole('combobox').click()
    await page.getByTitle('体检就医').click()
    await dialog.getByLabel('具体事由').fill('重阳体检登记')
    await inspect(page)
    await dialog.getByRole('button', { name: '查看完整号码' }).click()
    await page.getByText(NUMBER).waitFor()
    await page.getByText(/60 秒后自动隐藏/).waitFor()
    await page.clock.setFixedTime(new Date(b.office.clock.now().getTime() + 61_000))
    await page.getByText(NUMBER).waitFor({ state: 'detached' })
    await page.close()
  })

  test('fifty-six people are asked for, agreed to by a colleague, and fetched once', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByRole('button', { name: '导出', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/须由另一位有审批权的同事同意/).waitFor()
    await dialog.getByLabel('用途类别').click()
    await page.getByTitle('信息核对').click()
    await dialog.getByLabel('用途', { exact: true }).fill('年度统计核对')
    await inspect(page)
    await dialog.getByRole('button', { name: '提交申请' }).click()
    await dialog.waitFor({ state: 'detached' })
    const theirs = await b.visit('/exports', { as: colleague })
    await theirs.getByRole('button', { name: '同意', exact: true }).click()
    await theirs
      .getByRole('dialog')
      .getByText(/周敏 将得到 56 人的名单/)
      .waitFor()
    await inspect(theirs)
    await theirs.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
    await theirs.getByText('正在生成').first().waitFor()
    const made = await b.office.act((ctx) =>
      ctx.db.selectFrom('people_export').select(['id', 'requested_by']).execute(),
    )
    for (const { id, requested_by: account } of made)
      await jobs
        .find(({ task }) => task === 'people.make_export')
        ?.run(b.office.house, { county: b.office.county, export: id, account })
    await page.goto(`${b.url}/exports`)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载' }).click()
    assert.match((await download).suggestedFilename(), /离退休干部名单.*\.xlsx$/)
    await page.getByText('已下载').waitFor()
    for (const each of [page, theirs]) await each.context().close()
  })

  test('a long ledger is asked for in the same way', async () => {
    const page = await b.visit('/ledgers/people', { as: clerk })
    await page.getByRole('button', { name: 'PDF' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('用途').fill('年终台账归档')
    await inspect(page)
    await dialog.getByRole('button', { name: '提交申请' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.goto(`${b.url}/exports`)
    await page.getByText('年终台账归档').waitFor()
    await page.close()
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`exports on the ${size} in ${lang}: in order, with a watermark that also prints`, async () => {
        const page = await b.visit('/exports', { as: colleague, size, lang })
        await page.getByText('年终台账归档').waitFor()
        await inspect(page)
        assert.match(String(await markOf(page)), /^刘静 · .{4} · 2\S* \S*.*09:00$/)
        await page.emulateMedia({ media: 'print' })
        assert.ok(await page.locator('[data-watermark]').isVisible())
        await page.close()
      })

  test('the card and the list bear the watermark; pages without people do not', async () => {
    for (const [path, bears] of [
      ['/people', 1],
      [`/people/${wang}`, 1],
      [`/people/${wang}/card`, 1],
      ['/places', 0],
    ] as const) {
      const page = await b.visit(path, { as: clerk })
      assert.equal(await page.locator('[data-watermark]').count(), bears, path)
      await page.close()
    }
  })
})
