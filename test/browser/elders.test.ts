import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { contract as desk } from '#modules/accounts/elder-access/contract.ts'
import { contract as attendance } from '#modules/gatherings/attendance/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as feedback } from '#modules/gatherings/feedback/contract.ts'
import { contract as signUps } from '#modules/gatherings/sign-up/contract.ts'
import { contract as choices } from '#modules/messages/choices/contract.ts'
import { tell } from '#modules/messages/index.ts'
import { earned } from '#test/office/bank.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, takeAMoment } from './browser.ts'

const PAGES = join(import.meta.dirname, '../../dist/console/elder')
const MOST_BYTES = 80 * 1024

let b: Bureau
let worker: Worker
let card: { number: string; code: string }
let person = ''
let walk = ''
before(async () => {
  b = await bureau()
  worker = await b.office.hire()
  const phone = JSON.stringify({ bureauPhone: '0534-4231234' })
  await b.office.act((ctx) =>
    ctx.db.updateTable('county').set({ settings: phone }).where('county', '=', ctx.actor.county).execute(),
  )
  person = await b.office.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  card = await b.office.as(worker).call(desk).openAccess({ id: person })
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const planned = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang, ...times } as const
  const { ids } = await b.office.as(worker).call(gatherings).planGathering(planned)
  walk = ids[0] ?? ''
})
after(() => b.close())

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '用社区发的卡片' }).click()
  await page.getByLabel('卡号').fill(card.number)
  await page.getByLabel('密码').fill(card.code)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '首页' }).waitFor()
  await takeAMoment(page) // the first page's links lie where the button was
}

/** The whole page as an elder meets it: nothing for axe to find, by the contrast of the elders' pages. */
async function look(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
    [],
  )
  assert.equal(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), 0)
  const shots = process.env['SHOTS']
  if (shots) await page.screenshot({ path: `${shots}/${String((shot += 1)).padStart(2, '0')}.png`, fullPage: true })
}
let shot = 0

const signedUp = async () => (await b.office.as(worker).call(signUps).listSignUps({ id: walk })).items.length

test('the first page of an elder is carried by an old telephone', () => {
  const named = readdirSync(join(PAGES, 'assets')).filter((name) => /^(index|style).*\.(js|css)$/.test(name))
  // What the first script cannot run without comes with it, whatever the builder calls it.
  const asked = named.flatMap((name) => [
    ...readFileSync(join(PAGES, 'assets', name), 'utf8').matchAll(/from"\.\/([^"]+)"/g),
  ])
  const files = [...new Set([...named, ...asked.map(([, name = '']) => name)])]
  const first = [join(PAGES, 'index.html'), ...files.map((name) => join(PAGES, 'assets', name))]
  const bytes = first.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0)
  assert.ok(files.length >= 2 && bytes <= MOST_BYTES, `${bytes} bytes`)
})

test('an elder signs in with the card, signs up in three taps, and takes it back', async () => {
  const page = await b.visit('/elder', { size: 'phone' })
  await page.getByText('这里还不能发手机验证码').waitFor()
  assert.equal(await page.getByRole('button', { name: '用手机号' }).count(), 0)
  assert.equal(
    await page.getByRole('link', { name: '给临邑县老干部局打电话' }).getAttribute('href'),
    'tel:0534-4231234',
  )
  await signIn(page)
  await page.getByRole('link', { name: '我的活动' }).click()
  await page.getByRole('link', { name: /健步走/ }).click()
  await takeAMoment(page)
  await page.getByRole('button', { name: '我要报名' }).dblclick()
  await page.getByText('已经报名：健步走').waitFor()
  assert.equal(await signedUp(), 1)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '我要报名' }).waitFor()
  assert.equal(await signedUp(), 0)
})

test('an elder sees what changed in a plan, says who goes along, and consents', async () => {
  await asOwner(b.office.house, `update person set birth_on = '1953-01-01' where id = $1`, [person])
  const staff = b.office.as(worker)
  await staff.call(signUps).signUp({ id: walk, personId: person })
  const times = { startsAt: '2026-03-10T14:00:00+08:00', endsAt: '2026-03-10T16:00:00+08:00' }
  const facts = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang, intensity: 4, ...times } as const
  await staff.call(gatherings).changeGathering({ ...facts, id: walk, version: 1 })
  const page = await b.visit('/elder', { size: 'phone' })
  await signIn(page)
  await page.getByRole('link', { name: '有1个活动改了，需要您同意' }).click()
  await page.getByRole('link', { name: /健步走.*需要您同意/ }).click()
  await page.getByText('时间原来是2026年3月10日（星期二）上午9点，现在是上面写的。').waitFor()
  await page.getByText('活动强度原来是轻度，现在是较强。').waitFor()
  await look(page)
  await page.getByRole('button', { name: '我同意，照新安排参加' }).click()
  await page.getByText('请填写谁陪您去，再点同意。').waitFor()
  await page.getByLabel('谁陪您去').fill('女儿赵丽')
  await takeAMoment(page)
  await page.getByRole('button', { name: '我同意，照新安排参加' }).click()
  await page.getByText('已经同意，照新安排参加：健步走').waitFor()
  const [line] = (await staff.call(signUps).listSignUps({ id: walk })).items
  assert.deepEqual([line?.isWaitingForWord, line?.consentBy, line?.companion], [false, 'self', '女儿赵丽'])
})

