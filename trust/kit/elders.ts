import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { contract as desk } from '#modules/accounts/elder-access/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as own } from '#modules/volunteering/own/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { buildServer } from '#platform/http/server.ts'
import { earned, openShop } from '#test/office/bank.ts'
import { settleVisits } from '#test/office/desks/visits.ts'
import { elderOf } from '#test/office/elders.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, PLACES, type Worker } from '#test/office.ts'
import { parts, wholeOffice } from './doors.ts'

const pagesDir = join(import.meta.dirname, '../../dist/console')
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage']

export type Look = {
  width?: number
  height?: number
  /** The size of the text as the elder set it. */
  size?: 'large' | 'larger' | 'largest'
  lang?: 'zh' | 'en'
  isStranger?: boolean
  hasTouch?: boolean
  /** Somebody else in the browser of this home: the clerk of the shop, the worker at the desk. */
  token?: string
}

export type ElderHome = {
  o: Office
  worker: Worker
  clerk: Worker
  person: string
  gathering: string
  url: string
  /** Every page an elder can stand on, and those of a stranger at the door. */
  paths: readonly string[]
  doorPaths: readonly string[]
  context: (look?: Look) => Promise<BrowserContext>
  open: (context: BrowserContext, path: string, under?: string) => Promise<Page>
  close: () => Promise<void>
}

/** An elder of the community with something on every page, and a browser of theirs; `hasVisits`: with visits and swaps under way too. */
export async function elderHome({ hasVisits = false } = {}): Promise<ElderHome> {
  const o = await wholeOffice()
  const worker = await o.hire({ role: 'bureau_staff', name: '周敏' })
  const person = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  await o.act(async (ctx) => {
    const settings = JSON.stringify({ bureauPhone: '0534-4231234' })
    await ctx.db.updateTable('county').set({ settings }).where('county', '=', ctx.actor.county).execute()
    const gateway = { url: 'https://sms.example', sign: '桑榆', secret: ctx.vault.seal('trial') }
    const changed_at = ctx.now.toISOString()
    await ctx.db
      .insertInto('sms_gateway')
      .values({ county: ctx.actor.county, ...gateway, changed_at })
      .execute()
  })
  const elder = await elderOf({ o, worker, personId: person })
  await o.as(worker).call(desk).giveAuthority({ id: person, name: '赵丽', relation: '女儿', mobile: '13905340003' })
  const gathering = await plan(o, worker)
  await o.as(worker).call(volunteers).registerVolunteer({ personId: person })
  const at = {
    placeCode: PLACES.guangchang,
    startsAt: '2026-03-11T09:00:00+08:00',
    endsAt: '2026-03-11T11:00:00+08:00',
  }
  await o
    .as(worker)
    .call(shifts)
    .publishShift({ title: '给独居老人送午饭', task: 'meals', ...at })
  const { clerk } = await openShop(o, { stock: 5 })
  await earned(o, person, 40)
  await elder.call(own).askForHelp({ personId: person, kind: 'clinic', words: '周三上午到县医院复查' })
  const visits = hasVisits ? await settleVisits({ o, worker, person }) : null
  const app = await buildServer(o.house, parts.rooms, { version: 'trust', pagesDir, paceFactor: 0 })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const executablePath = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const token = elder.token()
  return {
    o,
    worker,
    clerk,
    person,
    gathering,
    url,
    paths: [
      '/',
      '/gatherings',
      `/gatherings/${gathering}`,
      '/help',
      '/needs',
      '/needs/new',
      '/points',
      '/shop',
      '/naming',
      '/code',
      '/record',
      '/family',
      ...(visits ? ['/give', '/donate', `/help/${visits.nextWeek}/swap`] : []),
    ],
    doorPaths: ['/', '/claim'],
    context: (look = {}) => enter({ browser, url, token, now: o.clock.now() }, look),
    open: async (context, path, under = '/elder') => {
      const page = await context.newPage()
      await page.goto(`${url}${under}${path === '/' ? '' : path}`)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      return page
    },
    close: async () => {
      await browser.close()
      await app.close()
      await o.close()
    },
  }
}

async function plan(o: Office, worker: Worker): Promise<string> {
  const planning = o.as(worker).call(gatherings)
  const day = (date: string) => ({ startsAt: `${date}T09:00:00+08:00`, endsAt: `${date}T11:00:00+08:00` })
  const at = { kind: 'activity', placeCode: PLACES.guangchang } as const
  const note = '请穿运动鞋，带水杯。遇雨改到社区活动室。'
  const { ids } = await planning.planGathering({
    ...at,
    title: '健步走',
    ...day('2026-03-10'),
    capacity: 20,
    intensity: 3,
    note,
  })
  await planning.planGathering({ ...at, kind: 'class', title: '书法班（第三课）', ...day('2026-03-12') })
  return ids[0] ?? ''
}

type Room = { browser: Browser; url: string; token: string; now: Date }

async function enter({ browser, url, token, now }: Room, look: Look): Promise<BrowserContext> {
  const { width = 375, height = 812, size = 'large', lang = 'zh', isStranger = false, hasTouch = false } = look
  const cookie = look.token ?? token
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    hasTouch,
  })
  context.setDefaultTimeout(15_000)
  if (!isStranger) await context.addCookies([{ name: 'sangyu', value: cookie, url }])
  const kept = JSON.stringify({ 'sangyu.elder.size': size, 'sangyu.elder.lang': lang })
  await context.addInitScript(
    `for (const [key, value] of Object.entries(${kept})) if (!localStorage.getItem(key)) localStorage.setItem(key, value)`,
  )
  await context.clock.setFixedTime(now)
  return context
}
