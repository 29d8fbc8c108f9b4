import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as duplicates } from '#modules/people/duplicates/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as facts } from '#modules/units/facts/contract.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

const OWN = 13_905_340_000

type Twin = { birthOn: string; post?: string; phone?: string; political?: string }

suite('possible duplicates on screen', () => {
  let b: Bureau
  let clerk: Worker
  let unit: string
  let pairs = 0
  const at = () => b.office.as(clerk).call(record)
  const enrol = async (name: string, { phone, ...values }: Twin) => {
    const { id } = await at().registerPerson({
      values: { name, ...values },
      unitId: unit,
      placeCode: PLACES.guangchang,
      phones: phone ? [{ number: phone, label: '本人' }] : [],
    })
    return id
  }
  /** Two records that look like one person. */
  const pair = async (name: string) => {
    pairs += 10
    return [
      await enrol(name, { birthOn: '1938-05-06', post: '局长', political: '01', phone: `${OWN + pairs}` }),
      await enrol(name, { birthOn: '1938-05', post: '副局长', phone: `${OWN + pairs + 1}` }),
    ]
  }
  const look = () => b.office.as(clerk).call(duplicates).searchDuplicates({})
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    unit = (await b.office.as(clerk).call(facts).foundUnit({ name: '临邑县水利局', kind: 'employer', nature: 'organ' }))
      .id
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`the lists and the comparison have nothing for axe to find (${size}, ${lang})`, async () => {
        const [first, second] = await pair(`孟宪${size === 'desk' ? '章' : '文'}${lang === 'zh' ? '' : '江'}`)
        await look()
        const page = await b.visit('/duplicates', { as: clerk, size, lang })
        await inspect(page)
        for (const path of ['/duplicates?tab=different', '/duplicates?tab=merges', `/duplicates/${first}/${second}`]) {
          await page.goto(b.url + path)
          await inspect(page)
        }
      })

  test('a search brings the pair up with its reasons in words', async () => {
    await pair('田桂芳')
    const page = await b.visit('/duplicates', { as: clerk })
    await page.getByRole('button', { name: '重新查找' }).click()
    await page.getByText(/待判定 \d+ 对，其中新发现 \d+ 对/).waitFor()
    const row = page.getByRole('row', { name: /田桂芳/ })
    await row.getByText('姓名、出生年月、单位都相同').waitFor()
    await row.getByText('几乎确定').waitFor()
    await page.getByLabel('相似度').selectOption({ label: '相似度 90 以上' })
    await page.waitForURL(/minScore=90/)
    await row.waitFor()
  })

  test('two records become one: which stays and whose values is chosen, and everything else adds up', async () => {
    const [first, second] = await pair('郭振华')
    await look()
    const page = await b.visit('/duplicates', { as: clerk })
    await page.getByRole('link', { name: '比较 郭振华与郭振华' }).click()
    await page.getByRole('heading', { level: 1, name: '郭振华：是不是同一人' }).waitFor()
    await page.getByRole('group', { name: '离退休时职务' }).getByLabel('副局长').check()
    assert.equal(await page.getByRole('group', { name: '政治面貌' }).getByLabel('中共党员').isChecked(), true)
    await page.getByRole('button', { name: '是同一人，合并' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('从另一条采用 1 项：离退休时职务。').waitFor()
    await inspect(page)
    await dialog.getByRole('button', { name: '合并', exact: true }).click()
    await page.getByText('已合并').waitFor()
    const [ofFirst, ofSecond] = [
      await at().readPerson({ id: first ?? '' }),
      await at().readPerson({ id: second ?? '' }),
    ]
    const [kept, absorbed] = ofFirst.status === 'merged' ? [ofSecond, ofFirst] : [ofFirst, ofSecond]
    await page.waitForURL(new RegExp(`/people/${kept.id}$`))
    assert.equal(absorbed.mergedInto, kept.id)
    assert.equal(kept.sections.find(({ key }) => key === 'work')?.values.post, '副局长')
    assert.deepEqual(kept.phones.map(({ number }) => number).sort(), [`${OWN + pairs}`, `${OWN + pairs + 1}`])
    await page.goto(`${b.url}/people/${absorbed.id}`)
    await page.getByText('这条记录已并入另一条记录').waitFor()
    await inspect(page)
    await page.getByRole('link', { name: '打开合并后的记录' }).click()
    await page.waitForURL(new RegExp(`/people/${kept.id}$`))
  })

  test('a merge is taken back; later changes are told first and stay only when somebody says so', async () => {
    const [first = '', second = ''] = await pair('姜长河')
    await b.office.as(clerk).call(duplicates).mergePeople({ keptId: first, absorbedId: second })
    await at().changeSection({ id: first, section: 'talent', version: 0, values: { interests: ['书法'] } })
    const page = await b.visit('/duplicates?tab=merges', { as: clerk })
    await page
      .getByRole('row', { name: /姜长河/ })
      .getByRole('button', { name: '撤销合并' })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '撤销合并' }).click()
    await dialog.getByRole('alert').getByText('合并以后保留的记录又有改动').waitFor()
    await inspect(page)
    await dialog.getByRole('button', { name: '保留后来的改动并撤销' }).click()
    await page.getByText('已撤销，两条记录都已恢复').waitFor()
    const restored = await at().readPerson({ id: second })
    assert.equal(restored.status, 'living')
    await page
      .getByRole('row', { name: /姜长河/ })
      .getByRole('button')
      .waitFor({ state: 'detached' })
  })

  test('two people are judged to be two, and do not come up again', async () => {
    await pair('边庆丰')
    await look()
    const page = await b.visit('/duplicates', { as: clerk })
    await page.getByRole('link', { name: '比较 边庆丰与边庆丰' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '边庆丰：是不是同一人' }).waitFor()
    await page.getByRole('button', { name: '不是同一人' }).press('Enter')
    await page.getByText('以后不再列出').waitFor()
    await page.getByRole('heading', { level: 1, name: '疑似重复' }).waitFor()
    await page.getByRole('button', { name: /^不是同一人/ }).click()
    await page.getByRole('row', { name: /边庆丰/ }).waitFor()
    await look()
    const { items } = await b.office.as(clerk).call(duplicates).listDuplicates()
    assert.equal(items.filter((one) => one.first.name === '边庆丰').length, 0)
  })

  test('who may not merge compares, and is offered nothing more', async () => {
    const [first, second] = await pair('毛德山')
    const worker = await b.office.hire({ role: 'community_worker', place: PLACES.guangchang })
    const page = await b.visit(`/duplicates/${first}/${second}`, { as: worker })
    await page.getByRole('group', { name: '离退休时职务' }).waitFor()
    assert.equal(await page.getByRole('button', { name: '是同一人，合并' }).count(), 0)
    assert.equal(await page.getByRole('radio').first().isDisabled(), true)
    await inspect(page)
  })
})
