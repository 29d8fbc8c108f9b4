import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import type { Page } from 'playwright-core'
import { contract as affiliations } from '#modules/people/affiliations/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as facts } from '#modules/units/facts/contract.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

const NUMBER = '371424193811200040'
const TABS = ['record', 'ties', 'affiliations', 'timeline', 'changes', 'seen']

suite('the page of one person', () => {
  let b: Bureau
  let clerk: Worker
  const units: string[] = []
  const at = () => b.office.as(clerk).call(record)
  const register = async (values: Record<string, string | string[]>) => {
    const { id } = await at().registerPerson({
      values,
      unitId: units[0] ?? null,
      placeCode: PLACES.guangchang,
      phones: [{ number: '13905340001', label: '本人' }],
    })
    return id
  }
  const open = async (id: string, tab = 'record'): Promise<Page> => b.visit(`/people/${id}?tab=${tab}`, { as: clerk })
  /** The card of one section of the record. */
  const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    for (const name of ['临邑县水利局', '临邑县教育局'])
      units.push((await b.office.as(clerk).call(facts).foundUnit({ name, kind: 'employer', nature: 'organ' })).id)
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`every part of it has nothing for axe to find (${size}, ${lang})`, async () => {
        const id = await register({ name: '孔令芳', birthOn: '1938-11', health: '30' })
        const page = await b.visit(`/people/${id}`, { as: clerk, size, lang })
        for (const tab of TABS) {
          await page.goto(`${b.url}/people/${id}?tab=${tab}`)
          await inspect(page)
        }
        await page.goto(`${b.url}/people/${id}/card`)
        await inspect(page)
        await at()
          .restoreLife({ id, reason: '试' })
          .catch(() => undefined)
      })

  test('a section is corrected in its place, and only what was changed is written', async () => {
    const id = await register({ name: '毛德山', birthOn: '1944' })
    const page = await open(id)
    const work = section(page, '工作与离退休')
    await work.getByRole('button', { name: '编辑 工作与离退休' }).click()
    await work.getByLabel('离退休时职务').fill('副局长')
    await work.getByLabel('离退休时间').fill('2004年')
    await work.getByRole('button', { name: '保存' }).click()
    await work.getByText('日期请写成 1949').waitFor()
    await work.getByLabel('离退休时间').fill('2004-06')
    await inspect(page)
    await work.getByLabel('离退休时间').press('Enter')
    await page.getByText('已保存').waitFor()
    await work.getByText('副局长').waitFor()
    const { items } = await at().readChanges({ id })
    assert.deepEqual(items.map(({ field }) => field).sort(), ['post', 'retiredOn'])
  })

  test('what is missing leads to the box where it is filled in, also of another part', async () => {
    const id = await register({ name: '盖秀兰' })
    const page = await open(id, 'timeline')
    await page.getByRole('button', { name: '入党时间' }).click()
    await page.getByLabel('入党时间').waitFor()
    assert.equal(await page.evaluate<string>('document.activeElement.id'), 'partyJoinedOn')
    await page.keyboard.type('1970-07')
    await page.keyboard.press('Enter')
    await page.getByText('已保存').waitFor()
    await section(page, '政治面貌与学历').getByText('1970-07').waitFor()
    assert.equal(await page.getByRole('button', { name: '入党时间' }).count(), 0)
  })

  test('whoever saves second sees both sides, chooses field by field, and loses nothing typed', async () => {
    const id = await register({ name: '边长河', birthOn: '1940' })
    const [first, second] = [await open(id), await open(id)]
    for (const [page, post, title] of [
      [first, '局长', '工程师'],
      [second, '副局长', ''],
    ] as const) {
      const work = section(page, '工作与离退休')
      await work.getByRole('button', { name: '编辑 工作与离退休' }).click()
      await work.getByLabel('离退休时职务').fill(post)
      if (title) await work.getByLabel('职称').fill(title)
      else await work.getByLabel('离退休时间').fill('2000-03')
    }
    await first.getByRole('button', { name: '保存' }).click()
    await section(first, '工作与离退休').getByText('工程师').waitFor()
    await second.getByRole('button', { name: '保存' }).click()
    await second.getByRole('alert').getByText('改过这一部分').waitFor()
    await inspect(second)
    assert.equal(await second.getByRole('group', { name: '离退休时职务' }).getByLabel('您填写的').isChecked(), true)
    assert.equal(await second.getByRole('group', { name: '职称' }).getByLabel('保存的').isChecked(), true)
    await second.getByRole('group', { name: '离退休时职务' }).getByLabel('保存的').check()
    await second.getByRole('button', { name: '按所选保存' }).click()
    await second.getByText('已保存').waitFor()
    const { sections } = await at().readPerson({ id })
    const { post, title, retiredOn } = sections.find(({ key }) => key === 'work')?.values ?? {}
    assert.deepEqual([post, title, retiredOn], ['局长', '工程师', '2000-03'])
  })

  test('leaving with something typed is asked about', async () => {
    const id = await register({ name: '时永福' })
    const page = await open(id)
    await page.getByRole('button', { name: '编辑 待遇' }).click()
    await page.getByLabel('提高待遇情况').fill('享受副县级待遇')
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      dialog.dismiss().catch(() => undefined)
    })
    await page.getByRole('button', { name: '经历', exact: true }).click()
    await page.getByLabel('提高待遇情况').waitFor()
    assert.deepEqual(asked, ['有未保存的内容，确定离开吗？'])
    assert.equal(await page.getByLabel('提高待遇情况').inputValue(), '享受副县级待遇')
  })

  test('a whole number is shown for a purpose, once, and the masked one is never written back', async () => {
    const id = await register({ name: '孔令芳', idNumber: NUMBER })
    const page = await open(id)
    await page.getByText('已登记（号码不显示）').waitFor()
    await page.getByRole('button', { name: '查看完整号码 身份证号' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '查看完整号码' }).click()
    await dialog.getByText('请写明事由').waitFor()
    await dialog.getByLabel('用途').click()
    await page.getByTitle('待遇核发').click()
    await dialog.getByLabel('具体事由').fill('办理医保备案')
    await inspect(page)
    await dialog.getByLabel('具体事由').press('Enter')
    await page.getByText(NUMBER).waitFor()
    await page.getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByText(NUMBER).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '编辑 基本信息' }).click()
    await page.getByLabel('曾用名').fill('孔令方')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    const { values } = await at().revealField({ id, field: 'idNumber', purpose: 'check', note: '核对' })
    assert.deepEqual(values, [NUMBER])
  })

  test('a section is confirmed as checked, with what it was checked against', async () => {
    const id = await register({ name: '姜文华' })
    const page = await open(id)
    await page.getByRole('button', { name: '核实无误 健康简况' }).click()
    await page.getByLabel('依据').fill('与本人通话')
    await page.getByRole('dialog').getByRole('button', { name: '核实无误' }).click()
    await section(page, '健康简况').getByText('2026-03-02 由周敏核实 · 来源：与本人通话').waitFor()
  })

  test('telephones, contacts and family are kept as lines; a relative on the register is linked', async () => {
    const relative = await register({ name: '赵玉珍' })
    const id = await register({ name: '姜文华' })
    const page = await open(id, 'ties')
    await page.getByRole('button', { name: '编辑 电话' }).click()
    await page.getByRole('button', { name: '增加电话' }).click()
    await page.getByRole('group', { name: '电话第 2 行' }).getByLabel('号码').fill('电话')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('电话号码只能有数字和连字符').waitFor()
    await page.getByRole('group', { name: '电话第 2 行' }).getByLabel('号码').fill('0534-4231234')
    await page.getByRole('group', { name: '电话第 2 行' }).getByLabel('谁的电话').selectOption({ label: '住宅' })
    await page.getByRole('button', { name: '保存' }).click()
    await section(page, '电话').getByRole('link', { name: '0534-4231234' }).waitFor()
    await page.getByRole('button', { name: '编辑 联系人' }).click()
    await section(page, '联系人').getByLabel('姓名').fill('姜小军')
    await section(page, '联系人').getByLabel('手机').fill('13805340009')
    await section(page, '联系人').getByRole('button', { name: '保存' }).click()
    await page.getByRole('cell', { name: '姜小军' }).waitFor()
    await page.getByRole('button', { name: '编辑 家庭成员' }).click()
    const family = section(page, '家庭成员')
    await family.getByLabel('姓名').fill('赵玉珍')
    await family.getByLabel('名册中的本人').fill('赵玉')
    await page.getByTitle('赵玉珍', { exact: true }).click()
    await family.getByLabel('生活补助（元）').fill('350.5')
    await inspect(page)
    await family.getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: '赵玉珍' }).waitFor()
    const { family: kept } = await at().readPerson({ id })
    assert.deepEqual([kept[0]?.linkedPersonId, kept[0]?.subsidyCents], [relative, 35_050])
  })

  test('telephones saved by somebody else meanwhile stand beside one’s own', async () => {
    const id = await register({ name: '边庆丰' })
    const page = await open(id, 'ties')
    await page.getByRole('button', { name: '编辑 电话' }).click()
    await page.getByLabel('号码').fill('13905349999')
    const { sections } = await at().readPerson({ id })
    const version = sections.find(({ key }) => key === 'phones')?.version ?? 0
    await at().changePhones({ id, version, phones: [{ number: '13905348888', label: '配偶' }] })
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: '13905348888' }).first().waitFor()
    await page.getByRole('link', { name: '13905349999' }).waitFor()
    await inspect(page)
    await page.getByRole('button', { name: '用我填写的' }).click()
    await page.getByText('已保存').waitFor()
    assert.deepEqual((await at().readPerson({ id })).phones, [{ number: '13905349999', label: '本人' }])
  })

  test('adding a unit ends nothing; the only original unit cannot end; a home moves', async () => {
    const id = await register({ name: '毛德海' })
    const page = await open(id, 'affiliations')
    await page.getByRole('button', { name: '增加单位' }).click()
    const adding = page.getByRole('dialog')
    await adding.getByLabel('单位', { exact: true }).fill('教育')
    await page.getByTitle('临邑县教育局').click()
    await adding.getByText('不会结束其他归属').waitFor()
    await inspect(page)
    await adding.getByRole('button', { name: '增加单位' }).click()
    await page.getByRole('row', { name: /现管单位 临邑县教育局/ }).waitFor()
    await page.getByRole('row', { name: /原单位 临邑县水利局/ }).waitFor()
    assert.equal(await page.getByRole('button', { name: '结束 临邑县水利局' }).count(), 0)
    await page.getByRole('button', { name: '结束 临邑县教育局' }).click()
    const ending = page.getByRole('dialog')
    await ending.getByLabel('结束日期').fill('2026-03-01')
    await ending.getByLabel('原因').fill('关系转回')
    await ending.getByRole('button', { name: '结束', exact: true }).click()
    await page.getByText('已结束').waitFor()
    await page.getByRole('button', { name: '迁居' }).click()
    const moving = page.getByRole('dialog')
    await moving.getByLabel('居住社区').fill('馨园')
    await page.getByTitle(/^馨园社区/).click()
    await moving.getByLabel('入住日期').fill('2026-03-01')
    await moving.getByRole('button', { name: '保存' }).click()
    await page.getByText('居住地已更新').waitFor()
    const { items } = await b.office.as(clerk).call(affiliations).listAffiliations({ id })
    assert.equal(items.filter(({ kind }) => kind === 'home').length, 2)
  })

  test('a death is recorded and taken back, and the timeline tells both', async () => {
    const id = await register({ name: '赵德胜' })
    const page = await open(id)
    await page.getByRole('button', { name: '登记离世' }).click()
    await page.getByRole('dialog').getByLabel('离世时间').fill('2026-02-27')
    await inspect(page)
    await page.getByRole('dialog').getByRole('button', { name: '登记离世' }).click()
    await section(page, '离世').getByText('2026-02-27').waitFor()
    await page.getByRole('button', { name: '撤销离世登记' }).click()
    await page.getByLabel('原因').fill('同名误登')
    await page.getByRole('dialog').getByRole('button', { name: '撤销离世登记' }).click()
    await page.getByText('已恢复为在册').waitFor()
    await page.getByRole('button', { name: '经历', exact: true }).click()
    for (const event of ['离世', '撤销离世登记']) await page.getByRole('button', { name: `${event} 1` }).waitFor()
    await page.getByRole('button', { name: '撤销离世登记 1' }).click()
    await page.getByText('建立档案').nth(1).waitFor({ state: 'detached' })
  })

  test('every change is told with who, from and to; and who can see the person, with why', async () => {
    const id = await register({ name: '孙玉梅', post: '科员' })
    await at().changeSection({ id, section: 'work', version: 1, values: { post: '主任科员' } })
    const page = await open(id, 'changes')
    await page.getByRole('row', { name: /离退休时职务 科员→主任科员 工作与离退休 周敏/ }).waitFor()
    await page.getByRole('button', { name: '谁能看到' }).click()
    await page.getByRole('row', { name: /周敏/ }).first().waitFor()
  })

  test('tags are changed on the page, and the card for paper shows what the page shows', async () => {
    const id = await register({ name: '李志强', idNumber: '371424194405050010' })
    const page = await open(id)
    await page.getByRole('button', { name: '标签', exact: true }).click()
    await page.getByRole('dialog').getByLabel('标签').fill('书画')
    await page.getByRole('dialog').getByLabel('标签').press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByText('书画').first().waitFor()
    await page.getByRole('link', { name: '打印信息卡' }).click()
    const sheet = page.getByRole('article')
    await sheet.getByText('已登记（号码不显示）').waitFor()
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByRole('navigation').first().isVisible(), false)
    assert.equal(await sheet.isVisible(), true)
    await page.emulateMedia({ media: null })
  })

  test('a reader sees the page without acts, and is told what is kept from view', async () => {
    const id = await register({ name: '陈国华', health: '30', address: '临邑县邢侗街道迎曦大街12号' })
    const reader = await b.office.hire({ role: 'reader' })
    const page = await b.visit(`/people/${id}`, { as: reader })
    await section(page, '健康简况')
      .getByText(/^您无权查看：健康状况/)
      .waitFor()
    await section(page, '居住与家庭').getByText('…').waitFor()
    assert.equal(await page.getByText('迎曦大街').count(), 0)
    for (const name of ['编辑', '核实无误', '登记离世', '标签'])
      assert.equal(await page.getByRole('button', { name }).count(), 0, name)
    await inspect(page)
  })
})
