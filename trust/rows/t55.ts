import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type ElderHome, elderHome } from '../kit/elders.ts'
import { pagePaths } from '../kit/pages.ts'
import { walkByTab } from '../kit/senses/keyboard.ts'
import { changes, readPages, tellAtRest, written } from '../kit/senses/transcript.ts'
import { endings, giveVoice, listen, pause } from '../kit/senses/voice.ts'
import { noneOf, type Row } from '../row.ts'

/** Reviewed by a person and committed; `node trust/rows/t55.ts --write` writes what is told today, to be read before it is kept. */
const FILE = join(import.meta.dirname, '../elder-transcripts.txt')
const ISSUE =
  /^\/(bank|groups|group-proposals|teams|volunteers|posts|training|shifts|service|needs|calendar|gatherings|strength-limits|verify|ledgers\/(service|needs)|messages)(\/|$)/

type Place = { name: string; path: string; isStranger?: boolean; behind?: (page: Page) => Promise<void> }

const tap = (role: 'button' | 'link', name: string | RegExp) => (page: Page) =>
  page.getByRole(role, { name }).first().click()

/** Every address of the elder pages, and what lies one press behind them. The last ones leave something done. */
const placesOf = (home: ElderHome): Place[] => [
  ...home.doorPaths.map((path) => ({ name: `${path} of a stranger`, path, isStranger: true })),
  { name: '/ by telephone', path: '/', isStranger: true, behind: tap('button', '用手机号') },
  { name: '/ by card', path: '/', isStranger: true, behind: tap('button', '用社区发的卡片') },
  ...home.paths.map((path) => ({ name: path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id'), path })),
  { name: '/needs/new, a kind chosen', path: '/needs/new', behind: tap('button', '买菜购物') },
  { name: '/shop, one more look', path: '/shop', behind: tap('button', '换这个') },
  { name: '/family with a code', path: '/family', behind: showCode },
  { name: '/gatherings/:id, just signed up', path: `/gatherings/${home.gathering}`, behind: signUp },
  { name: '/redemptions/:id, just redeemed', path: '/shop', behind: redeem },
]

async function showCode(page: Page): Promise<void> {
  await tap('button', '显示代办码')(page)
  await page.locator('.code').waitFor()
}

async function signUp(page: Page): Promise<void> {
  await tap('button', '我要报名')(page)
  await page.getByText('已经报名').waitFor()
  await page.getByRole('button', { name: '取消报名' }).waitFor()
}

async function redeem(page: Page): Promise<void> {
  await tap('button', '换这个')(page)
  await pause(page)
  await tap('button', '对，就换这个')(page)
  await page.getByRole('heading', { name: '领取码' }).waitFor()
}

type Found = { told: Map<string, string[]>; faults: string[]; stops: number }

async function elderPages(home: ElderHome): Promise<Found> {
  const found: Found = { told: new Map(), faults: [], stops: 0 }
  const seen = new Set<string>()
  for (const isStranger of [true, false]) {
    const context = await home.context({ isStranger })
    await giveVoice(context)
    for (const place of placesOf(home).filter((one) => (one.isStranger ?? false) === isStranger)) {
      const page = await home.open(context, place.path)
      const faults: string[] = []
      await sense(page, place, { found, faults, seen }).catch((error: unknown) =>
        faults.push(`broke off: ${String(error)}`),
      )
      found.faults.push(...faults.map((fault) => `${place.name}: ${fault}`))
      await page.close()
    }
    await context.close()
  }
  return found
}

type Senses = { found: Found; faults: string[]; seen: Set<string> }

/** One page by screen reader, by keyboard and by ear. */
async function sense(page: Page, place: Place, { found, faults, seen }: Senses): Promise<void> {
  await place.behind?.(page)
  await page.waitForLoadState('networkidle')
  const told = await tellAtRest(page)
  found.told.set(place.name, told.lines)
  const walked = await walkByTab(page, { seen, isNarrow: true })
  found.stops += walked.stops
  faults.push(...walked.faults, ...(await listen(page, told.main)))
  if (place.path === '/points') faults.push(...(await endings(page)))
}

/** The counter of a shop, and the desk’s pages of volunteering: by Tab alone. */
async function otherPages(home: ElderHome): Promise<Omit<Found, 'told'> & { pages: number }> {
  const desk = pagePaths()
    .filter((path) => ISSUE.test(path))
    .map((path) => path.replace('/gatherings/$id', `/gatherings/${home.gathering}`).replace('$personId', home.person))
    .filter((path) => !path.includes('$'))
  const tabs = ['核销', '今日', '结算'] // the three of the counter
  const found: Omit<Found, 'told'> & { pages: number } = { faults: [], stops: 0, pages: 0 }
  const seen = new Set<string>()
  const walkThem = async (token: string, places: readonly { path: string; tab?: string }[], isNarrow: boolean) => {
    const context = await home.context({ token, ...(isNarrow ? {} : { width: 1366, height: 768 }) })
    for (const { path, tab } of places) {
      const page = await home.open(context, path, '')
      if (tab) await page.getByRole('button', { name: tab }).first().click()
      await page.waitForLoadState('networkidle')
      const { faults, stops } = await walkByTab(page, { seen, isNarrow })
      found.faults.push(...faults.map((fault) => `${path.replace(/[0-9a-f]{8}-.*/, ':id')}${tab ?? ''}: ${fault}`))
      found.stops += stops
      found.pages += 1
      await page.close()
    }
    await context.close()
  }
  await walkThem(home.clerk.token, tabs.map((tab) => ({ path: '/partner', tab })), true) // biome-ignore format: one glance
  await walkThem(home.worker.token, desk.map((path) => ({ path })), false) // biome-ignore format: one glance
  return found
}

async function judge(isWriting: boolean) {
  const home = await elderHome({ hasVisits: true })
  try {
    const elders = await elderPages(home)
    if (isWriting) writeFileSync(FILE, written(elders.told))
    const kept = readPages(readFileSync(FILE, 'utf8'))
    const others = await otherPages(home)
    const gone = [...kept.keys()].filter((name) => !elders.told.has(name)).map((name) => `${name} is told no more`)
    const changed = [...elders.told].flatMap(([name, lines]) => changes(name, kept.get(name), lines))
    const pages = elders.told.size + others.pages
    const stops = elders.stops + others.stops
    if (isWriting) process.stdout.write(`${[...elders.faults, ...others.faults].join('\n')}\n`)
    return noneOf([...gone, ...changed, ...elders.faults, ...others.faults], `${stops} stops on ${pages} pages`)
  } finally {
    await home.close()
  }
}

export const row: Row = {
  id: 'T55',
  about: {
    zh: '长者、合作单位和服务台页面只用键盘走遍；读屏所得与审过的文字一致；朗读与页面一致，能停能续',
    en: 'elder, counter and desk pages walked by Tab alone; what a reader of screens tells is what was reviewed; what is read aloud is what stands there',
  },
  threshold: '100 % reachable; transcripts unchanged or reviewed; heard as seen',
  blocksMerge: false,
  minutes: 12,
  run: () => judge(false),
}

if (process.argv.includes('--write')) process.stdout.write(`${(await judge(true)).value}\n`)
