import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { PLACES } from '#test/office/county.ts'
import type { Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'
import { registerPeople } from './people-of-a-county.ts'

suite('the ledger of cadres on screen', () => {
  let b: Bureau
  let clerk: Worker
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    await registerPeople(b.office, [
      { placeCode: PLACES.guangchang },
      { placeCode: PLACES.ruiheng },
      { placeCode: PLACES.xinyuan },
      {},
    ])
  })
  after(() => b.close())

  test('every number opens the people it was counted from', async () => {
    const page = await b.visit('/ledgers/people', { as: clerk })
    const row = page.getByRole('row', { name: /邢侗街道/ })
    assert.equal(await row.getByRole('link').first().innerText(), '2')
    await row.getByRole('link').first().click()
    await page.waitForURL(/\/people\?/)
    await page.getByText('共 2 ').first().waitFor()
  })

  test('the book is cut by unit, its entries open, and it is printed for paper', async () => {
    const page = await b.visit('/ledgers/people', { as: clerk })
    await page.getByLabel('分组').selectOption('none')
    await page.getByText('共 4 ').first().waitFor()
    for (const [button, ending] of [
      ['表格 xlsx', /\.xlsx$/],
      ['PDF', /\.pdf$/],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      assert.match((await download).suggestedFilename(), ending)
    }
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`the book has nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/ledgers/people', { as: clerk, size, lang })
        await page.getByRole('table').first().waitFor()
        await inspect(page)
      })
})
