import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import type { Page } from 'playwright-core'
import { contract } from '#modules/people/roster-import/contract.ts'
import { foundUnit } from '#modules/units/index.ts'
import type { Worker } from '#test/office.ts'
import { allParts } from '../../src/main.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

const ROSTER = [
  '姓名,性别,出生年月,身份证号,单位,职务,联系电话,社区',
  '高建国,男,1940.03,371424194003040012,教育局,科长,13900000001,广场社区',
  '冯玉梅,女,1949.1,,教育局,,,',
  '张××,男,1951.02,,教育局,,,',
].join('\n')
const file = (name: string, text = ROSTER) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

suite('importing a roster on screen', () => {
  let b: Bureau
  let clerk: Worker
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    await b.office.act((ctx) => foundUnit(ctx, { name: '临邑县教育局', kind: 'employer', nature: 'organ' }))
  })
  after(() => b.close())

  /** The queue of the test bureau: does what the batch on the page waits for. */
  const work = async (page: Page, task: string) => {
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
    const batch = /[0-9a-f-]{36}/.exec(page.url())?.[0]
    const job = allParts().jobs.find((one) => one.task === task)
    await job?.run(b.office.house, { county: b.office.county, batch })
  }

  test('a clerk drops a roster, decides a doubtful row, corrects another, writes, and opens the person', async () => {
    const page = await b.visit('/imports', { as: clerk })
    await page.setInputFiles('input[type=file]', file('教育局.csv'))
    await page.getByRole('heading', { level: 1, name: '教育局.csv' }).waitFor()
    await page.getByText('正在读取并核对').waitFor()
    await work(page, 'import.read')
    await page.getByRole('button', { name: /疑似/ }).waitFor()
    await page.getByText('冯玉梅').first().waitFor()
    await page.getByRole('group', { name: '处理' }).getByRole('button', { name: '照此写入' }).click()
    await page.getByRole('group', { name: '处理' }).locator('[aria-pressed=true]', { hasText: '照此写入' }).waitFor()
    await page.getByRole('button', { name: '改正' }).click()
    await page.getByRole('dialog').getByLabel('离退休时职务').fill('教师')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByText('已改正').waitFor()
    await page.getByRole('button', { name: '确认写入' }).click()
    await page.getByRole('dialog').getByText('将新增').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '确认写入' }).click()
    await page.getByText('正在写入').first().waitFor()
    await work(page, 'import.apply')
    await page.getByText('已写入').first().waitFor()
    await page.getByRole('button', { name: /新增/ }).click()
    await page.getByRole('link', { name: '高建国' }).waitFor()
  })

  test('a column that was not recognised is named by hand and the preview is read again', async () => {
    const page = await b.visit('/imports', { as: clerk })
    await page.setInputFiles(
      'input[type=file]',
      file('奇怪.csv', '姓名,性别,出生年月,甲乙丙,单位\n沈二二,女,1950.03,教师,教育局\n韩三三,男,1951.04,科员,教育局'),
    )
    await page.getByRole('heading', { level: 1, name: '奇怪.csv' }).waitFor()
    await work(page, 'import.read')
    await page.getByRole('link', { name: '列的对应' }).first().click()
    await page.getByLabel('对应为 甲乙丙').selectOption('post')
    await page.getByRole('button', { name: '按新的对应重新预览' }).click()
    await page.getByText('正在读取并核对').waitFor()
    await work(page, 'import.read')
    await page.getByText('1950-03 · 教师').waitFor()
  })

  test('a file that is no roster is refused in words, and the bad rows of another can be downloaded', async () => {
    const page = await b.visit('/imports', { as: clerk })
    await page.setInputFiles('input[type=file]', {
      name: '坏.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004zzzz'),
    })
    await page.getByRole('heading', { level: 1, name: '坏.xlsx' }).waitFor()
    await work(page, 'import.read')
    await page.getByRole('alert').waitFor()
    await page.goto(`${b.url}/imports`)
    await page.getByRole('link', { name: '教育局.csv' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载问题行' }).click()
    assert.match((await download).suggestedFilename(), /教育局-待更正.*\.xlsx$/)
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`the list, a batch and its columns have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/imports', { as: clerk, size, lang })
        await inspect(page)
        const { items } = await b.office.as(clerk).call(contract).listImports()
        const batch = items.find((one) => one.fileName === '教育局.csv')
        for (const path of [`/imports/${batch?.id}`, `/imports/${batch?.id}/columns`]) {
          await page.goto(b.url + path)
          await inspect(page)
        }
      })
})
