import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildServer } from '#platform/http/server.ts'
import type { Office, Worker } from '#test/office.ts'
import { parts } from './doors.ts'

const CONSOLE = join(import.meta.dirname, '../../src/web/console')
const pagesDir = join(import.meta.dirname, '../../dist/console')
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage']

/** Every address of the console as its rooms declare them; `$id` stands where a record is named. */
export function pagePaths(): string[] {
  const rooms = readdirSync(CONSOLE, { withFileTypes: true }).filter((one) => one.isDirectory())
  const paths = rooms.flatMap(({ name }) => {
    const file = join(CONSOLE, name, 'routes.ts')
    const declared = [...textOf(file).matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path)
    const top = declared.find((path) => path.startsWith('/')) ?? '/'
    return declared.map((path) => (path.startsWith('/') ? path : `${top}/${path}`))
  })
  return [...new Set(paths)].sort()
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** A page that shows nothing by then has said so in other words; what it asks for late is still seen. */
const PATIENCE_MS = 2_000
const SETTLE_MS = 100

export type Seen = { requests: string[]; violations: string[]; ran: string[] }
export type Walk = {
  url: string
  seen: Seen
  open: (path: string, worker?: Pick<Worker, 'token'>) => Promise<Page>
  close: () => Promise<void>
}

/** Runs in every page: what the policy stopped is told aloud, and so is who calls the canary. */
const LISTEN = `globalThis.X = () => console.warn('XSS ran at ' + location.pathname)
document.addEventListener('securitypolicyviolation', (e) =>
  console.warn('POLICY ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sourceFile))`

/** A browser in front of the served console; what it asks for, what its policy stops and what runs that should not is written down. */
export async function walk(o: Office): Promise<Walk> {
  const app = await buildServer(o.house, parts.rooms, { version: 'trust', pagesDir, paceFactor: 0 })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const executablePath = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const seen: Seen = { requests: [], violations: [], ran: [] }
  const contexts = new Map<string, BrowserContext>()
  return {
    url,
    seen,
    open: async (path, worker) => {
      const token = worker?.token ?? ''
      const context = contexts.get(token) ?? (await enter({ browser, url, seen, now: o.clock.now() }, token))
      contexts.set(token, context)
      const page = await context.newPage()
      await page.goto(url + path)
      await page
        .locator('h1')
        .first()
        .waitFor({ timeout: PATIENCE_MS })
        .catch(() => undefined)
      await page.waitForTimeout(SETTLE_MS)
      return page
    },
    close: async () => {
      await browser.close()
      await app.close()
    },
  }
}

type Room = { browser: Browser; url: string; seen: Seen; now: Date }

async function enter({ browser, url, seen, now }: Room, token: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  if (token) await context.addCookies([{ name: 'sangyu', value: token, url }])
  await context.addInitScript(LISTEN)
  await context.clock.setFixedTime(now)
  context.on('request', (request) => seen.requests.push(request.url()))
  context.on('dialog', (dialog) => {
    seen.ran.push(`a dialog: ${dialog.message().slice(0, 40)}`)
    dialog.dismiss().catch(() => undefined)
  })
  context.on('console', (said) => {
    if (said.text().startsWith('POLICY') || said.text().includes('Content Security Policy'))
      seen.violations.push(said.text().slice(0, 200))
    if (said.text().startsWith('XSS')) seen.ran.push(said.text())
  })
  return context
}
