import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { type ConnectionConfig, openOwner } from '#platform/db/pool.ts'
import { fill } from '../county/fill.ts'
import { livingPeople } from '../county/people.ts'
import { median } from '../load/figures.ts'
import { benchVault } from '../servers/keys.ts'
import { startServer } from '../servers/process.ts'
import { openAccess } from './elders.ts'

export type Opening = { kilobytes: number; requests: number; shownAt: number; interactiveAt: number }
export type ElderHome = { home: Opening; again: Opening; bare: Opening; slower: number }

const COUNTY = 371424
const PEOPLE = 3_397
const SLOWER = 4
const ROUNDS = 7
const SIZE = { width: 390, height: 844 }
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage']
const ROOT = join(import.meta.dirname, '../..')
const DIST = join(ROOT, 'dist/console')
const BARE = 'bare.html'

/** An elder's first page on a slow telephone, cold and once more, beside a page of the same server that is words alone. Builds the pages where they are not of today; needs Chromium. */
export async function timeElderHome(config: ConnectionConfig): Promise<ElderHome> {
  if (spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' }).status !== 0)
    throw new Error('the pages were not built')
  const owner = await openOwner(config)
  await fill(owner, benchVault(), PEOPLE)
  const [elder] = await openAccess(owner, (await livingPeople(owner, COUNTY)).slice(0, 1))
  await owner.end()
  const pages = mkdtempSync(join(tmpdir(), 'sangyu-pages-'))
  cpSync(DIST, pages, { recursive: true })
  writeFileSync(join(pages, 'elder', BARE), barePage(readFileSync(join(pages, 'elder/index.html'), 'utf8')))
  const product = await startServer('product', { env: { CONNECTION: JSON.stringify(config), PAGES: pages } })
  const executablePath = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const url = `http://127.0.0.1:${product.port}`
    return await inTurn(browser, url, elder?.cookie ?? '')
  } finally {
    await browser.close()
    await product.stop()
    rmSync(pages, { recursive: true, force: true })
  }
}

/** The same head and heading without script and style, so that what is left is the browser and the line. */
function barePage(page: string): string {
  const tiles = ['我的活动', '我要帮忙', '我的积分', '找人帮忙'].map(
    (words) => `<p><a class="tile" href="#">${words}</a></p>`,
  )
  return page
    .replaceAll(/<script.*?<\/script>|<link[^>]*>/gs, '')
    .replace('<div id="root"></div>', `<h1>首页</h1><nav class="tiles">${tiles.join('')}</nav>`)
}

async function inTurn(browser: Browser, url: string, cookie: string): Promise<ElderHome> {
  const found: Record<'home' | 'again' | 'bare', Opening[]> = { home: [], again: [], bare: [] }
  for (let round = 0; round <= ROUNDS; round++) {
    const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN', reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'sangyu', value: cookie.replace('sangyu=', ''), url }])
    await context.addInitScript(WATCH)
    const home = await openOnce(await context.newPage(), `${url}/elder`)
    const again = await openOnce(await context.newPage(), `${url}/elder`)
    const bare = await openOnce(await context.newPage(), `${url}/elder/${BARE}`)
    await context.close()
    // The first meets a cold server and a cold browser.
    if (round > 0) for (const [name, one] of Object.entries({ home, again, bare })) found[name as 'home'].push(one) // one of the three
  }
  const line = { home: middle(found.home), again: middle(found.again), bare: middle(found.bare) }
  for (const [name, { kilobytes, requests, shownAt, interactiveAt }] of Object.entries(line))
    console.log(
      `elder ${name}: ${kilobytes.toFixed(1)} kB, ${requests} requests, shown ${shownAt.toFixed(0)} ms, interactive ${interactiveAt.toFixed(0)} ms`,
    )
  return { ...line, slower: SLOWER }
}

function middle(openings: readonly Opening[]): Opening {
  const of = (key: keyof Opening) => median(openings.map((one) => one[key]))
  return {
    kilobytes: of('kilobytes'),
    requests: of('requests'),
    shownAt: of('shownAt'),
    interactiveAt: of('interactiveAt'),
  }
}

/** Runs in the page: when the four tiles stand there, and when the last task of more than 50 ms was over. */
const WATCH = `
  window.seen = { tiles: 0, busyUntil: 0 };
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.seen.busyUntil = Math.max(window.seen.busyUntil, one.startTime + one.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelectorAll('.tiles .tile').length >= 4) window.seen.tiles = performance.now();
    else requestAnimationFrame(look);
  };
  look();`

/** A page of words alone runs no script of anybody, nor the one above: its tiles are there with its first paint. */
const SEEN = `({ ...window.seen, tiles: window.seen?.tiles || performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0 })`

/** Nothing longer than 50 ms for so long: the page answers to a finger. */
const QUIET_MS = 1_500

async function openOnce(page: Page, url: string): Promise<Opening> {
  const line = await page.context().newCDPSession(page)
  const carried = await countBytes(line)
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url)
  await page.locator('.tiles .tile').nth(3).waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(QUIET_MS)
  const seen = (await page.evaluate(SEEN)) as { tiles: number; busyUntil?: number } // as WATCH left it
  await page.close()
  const { bytes, requests } = carried
  const interactiveAt = Math.max(seen.tiles, seen.busyUntil ?? 0)
  return { kilobytes: bytes / 1000, requests, shownAt: seen.tiles, interactiveAt }
}

/** What went over the line, compressed as it came and with its headers. */
async function countBytes(line: CDPSession): Promise<{ bytes: number; requests: number }> {
  const carried = { bytes: 0, requests: 0 }
  line.on('Network.requestWillBeSent', () => {
    carried.requests++
  })
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    carried.bytes += encodedDataLength
  })
  await line.send('Network.enable')
  return carried
}
