import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { MARK } from './corpus.ts'

const CONSOLE = join(import.meta.dirname, '../../../src/web/console')
const CHANGED_MS = 150
const PATIENCE_MS = 2_000
const TABS = 'a[href*="tab="], [role=tab]'

/** What a page shows: which scripts stand on it as words, and what has become of any that did not stay words. */
export type Shown = { marks: Set<string>; foul: string[] }

/** A script of its own language: it runs in the page. */
const LOOK = `(() => {
  const foul = []
  const isBad = (value) => /^\\s*(java\\s*script|vbscript|data:(text|image\\/svg))/i.test(value) || value.includes('evil.example')
  for (const one of document.querySelectorAll('*')) {
    const name = one.tagName.toLowerCase()
    if (/^(base|embed|object|iframe|frame|marquee|math|mglyph)$/.test(name)) foul.push('<' + name + '>')
    for (const { name: key, value } of one.attributes) {
      if (/^on/.test(key)) foul.push('<' + name + ' ' + key + '>')
      if (/^(href|src|action|formaction|xlink:href|data|srcdoc|poster|style)$/.test(key) && isBad(value)) foul.push('<' + name + ' ' + key + '=' + value.slice(0, 40) + '>')
    }
  }
  const fields = [...document.querySelectorAll('input, textarea')].map((one) => one.value)
  const titles = [...document.querySelectorAll('[title], [aria-label]')].map((one) => one.title + one.ariaLabel)
  return { foul, text: [document.body.textContent, ...fields, ...titles].join('\\n') }
})()`

/** Looks at a page as it opens and behind each of its tabs. */
export async function lookAt(page: Page, url: string, shown: Shown): Promise<void> {
  await page.goto(url)
  await page
    .locator('h1')
    .first()
    .waitFor({ timeout: PATIENCE_MS })
    .catch(() => undefined)
  await page.waitForTimeout(CHANGED_MS)
  await look(page, shown)
  const tabs = page.locator(TABS)
  for (let at = 0; at < (await tabs.count()); at++) {
    await tabs
      .nth(at)
      .click({ timeout: 1_000 })
      .catch(() => undefined)
    await page.waitForTimeout(CHANGED_MS)
    await look(page, shown)
  }
}

async function look(page: Page, shown: Shown): Promise<void> {
  const { foul, text } = await page.evaluate<{ foul: string[]; text: string }>(LOOK)
  for (const mark of text.match(MARK) ?? []) shown.marks.add(mark)
  shown.foul.push(...foul.map((what) => `${new URL(page.url()).pathname} holds ${what}`))
}

/** The words an address may bring, as the rooms read them: path → names in the query. */
export function wordsInAddresses(): Map<string, string[]> {
  const rooms = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('routes.ts'))
  const found = rooms.flatMap((file): [string, string[]][] => {
    const text = readFileSync(join(CONSOLE, file), 'utf8')
    const names = [...text.matchAll(/search(?:, '|\.|\[')(\w+)/g)].flatMap(([, name = '']) =>
      name === 'ts' ? [] : name,
    )
    const paths = [...text.matchAll(/path: '(\/[^'$]*)'/g)].map(([, path = '']) => path)
    return paths.map((path) => [path, [...new Set(names)]])
  })
  return new Map(found.filter(([, names]) => names.length > 0))
}
