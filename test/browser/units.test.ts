import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as units } from '#modules/units/contract.ts'
import { contract as facts } from '#modules/units/facts/contract.ts'
import type { Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'
import { registerPeople } from './people-of-a-county.ts'

suite('units on screen', () => {
  let b: Bureau
  let clerk: Worker
  const ids: Record<string, string> = {}
  const found = async (name: string, short: string) => {
    const { id } = await b.office.as(clerk).call(facts).foundUnit({ name, short, kind: 'employer', nature: 'organ' })
    ids[short] = id
    return id
  }
  const readUnit = (short: string) =>
    b.office
      .as(clerk)
      .call(units)
      .readUnit({ id: ids[short] ?? '' })
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    for (const [name, short] of [
      ['临邑县教育局', '教育局'],
      ['临邑县体育局', '体育局'],
      ['临邑县粮食局', '粮食局'],
      ['临邑县商业局', '商业局'],
      ['临邑县林业局', '林业局'],
    ] as const)
      await found(name, short)
    const of = (short: string) => ({ unitId: ids[short] ?? '' })
    await registerPeople(b.office, [of('教育局'), of('教育局'), of('体育局'), of('商业局'), of('商业局')])
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`list, unit, split and spreadsheet page have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/units', { as: clerk, size, lang })
        await inspect(page)
        for (const path of [`/units/${ids['教育局']}`, `/units/${ids['教育局']}/split`, '/units/sheet']) {
          await page.goto(b.url + path)
          await inspect(page)
        }
      })

  test('the list is searched by short names, keeps its filters in the address and opens the unit', async () => {
    const page = await b.visit('/units', { as: clerk })
    await page.getByLabel('单位名称、简称、曾用名').fill('粮食局')
    await page.getByText('共 1 条').waitFor()
    assert.match(decodeURIComponent(page.url()), /q=粮食局/)
    await page.reload()
    await page.getByText('共 1 条').waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText('共 6 条').waitFor()
    assert.equal(await page.getByLabel('单位名称、简称、曾用名').inputValue(), '')
    await page.getByLabel('类别').selectOption('bureau')
    await page.getByText('共 1 条').waitFor()
    await page.goto(`${b.url}/units`)
    await page.getByRole('link', { name: '临邑县林业局' }).click()
    await page.getByRole('heading', { level: 1, name: '临邑县林业局' }).waitFor()
  })

  test('a unit is founded, and a wrong social credit code is refused with what was typed kept', async () => {
    const page = await b.visit('/units', { as: clerk })
    await page.getByRole('button', { name: '新设单位' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('单位名称').fill('临邑县档案馆')
    await dialog.getByLabel('统一社会信用代码').fill('123456789012345679')
    await inspect(page)
    await dialog.getByRole('button', { name: '新设单位' }).click()
    await dialog.getByRole('alert').getByText('统一社会信用代码“123456789012345679”不正确').waitFor()
    assert.equal(await dialog.getByLabel('单位名称').inputValue(), '临邑县档案馆')
    await dialog.getByLabel('统一社会信用代码').fill('')
    await dialog.getByLabel('性质').selectOption('institution')
    await dialog.getByRole('button', { name: '新设单位' }).click()
    await page.getByRole('heading', { level: 1, name: '临邑县档案馆' }).waitFor()
  })

  test('facts are changed, and whoever comes second is told who came first', async () => {
    const [first, second] = [
      await b.visit(`/units/${ids['林业局']}`, { as: clerk }),
      await b.visit(`/units/${ids['林业局']}`, { as: clerk }),
    ]
    for (const [page, address] of [
      [first, '犁城大道 1 号'],
      [second, '迎宾路 2 号'],
    ] as const) {
      await page.getByRole('button', { name: '修改资料' }).click()
      await page.getByRole('dialog').getByLabel('地址').fill(address)
    }
    await first.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await first.getByText('犁城大道 1 号').waitFor()
    await second.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await second.getByRole('alert').getByText('您的修改没有保存').waitFor()
    assert.equal(await second.getByRole('dialog').getByLabel('地址').inputValue(), '迎宾路 2 号')
  })

  test('a renamed unit is found by its old name, and an alias is added and removed', async () => {
    const page = await b.visit(`/units/${ids['粮食局']}`, { as: clerk })
    await page.getByRole('button', { name: '更名', exact: true }).click()
    await page.getByLabel('新名称').fill('临邑县粮食和储备局')
    await page.getByRole('dialog').getByRole('button', { name: '更名' }).click()
    await page.getByRole('heading', { level: 1, name: '临邑县粮食和储备局' }).waitFor()
    await page.getByRole('row', { name: /临邑县粮食局 曾用名/ }).waitFor()
    await page.getByRole('button', { name: '增加别名' }).click()
    await page.getByLabel('别名或曾用名').fill('粮储局')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '移除别名粮储局' }).click()
    await page.getByText('已移除').waitFor()
    await page.getByRole('row', { name: /粮储局/ }).waitFor({ state: 'detached' })
  })

  test('a contact is added, and removed only after a second question', async () => {
    const page = await b.visit(`/units/${ids['粮食局']}`, { as: clerk })
    await page.getByRole('button', { name: '增加联系人' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('王立新')
    await dialog.getByLabel('电话').fill('不知道')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByRole('alert').getByText('电话只能有数字和连字符').waitFor()
    await dialog.getByLabel('电话').fill('0534-4231234')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('cell', { name: '0534-4231234' }).waitFor()
    await page.getByRole('button', { name: '移除联系人王立新' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('还没有联系人').waitFor()
  })

  test('two units chosen in the list are merged and their people follow', async () => {
    const page = await b.visit('/units', { as: clerk })
    await page.getByLabel('选中临邑县体育局').check()
    await page.getByLabel('选中临邑县教育局').check()
    await page.getByRole('button', { name: '合并所选（2）' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('承接单位').fill('档案')
    await page.getByTitle('临邑县档案馆').click()
    await dialog.getByRole('button', { name: '合并单位' }).click()
    await page.getByText('已合并，3 人转入').waitFor()
    await page.getByRole('heading', { level: 1, name: '临邑县档案馆' }).waitFor()
    await page.getByText('并入本单位的').waitFor()
    assert.equal((await readUnit('体育局')).status, 'closed')
  })

  test('a unit with people closes only when somebody takes its duties over', async () => {
    const page = await b.visit(`/units/${ids['商业局']}`, { as: clerk })
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '撤销', exact: true }).click()
    await dialog.getByRole('alert').getByText('名下还有 2 名人员').waitFor()
    await page.keyboard.press('Escape')
    assert.equal((await readUnit('商业局')).status, 'open')
  })

  test('a unit is split: named people go to the new unit, the others stay', async () => {
    const page = await b.visit(`/units/${ids['商业局']}/split`, { as: clerk })
    await page.getByRole('textbox', { name: '新单位 1' }).fill('临邑县商务局')
    await page
      .getByRole('combobox', { name: /的去向/ })
      .first()
      .selectOption({ label: '临邑县商务局' })
    await page.getByRole('button', { name: '办理分设' }).click()
    await page.getByText('分设已办理').waitFor()
    assert.equal((await readUnit('商业局')).people, 1)
  })

  test('a closed unit is reopened', async () => {
    const page = await b.visit(`/units/${ids['林业局']}`, { as: clerk })
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByText('已于 2026-03-02 撤销').waitFor()
    await inspect(page)
    await page.getByRole('button', { name: '恢复' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click()
    await page.getByRole('button', { name: '修改资料' }).waitFor()
  })

  test('units come in from a spreadsheet after a preview', async () => {
    const page = await b.visit('/units/sheet', { as: clerk })
    const csv = '单位名称,简称,性质\n临邑县农业局,农业局,机关\n临邑县林业局,,机关\n,没有名称,机关\n'
    const file = { name: '单位.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('heading', { name: '预览：单位.csv' }).waitFor()
    await inspect(page)
    await page.getByRole('button', { name: '导入 1 个单位' }).click()
    await page.getByText('已导入 1 个单位').waitFor()
  })
})
