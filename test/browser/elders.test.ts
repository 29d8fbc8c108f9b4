import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { gzipSync } from 'node:zlib'
import { contract as desk } from '#modules/accounts/elder-access/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as signUps } from '#modules/gatherings/sign-up/contract.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, takeAMoment } from './browser.ts'

const PAGES = join(import.meta.dirname, '../../dist/console/elder')
const MOST_BYTES = 80 * 1024

let b: Bureau
let worker: Worker
let card: { number: string; code: string }
let walk = ''
before(async () => {
  b = await bureau()
  worker = await b.office.hire()
  const phone = JSON.stringify({ bureauPhone: '0534-4231234' })
  await b.office.act((ctx) =>
    ctx.db.updateTable('county').set({ settings: phone }).where('county', '=', ctx.actor.county).execute(),
  )
  const person = await b.office.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  card = await b.office.as(worker).call(desk).openAccess({ id: person })
  const times = { startsAt: '2026-03-10T09:00:00+08:00', endsAt: '2026-03-10T11:00:00+08:00' }
  const planned = { kind: 'activity', title: '健步走', placeCode: PLACES.guangchang, ...times } as const
  const { ids } = await b.office.as(worker).call(gatherings).planGathering(planned)
  walk = ids[0] ?? ''
})
after(() => b.close())

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
  await page.getByRole('button', { name: '用社区发的卡片' }).click()
  await page.getByLabel('卡号').fill(card.number)
  await page.getByLabel('密码').fill(card.code)
  await page.getByRole('button', { name: '登录', exact: true }).click()
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
