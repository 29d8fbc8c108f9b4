import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as changes } from '#modules/places/changes/contract.ts'
import { contract as sites } from '#modules/places/sites/contract.ts'
import { PLACES } from '#test/office/county.ts'
import type { Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'
import { registerPeople } from './people-of-a-county.ts'

suite('places on screen', () => {
  let b: Bureau
  let clerk: Worker
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    await registerPeople(b.office, [
      { placeCode: PLACES.guangchang },
      { placeCode: PLACES.guangchang },
      { placeCode: PLACES.xinyuan },
    ])
    const at = b.office.as(clerk)
    await at.call(changes).addPlace({ under: PLACES.guangchang, level: 'grid', name: '第一网格' })
    const here = { placeCode: PLACES.guangchang, kind: 'venue' as const }
    await at.call(sites).addSite({ ...here, name: '老干部活动中心', lon: 116.8667, lat: 37.1906 })
    await at.call(sites).addSite({ ...here, kind: 'clinic', name: '广场卫生站', lon: 116.8712, lat: 37.1951 })
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const) {
      test(`the county, a community and the spreadsheet page have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/places', { as: clerk, size, lang })
        await inspect(page)
        await page.goto(`${b.url}/places/${PLACES.guangchang}`)
        await inspect(page)
        await page.goto(`${b.url}/places/sheet`)
        await inspect(page)
      })
    }

  test('the tree counts the people, opens where one looks, and is filtered by name', async () => {
    const page = await b.visit('/places', { as: clerk })
    const tree = page.getByRole('navigation', { name: '区划目录' })
    await tree.getByRole('link', { name: '临邑县 3' }).waitFor()
    await tree.getByRole('button', { name: '展开邢侗街道' }).click()
    await tree.getByRole('link', { name: '广场社区 2' }).click()
    await page.getByRole('heading', { level: 1, name: '广场社区居民委员会' }).waitFor()
    await tree.getByLabel('查找街道、社区').fill('馨园')
    await tree.getByRole('link', { name: '馨园社区 1' }).waitFor()
    assert.equal(await tree.getByRole('link', { name: /广场社区/ }).count(), 0)
  })

  test('the schematic shows streets by their people and leads into them', async () => {
    const page = await b.visit('/places', { as: clerk })
    await page.getByRole('img', { name: '场所位置示意' }).waitFor()
    await page.getByTitle('邢侗街道 2 人').click()
    await page.getByRole('heading', { level: 1, name: '邢侗街道' }).waitFor()
  })

  test('a building is added by keyboard alone, and a second one of the same name is refused with what was typed kept', async () => {
    const page = await b.visit(`/places/${PLACES.guangchang}`, { as: clerk })
    await page.getByRole('button', { name: '新增楼栋' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('幸福家园 3 号楼')
    await inspect(page)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '幸福家园 3 号楼' }).waitFor()

    await page.getByRole('button', { name: '新增楼栋' }).click()
    await dialog.getByLabel('名称').fill('幸福家园 3 号楼')
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').getByText('没有重复新增').waitFor()
    assert.equal(await dialog.getByLabel('名称').inputValue(), '幸福家园 3 号楼')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  test('a renamed community keeps its old name and its history', async () => {
    const page = await b.visit(`/places/${PLACES.ruiheng}`, { as: clerk })
    await page.getByRole('button', { name: '更名', exact: true }).click()
    await page.getByLabel('新名称').fill('瑞恒新城社区居民委员会')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { level: 1, name: '瑞恒新城社区居民委员会' }).waitFor()
    await page.getByText('曾用名').waitFor()
    await page.getByText('瑞恒社区居民委员会 → 瑞恒新城社区居民委员会').waitFor()
  })

  test('a community where people live is not abolished without saying where they go', async () => {
    const page = await b.visit(`/places/${PLACES.guangchang}`, { as: clerk })
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '撤销', exact: true }).click()
    await dialog.getByRole('alert').getByText('还住着 2 人').waitFor()
    await dialog.getByLabel('并入哪里').fill('馨园')
    await page.getByTitle('馨园社区居民委员会').click()
    await inspect(page)
    await page.keyboard.press('Escape')
  })

  test('a site is registered, changed and closed, and its record stays', async () => {
    const page = await b.visit(`/places/${PLACES.xinyuan}`, { as: clerk })
    await page.getByRole('button', { name: '登记场所' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('馨园食堂')
    await dialog.getByLabel('经度').fill('116.9')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByRole('alert').getByText('经度和纬度要么都填').waitFor()
    await dialog.getByLabel('纬度').fill('37.2')
    await dialog.getByRole('button', { name: '保存' }).click()
    const row = page.getByRole('row', { name: /馨园食堂/ })
    await row.getByRole('button', { name: '修改' }).click()
    await dialog.getByLabel('地址').fill('迎宾路 8 号')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('cell', { name: '迎宾路 8 号' }).waitFor()
    await row.getByRole('button', { name: '停用馨园食堂' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('这里还没有登记场所').waitFor()
  })

  test('a spreadsheet is previewed row by row before anything is added', async () => {
    const page = await b.visit('/places/sheet', { as: clerk })
    const csv =
      '社区,网格,楼栋,单元\n馨园社区,第一网格,1号楼,1单元\n馨园社区,第一网格,1号楼,2单元\n不存在社区,甲,乙,丙\n'
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '网格.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByRole('heading', { name: '预览：网格.csv' }).waitFor()
    await page.getByText('本县没有这个社区').waitFor()
    await inspect(page)
    await page.getByRole('button', { name: /不能办理/ }).click()
    assert.equal(await page.getByRole('row').count(), 2)
    await page.getByRole('button', { name: '新增 4 个地点' }).click()
    await page.getByText('已新增 4 个地点').waitFor()
    const { items } = await b.office
      .as(clerk)
      .call((await import('#modules/places/contract.ts')).contract)
      .listPlaces({
        q: '1单元',
      })
    assert.equal(items.length, 1)
  })

  test('whoever may only look sees no acts', async () => {
    const reader = await b.office.hire({ role: 'reader' })
    const page = await b.visit(`/places/${PLACES.guangchang}`, { as: reader })
    await inspect(page)
    assert.equal(
      await page
        .getByRole('main')
        .getByRole('button', { name: /新增|更名|撤销|登记/ })
        .count(),
      0,
    )
  })
})
