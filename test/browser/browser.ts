import assert from 'node:assert/strict'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { buildServer } from '#platform/http/server.ts'
import { type Office, type OfficeOptions, office, type Worker } from '#test/office.ts'
import { allParts } from '../../src/main.ts'

/** The office PC and a phone: every page is looked at on both. */
export const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const
export type Size = keyof typeof SIZES
export const everySize: readonly Size[] = ['desk', 'phone']

export type Visit = { as?: Pick<Worker, 'token'>; size?: Size; lang?: 'zh' | 'en'; mayUseCamera?: boolean }
export type Bureau = {
  office: Office
  url: string
  /** Opens a page in a browser of its own, signed in as somebody or as nobody. */
  visit: (path: string, visit?: Visit) => Promise<Page>
  close: () => Promise<void>
}

const pagesDir = join(import.meta.dirname, '../../dist/console')
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage']
/** Runs in the page: by how much it is wider than the window. */
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
/** A page that does not come within this time is broken, not slow. */
const PATIENCE_MS = 15_000

/** With a film, the browser has a camera that plays it (test/browser/film.ts); else it has none. */
type BureauOptions = OfficeOptions & { film?: string }

/** A small office with its pages served, and a browser to look at them. Whatever the browser complains about fails the test. */
export async function bureau({ film, ...options }: BureauOptions = {}): Promise<Bureau> {
  const { rooms, listeners } = allParts()
  const o = await office({ rooms, listeners, ...options })
  const app = await buildServer(o.house, options.rooms ?? rooms, { version: 'test', pagesDir, paceFactor: 0 })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const executablePath = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium'
  // Without a language that has them, Chromium cannot write the characters of a file name.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const camera = film ? ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`] : []
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...camera], env })
  const complaints: string[] = []
  const room: Room = { browser, url, complaints, desks: new Map() }
  return {
    office: o,
    url,
    visit: async (path, visit = {}) => {
      // Behind the door the account's own language counts, not the browser's.
      if (visit.as)
        await o
          .as(visit.as)
          .call(sessions)
          .changeMyLanguage({ lang: visit.lang ?? 'zh' })
      return open(room, path, { ...visit, now: o.clock.now() })
    },
    close: async () => {
      await browser.close()
      await app.close()
      await o.close()
      assert.deepEqual(complaints, [], 'the browser complained')
    },
  }
}

type Room = { browser: Browser; url: string; complaints: string[]; desks: Map<string, BrowserContext> }

async function open(room: Room, path: string, visit: Visit & { now: Date }): Promise<Page> {
  const context = await deskFor(room, visit)
  if (visit.as) await context.addCookies([{ name: 'sangyu', value: visit.as.token, url: room.url }])
  const page = await context.newPage()
  await page.addInitScript(FORGET)
  await page.clock.setFixedTime(visit.now)
  await page.goto(room.url + path)
  await page.locator('h1').first().waitFor()
  return page
}

/** Runs in a page that is opened, not in one that is loaded again: nothing is left of what another page of the same desk kept. */
const FORGET = "sessionStorage.getItem('opened') || (localStorage.clear(), sessionStorage.setItem('opened', '1'))"

/** Who comes again the same way sits down at the same desk: its browser has the pages' scripts at hand, which halves a visit. */
async function deskFor({ browser, url, complaints, desks }: Room, visit: Visit): Promise<BrowserContext> {
  const { as, size = 'desk', lang = 'zh', mayUseCamera = false } = visit
  const key = `${as?.token} ${size} ${lang} ${mayUseCamera}`
  const known = as && desks.get(key)
  if (known) return known
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write', ...(mayUseCamera ? ['camera'] : [])],
  })
  context.setDefaultTimeout(PATIENCE_MS)
  watch(context, url, complaints)
  desks.set(key, context)
  context.on('close', () => desks.delete(key))
  return context
}

/** Between two presses at one place a hand takes longer than this; the small shells hear a quicker one as the first come twice. */
export const takeAMoment = (page: Page): Promise<void> => page.waitForTimeout(700)

/** Errors of scripts, pieces refused by the security policy, and anything asked of another host. */
function watch(context: BrowserContext, url: string, complaints: string[]): void {
  context.on('weberror', (error) => {
    const { stack, message } = error.error()
    complaints.push(`${error.page()?.url() ?? ''} ${stack ?? message}`)
  })
  context.on('console', (said) => {
    // The browser notes every refusal (4xx) by itself; pages show those in words.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource'))
      complaints.push(`${said.page()?.url() ?? ''} ${said.text()}`)
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url())) complaints.push(request.url())
  })
}

/** Nothing for axe to find, nothing that scrolls the page sideways, one heading, a title of its own. */
export async function inspect(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const reading = page.locator('[role=status] > .visually-hidden')
  while ((await reading.count()) > 0) await reading.first().waitFor({ state: 'detached' })
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze() // no frames of other hosts: one page is enough
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  assert.deepEqual(found, [], `axe on ${page.url()}`)
  const width = await page.evaluate<number>(SIDEWAYS)
  assert.equal(width, 0, `${page.url()} scrolls sideways`)
  assert.equal(await page.locator('h1').count(), 1, `${page.url()} has one h1`)
  const heading = await page.locator('h1').innerText()
  assert.ok((await page.title()).startsWith(heading), `${page.url()} is titled after its heading`)
}