test('an elder turns the pages of what they were told, and chooses what not to be told', async () => {
  for (const n of [1, 2, 3, 4, 5, 6]) {
    b.office.clock.pass(1)
    await b.office.act((ctx) =>
      tell(ctx, { personIds: [person], template: 'notice', values: { text: `第${n}件事` }, key: `n${n}` }),
    )
  }
  const page = await b.visit('/elder', { size: 'phone' })
  await signIn(page)
  await page.getByRole('link', { name: '有6条新消息没看' }).waitFor()
  await page.getByRole('link', { name: '发给我的消息' }).click()
  await page.getByText('第6件事').waitFor()
  await look(page)
  await page.getByRole('button', { name: '更早的消息' }).click()
  await page.getByText('第1件事').waitFor()
  await page.reload()
  await page.getByText('第6件事').waitFor()
  assert.equal(await page.getByText('新消息').count(), 0)
  await page.getByRole('link', { name: '怎样收消息' }).click()
  await takeAMoment(page)
  await page.getByRole('button', { name: '不要短信，送纸到家' }).click()
  await page.getByText('已经改好').waitFor()
  await page.getByRole('button', { name: '兴趣小组、协会：现在收' }).click()
  await page.getByRole('button', { name: '兴趣小组、协会：现在不收', pressed: true }).waitFor()
  await look(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Groups: stopped' }).waitFor()
  await look(page)
  const shown = await b.office.as(worker).call(choices).showChoice({ id: person })
  assert.deepEqual([shown.way, shown.declined, shown.onBehalf], ['paper', ['group'], 'self'])
})

test('who came says how it was, and changes it', async () => {
  const staff = b.office.as(worker)
  const times = { startsAt: '2026-03-01T09:00:00+08:00', endsAt: '2026-03-01T10:00:00+08:00' }
  const lecture = { kind: 'lecture', title: '防诈骗讲座', placeCode: PLACES.guangchang, ...times } as const
  const [id = ''] = (await staff.call(gatherings).planGathering(lecture)).ids
  await staff.call(attendance).markAttendance({ id, marks: [{ personId: person, state: 'present' }] })
  await staff.call(attendance).closeGathering({ id })
  const page = await b.visit('/elder', { size: 'phone' })
  await signIn(page)
  await page.getByRole('link', { name: '我的活动' }).click()
  await page.getByRole('link', { name: '说说办得怎么样' }).click()
  await page.getByRole('button', { name: '就这样告诉社区' }).click()
  await page.getByText('请先点一样，再告诉社区。').waitFor()
  await takeAMoment(page)
  await page.getByRole('button', { name: '4颗星' }).click()
  await page.getByLabel('还想说的').fill('声音小')
  await look(page)
  await page.getByRole('button', { name: '就这样告诉社区' }).click()
  await page.getByText('谢谢，已经记下').waitFor()
  await page.getByRole('link', { name: '您给了4颗星' }).click()
  await page.getByRole('button', { name: '5颗星' }).click()
  await takeAMoment(page)
  await page.getByRole('button', { name: '改成这样' }).click()
  await page.getByRole('link', { name: '您给了5颗星' }).waitFor()
  await look(page)
  const { items } = await staff.call(feedback).listFeedback({ id })
  assert.deepEqual(
    items.map(({ stars, words, onBehalf }) => [stars, words, onBehalf]),
    [[5, '声音小', 'self']],
  )
})

test('the points page shows the latest and the rest to who asks', async () => {
  await earned(b.office, person, 112)
  const page = await b.visit('/elder/points', { size: 'phone' })
  await signIn(page)
  await page.getByRole('link', { name: '我的积分' }).click()
  const lines = page.getByText('服务得分')
  await lines.first().waitFor()
  assert.equal(await lines.count(), 5)
  await look(page)
  await page.getByRole('button', { name: '看更早的明细' }).click()
  await lines.nth(6).waitFor()
  assert.equal(await page.getByRole('button', { name: '看更早的明细' }).count(), 0)
})
