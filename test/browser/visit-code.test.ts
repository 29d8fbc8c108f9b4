import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { visitPayload } from '#modules/volunteering/codes/visit-code.ts'
import { contract as own } from '#modules/volunteering/own/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { settleVisits } from '#test/office/desks/visits.ts'
import { elderOf } from '#test/office/elders.ts'
import { settle } from '#test/office/settle.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { PLACES } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'
import { filmCards } from './film.ts'

const folder = mkdtempSync(join(tmpdir(), 'sangyu-film-'))
const film = join(folder, 'cards.y4m')
const OTHER = '鸡蛋一提 30 元'
const WORDS = {
  zh: { scan: '用手机扫上门码', stop: '不扫了', other: '这不是上门码' },
  en: { scan: 'Scan the visit code', stop: 'Stop scanning', other: 'This is not a visit code' },
} as const
let b: Bureau
let elder: Visitor
let person = ''
let code = ''
before(async () => {
  b = await bureau({ film })
  const o = b.office
  const worker = await o.hire()
  person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  elder = await elderOf({ o, worker, personId: person })
  await o.as(worker).call(volunteers).registerVolunteer({ personId: person })
  ;({ code } = await settleVisits({ o, worker, person }))
})
after(async () => {
  await b.close()
  rmSync(folder, { recursive: true })
})

const turn = async () =>
  (await elder.call(own).myShifts({ personId: person })).mine.find(({ title }) => title === '陪孙志国聊天')?.turn

for (const size of everySize)
  for (const lang of ['zh', 'en'] as const)
    test(`a code that is no visit code is told for what it is, and axe finds nothing while it scans (${size}, ${lang})`, async () => {
      filmCards(film, [OTHER])
      const words = WORDS[lang]
      const as = { token: elder.token() }
      const page = await b.visit('/elder/help', { as, size, mayUseCamera: true })
      if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('button', { name: words.scan }).click()
      await page.getByRole('alert').getByText(words.other).waitFor()
      await inspect(page)
      await page.getByRole('button', { name: words.stop }).click()
      await page.locator('video').waitFor({ state: 'detached' })
      assert.equal(await turn(), 'claimed')
      await page.close()
    })

test('where the camera is not allowed that is said, and the code is typed', async () => {
  const page = await b.visit('/elder/help', { as: { token: elder.token() }, size: 'phone' })
  await page.getByRole('button', { name: WORDS.zh.scan }).click()
  await page.getByRole('alert').getByText('手机没有让用摄像头').waitFor()
  await page.getByLabel('上门码').waitFor()
  await inspect(page)
  await page.close()
})

test('a volunteer holds the telephone to the visit code: that checks in, and the camera is put away', async () => {
  filmCards(film, [OTHER, visitPayload(code)])
  const page = await b.visit('/elder/help', { as: { token: elder.token() }, size: 'phone', mayUseCamera: true })
  await page.getByRole('button', { name: WORDS.zh.scan }).click()
  await page.getByText('已经签到：陪孙志国聊天').waitFor()
  await page.locator('video').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '签退' }).waitFor()
  assert.equal(await turn(), 'started')
  await page.close()
})
