import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { contract as facts } from '#modules/units/facts/contract.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

/** 临邑县's register as these tests find it: six people of two units and three communities, one of them dead. */
const PEOPLE = [
  { name: '姜文华', birthOn: '1930-03-01', gender: '1', kind: 'lixiu', place: PLACES.guangchang, phone: '13905340001' },
  {
    name: '孔令芳',
    birthOn: '1938-11-20',
    gender: '2',
    kind: 'tuixiu',
    place: PLACES.guangchang,
    flags: ['lives_alone'],
  },
  { name: '毛德山', birthOn: '1944', gender: '1', kind: 'tuixiu', place: PLACES.ruiheng, phone: '13905340003' },
  { name: '盖秀兰', birthOn: '1951-07', gender: '2', kind: 'tuixiu', place: PLACES.xinyuan, flags: ['lives_alone'] },
  { name: '边长河', birthOn: '1960-01-09', gender: '1', kind: 'tuixiu', place: null },
  { name: '时永福', birthOn: '1935-05-05', gender: '1', kind: 'tuixiu', place: PLACES.xinyuan },
] as const

suite('the list of people', () => {
  let b: Bureau
  let clerk: Worker
  const ids: string[] = []
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    const at = b.office.as(clerk)
    const units: string[] = []
    for (const name of ['临邑县水利局', '临邑县教育局'])
      units.push((await at.call(facts).foundUnit({ name, kind: 'employer', nature: 'organ' })).id)
    for (const [index, { place, phone = null, flags = [], ...values }] of PEOPLE.map((one) => ({
      ...asked,
      ...one,
    })).entries()) {
      const { id } = await at.call(record).registerPerson({
        values: { ...values, livingFlags: [...flags] },
        placeCode: place,
        unitId: units[index % 2] ?? null,
        phones: phone ? [{ number: phone, label: '本人' }] : [],
      })
      ids.push(id)
    }
    await at.call(record).recordDeath({ id: ids[5] ?? '', values: { diedOn: '2026-02-01' } })
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`has nothing for axe to find, bare and narrowed (${size}, ${lang})`, async () => {
        const page = await b.visit('/people', { as: clerk, size, lang })
        await inspect(page)
        const where = JSON.stringify([{ field: 'health', op: 'empty', value: null }])
        await page.goto(`${b.url}/people?q=1&where=${encodeURIComponent(where)}`)
        await inspect(page)
      })

  test('one box finds by name, former spelling in pinyin, telephone, unit and community', async () => {
    const page = await b.visit('/people', { as: clerk })
    const box = page.getByLabel('姓名、拼音、身份证号、电话、单位、社区')
    for (const [text, count] of [
      ['姜文', 1],
      ['jwh', 1],
      ['13905340003', 1],
      ['水利局', 3],
      ['广场社区', 2],
      ['没有这个人', 0],
    ] as const) {
      await box.fill(text)
      await page.waitForURL((url) => url.searchParams.get('q') === text)
      await page.getByText(`共 ${count} 人`).waitFor()
    }
    await page.getByText('没有符合条件的记录').waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText('共 5 人').waitFor()
    assert.equal(await box.inputValue(), '')
  })

  test('quick filters narrow the list, live in the address and survive the way back', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByLabel('性别', { exact: true }).selectOption({ label: '女' })
    await page.getByText('共 2 人').waitFor()
    await page.getByLabel('年龄', { exact: true }).selectOption({ label: '80–89 岁' })
    await page.getByText('共 1 人').waitFor()
    await page.getByRole('link', { name: '孔令芳' }).click()
    await page.getByRole('heading', { level: 1, name: '孔令芳' }).waitFor()
    await page.goBack()
    await page.getByText('共 1 人').waitFor()
    assert.equal(await page.getByLabel('性别', { exact: true }).inputValue(), '2')
    await page.goto(`${b.url}/people`)
    await page.getByLabel('状态').selectOption({ label: '离世' })
    await page.getByRole('link', { name: '时永福' }).waitFor()
    await page.getByText('共 1 人').waitFor()
  })

  test('from a person one goes on to the next of the same list, and back to the list as it was', async () => {
    const page = await b.visit('/people?sort=birthOn', { as: clerk })
    await page.getByLabel('性别', { exact: true }).selectOption({ label: '女' })
    await page.getByText('共 2 人').waitFor()
    await page.getByRole('link', { name: '孔令芳' }).click()
    await page.getByRole('link', { name: '下一位 盖秀兰' }).click()
    await page.getByRole('heading', { level: 1, name: '盖秀兰' }).waitFor()
    assert.equal(await page.getByRole('link', { name: /^下一位/ }).count(), 0)
    await page.getByRole('link', { name: '上一位 孔令芳' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: '干部名册' }).click()
    await page.getByText('共 2 人').waitFor()
  })

  test('a place of the tree shows its people, and its numbers follow the other conditions', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByRole('button', { name: /^邢侗街道/ }).click()
    await page.getByText('共 3 人').waitFor()
    await page
      .getByRole('button', { name: '展开邢侗街道' })
      .or(page.getByRole('button', { name: '收起邢侗街道' }))
      .waitFor()
    await page.getByRole('button', { name: /^广场社区/ }).click()
    await page.getByText('共 2 人').waitFor()
    await page.getByRole('button', { name: '去掉条件：居住在 广场社区居民委员会' }).click()
    await page.getByText('共 5 人').waitFor()
    await page.getByLabel('性别', { exact: true }).selectOption({ label: '女' })
    await page.getByRole('button', { name: '邢侗街道 1', exact: true }).waitFor()
    await page.getByRole('button', { name: '单位', exact: true }).click()
    await page.getByRole('button', { name: '临邑县教育局 2', exact: true }).click()
    await page.getByRole('button', { name: /^去掉条件：单位属于 临邑县教育局/ }).waitFor()
    await page.getByText('共 2 人').waitFor()
  })

  test('the builder joins conditions over any field; "has no" is one of them', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByRole('button', { name: '更多条件' }).click()
    const dialog = page.getByRole('dialog')
    const row = (n: number) => dialog.getByRole('group', { name: `第 ${n} 条` })
    await row(1).getByRole('combobox', { name: '项目' }).fill('电话')
    await page.getByTitle('电话', { exact: true }).click()
    await row(1).getByLabel('比较方式').selectOption({ label: '没有' })
    await dialog.getByRole('button', { name: '再加一条' }).click()
    await row(2).getByRole('combobox', { name: '项目' }).fill('出生日期')
    await page.getByTitle('出生日期', { exact: true }).click()
    await row(2).getByLabel('比较方式').selectOption({ label: '不晚于' })
    await row(2).getByLabel('内容').fill('1951')
    await inspect(page)
    await dialog.getByRole('button', { name: '按条件查找' }).click()
    await page.getByText('共 2 人').waitFor()
    await page.getByText('出生日期 不晚于 1951').waitFor()
    await page.getByRole('button', { name: '去掉条件：没有电话' }).click()
    await page.getByText('共 4 人').waitFor()
  })

  test('columns are chosen, put in order and kept in the address; a heading sorts', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByRole('button', { name: '选列' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('查找列').fill('出生')
    await drawer.getByRole('checkbox', { name: '出生日期' }).check()
    await drawer.getByLabel('查找列').fill('')
    await drawer.getByRole('checkbox', { name: '完整度' }).uncheck()
    await drawer.getByRole('button', { name: '把年龄往前移' }).press('Enter')
    await inspect(page)
    await drawer.getByRole('button', { name: '关闭', exact: true }).last().click()
    const heads = await page.getByRole('columnheader').allInnerTexts()
    assert.deepEqual(
      heads.map((head) => head.replace(/[\s↑↓]/g, '')),
      ['', '姓名', '年龄', '性别', '离退休类型', '单位', '社区', '电话', '出生日期'],
    )
    assert.match(new URL(page.url()).searchParams.get('columns') ?? '', /^age,gender,.*birthOn$/)
    await page.getByRole('button', { name: '按出生日期排序' }).click()
    await page.getByRole('row').nth(1).getByText('边长河').waitFor()
    await page.getByRole('button', { name: '按出生日期排序' }).click()
    await page.getByRole('row').nth(1).getByText('姜文华').waitFor()
  })

  test('a view is saved, says when the list has left it, and opens by itself when it is the default', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByLabel('居住与特殊情况', { exact: true }).selectOption({ label: '独居' })
    await page.getByText('共 2 人').waitFor()
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '保存为视图' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('独居老人')
    await dialog.getByLabel('共享给同事').check()
    await dialog.getByLabel('设为我的默认视图').check()
    await inspect(page)
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '独居老人', exact: true }).waitFor()
    await page.getByLabel('性别', { exact: true }).selectOption({ label: '女' })
    await page.getByRole('button', { name: '独居老人 （已改动，未保存）' }).waitFor()
    await page.goto(`${b.url}/people`)
    await page.getByText('共 2 人').waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText('共 5 人').waitFor()
    const colleague = await b.visit('/people', { as: await b.office.hire() })
    await colleague.getByText('共 5 人').waitFor()
    await colleague.getByRole('button', { name: '视图' }).click()
    await colleague.getByRole('button', { name: '独居老人 他人共享' }).click()
    await colleague.getByText('共 2 人').waitFor()
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '删除视图独居老人' }).click()
    await page.getByText('视图已删除').waitFor()
  })

  test('tags are given to those ticked, and to everybody found', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByLabel('选中姜文华').check()
    await page.getByLabel('选中毛德山').check()
    await page.getByText('已选 2 条').waitFor()
    await page.getByRole('button', { name: '选中符合条件的全部 5 人' }).click()
    await page.getByText('已选符合条件的全部 5 人').waitFor()
    await page.getByRole('button', { name: '加减标签' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('加上标签').fill('银龄讲师')
    await dialog.getByLabel('加上标签').press('Enter')
    await page.keyboard.press('Escape')
    await inspect(page)
    await dialog.getByRole('button', { name: '改动 5 人的标签' }).click()
    await page.getByText('5 人的标签有变化').waitFor()
    const { items } = await b.office.as(clerk).call(search).listTags()
    assert.deepEqual(items, [{ tag: '银龄讲师', count: 5 }])
  })

  test('an export says who and what is in it and is downloaded', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByLabel('选中孔令芳').check()
    await page.getByRole('button', { name: '导出所选' }).click()
    const dialog = page.getByRole('dialog', { name: '导出 1 人' })
    await dialog.getByText('您的姓名、时间和用途会印在表上').waitFor()
    await dialog.getByLabel('用途类别').click()
    await page.getByTitle('信息核对').click()
    await dialog.getByLabel('用途', { exact: true }).fill('核对联系方式')
    await inspect(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '导出', exact: true }).click(),
    ])
    assert.match(file.suggestedFilename(), /离退休干部名单.*\.xlsx$/)
  })

  test('somebody is registered with a name alone, after a warning that the name is known', async () => {
    const page = await b.visit('/people', { as: clerk })
    await page.getByRole('button', { name: '登记一位' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await drawer.getByText('请填写姓名').waitFor()
    await drawer.getByLabel('姓名').fill('边长河')
    await drawer.getByText('名册里有 1 位可能是同一个人').waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '登记一位' }).click()
    assert.equal(await drawer.getByLabel('姓名').inputValue(), '边长河')
    await drawer.getByLabel('出生日期').fill('三月')
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await drawer.getByText('日期请写成 1949').waitFor()
    await drawer.getByLabel('出生日期').fill('1962-03')
    await inspect(page)
    await drawer.getByLabel('姓名').press('Enter')
    await page.getByRole('heading', { level: 1, name: '边长河' }).waitFor()
    await page.getByText('1962-03').first().waitFor()
  })

  test('a reader finds people, and nothing that changes or exports', async () => {
    const page = await b.visit('/people', { as: await b.office.hire({ role: 'reader' }) })
    await page.getByRole('link', { name: '孔令芳' }).waitFor()
    for (const name of ['登记一位', '导出']) assert.equal(await page.getByRole('button', { name }).count(), 0, name)
    assert.equal(await page.getByRole('checkbox').count(), 0)
  })
})

const asked: { phone: string | null; flags: readonly string[] } = { phone: null, flags: [] }
