import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, suite } from 'node:test'
import { contract as consents } from '#modules/people/privacy/consents/contract.ts'
import { contract as corrections } from '#modules/people/privacy/corrections/contract.ts'
import { contract as erasures } from '#modules/people/privacy/erasure/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { proofOf } from '#test/office/desks/proof.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

suite('duties towards the persons recorded', () => {
  let b: Bureau
  let clerk: Worker
  let chief: Worker
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-privacy-'))
  const register = async (name: string) => {
    const values = { name, birthOn: '1941', post: '科长', kind: 'tuixiu' }
    const { id } = await b.office.as(clerk).call(record).registerPerson({ values, placeCode: PLACES.guangchang })
    return id
  }
  const propose = async (id: string) => {
    const asked = { section: 'work', values: { post: '副局长' }, reason: '与任职文件不一致' } as const
    return (
      await b.office
        .as(clerk)
        .call(corrections)
        .proposeCorrection({
          id,
          ...asked,
          askedBy: 'family',
          asker: '女儿',
          evidenceId: await proofOf(b.office, clerk, id),
        })
    ).requestId
  }
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire({ name: '周敏' })
    chief = await b.office.hire({ name: '郑局长' })
  })
  after(async () => {
    rmSync(folder, { recursive: true })
    await b.close()
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`every page of it has nothing for axe to find (${size}, ${lang})`, async () => {
        const id = await register('孔令芳')
        await b.office.as(clerk).call(consents).giveConsent({ id, purpose: 'photo', agreed: true })
        const request = await propose(id)
        const ask = { id, ground: 'purpose_ended', reason: '本人要求' } as const
        await b.office.as(clerk).call(erasures).requestErasure(ask)
        const page = await b.visit(`/people/${id}?tab=privacy`, { as: chief, size, lang })
        await inspect(page)
        for (const path of [
          '?tab=corrections',
          '?tab=erasures',
          '?tab=purposes',
          '?tab=incident',
          `/corrections/${request}`,
        ]) {
          await page.goto(`${b.url}/privacy${path}`)
          await inspect(page)
        }
      })

  test('a consent is given with an empty box that must be ticked, and withdrawn with fewer taps', async () => {
    const id = await register('王秀英')
    const page = await b.visit(`/people/${id}?tab=privacy`, { as: clerk })
    const box = page.getByRole('checkbox')
    await page.getByRole('button', { name: '登记同意 照片' }).click()
    assert.equal(await box.isChecked(), false)
    await page.getByRole('button', { name: '登记同意', exact: true }).click()
    await page.getByText('得到同意后才能登记').waitFor()
    await box.check()
    await page.getByRole('button', { name: '登记同意', exact: true }).click()
    await page.getByRole('button', { name: '撤回同意 照片' }).click()
    await page.getByRole('button', { name: '登记同意 照片' }).waitFor()
    const { items } = await b.office.as(clerk).call(consents).listConsents({ id })
    assert.deepEqual(
      items.map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt !== null]),
      [['photo', true]],
    )
  })

  test('a correction is proposed on the person’s page and approved by somebody else from their home page', async () => {
    const id = await register('毛德山')
    const page = await b.visit(`/people/${id}?tab=privacy`, { as: clerk })
    await page.getByRole('button', { name: '提出更正' }).click()
    await page.getByRole('combobox', { name: '哪一部分' }).selectOption({ label: '工作与离退休' })
    await page.getByRole('combobox', { name: '要更正的项目' }).click()
    await page.getByTitle('离退休时职务').click()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: '离退休时职务' }).fill('副局长')
    await page.getByRole('textbox', { name: '理由' }).fill('与任职文件不一致')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('请附上依据').waitFor()
    const paper = { name: '任免通知.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photograph()) }
    await page.getByLabel('上传依据（照片或扫描件）').setInputFiles(paper)
    await page.getByText('已附：任免通知.jpg').waitFor()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('已提出，等待决定').waitFor()
    const other = await b.visit('/', { as: chief })
    await other.getByRole('link', { name: /更正申请/ }).click()
    await other.getByRole('link', { name: '查看 毛德山的申请' }).first().click()
    await other.getByRole('button', { name: '同意并更正' }).click()
    await other.getByText('已更正').first().waitFor()
    const person = await b.office.as(clerk).call(record).readPerson({ id })
    assert.equal(person.sections.find((one) => one.key === 'work')?.values['post'], '副局长')
  })

  test('whoever decides on an identity number sees how it fits, on a telephone too, and no digit more', async () => {
    const id = await register('毛德海')
    const evidenceId = await proofOf(b.office, clerk, id)
    const asked = { id, section: 'identity', values: { idNumber: '371424193804050937' }, reason: '录错' } as const // a section of the record
    const { requestId } = await b.office
      .as(clerk)
      .call(corrections)
      .proposeCorrection({ ...asked, evidenceId })
    const page = await b.visit(`/privacy/corrections/${requestId}`, { as: chief, size: 'phone' })
    await page.getByRole('heading', { name: '申请的身份证号是否对得上' }).waitFor()
    await page.getByText('没有人用').waitFor()
    assert.equal(await page.getByText('371424193804050937').count(), 0)
    await inspect(page)
  })

  test('what law keeps is said before anybody decides, and the file of the person is handed out', async () => {
    const id = await register('丁一')
    const page = await b.visit(`/people/${id}?tab=privacy`, { as: clerk })
    await page.getByRole('button', { name: '申请删除' }).click()
    await page.getByRole('combobox', { name: '删除依据' }).selectOption({ label: '处理目的已实现或不再需要' })
    await page.getByRole('textbox', { name: '理由' }).fill('本人要求')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('仍是在世的服务对象').waitFor()
    await page.getByRole('button', { name: '给本人一份全部信息' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载', exact: true }).click(),
    ])
    assert.ok(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString()
        .startsWith('%PDF'),
    )
    const other = await b.visit('/privacy?tab=erasures', { as: chief })
    const row = other.getByRole('row', { name: /丁一/ })
    await row.getByRole('button', { name: '决定' }).click()
    await other.getByRole('button', { name: '改为仅作存储' }).click()
    await row.getByText('仅作存储').waitFor()
  })

  test('ids from the audit become names for who may know them', async () => {
    const id = await register('欧阳佛手')
    const file = join(folder, 'looks.json')
    writeFileSync(
      file,
      JSON.stringify({
        people: [
          {
            personId: id,
            fields: ['idNumber'],
            firstAt: '2026-03-02T01:00:00Z',
            lastAt: '2026-03-02T02:00:00Z',
            times: 2,
          },
        ],
      }),
    )
    const page = await b.visit('/privacy?tab=incident', { as: chief })
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('cell', { name: '公民身份号码' }).waitFor()
    await page.getByRole('textbox', { name: '发生了什么' }).fill('一个账号的口令泄露')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '打印报告' }).click(),
    ])
    assert.match(download.suggestedFilename(), /个人信息事件报告/)
  })
})
