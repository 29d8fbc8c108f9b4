import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET = { console: 400, elder: 80 }

/** The page of a shell, however the build lays it out: dist/console/index.html or dist/console.html. */
function entryHtml(dist, shell) {
  const places = [`${shell}/index.html`, `${shell}.html`, `src/web/${shell}/index.html`]
  return places.map((place) => join(dist, place)).find((place) => existsSync(place))
}

function find(dist, name) {
  const names = readdirSync(dist, { recursive: true })
  return names.find((one) => one === name || one.endsWith(`/${name}`))
}

/** Gzipped KB of everything the entry page asks for before it can show anything. */
export function firstPage(dist, shell) {
  const html = entryHtml(dist, shell)
  if (!html) return null
  const text = readFileSync(html, 'utf8')
  const tags = text.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const wanted = tags.filter((tag) => tag.startsWith('<script') || /rel="?(stylesheet|modulepreload)/.test(tag))
  const links = wanted.flatMap((tag) => /(?:src|href)="?([^"\s>]+)/.exec(tag)?.[1] ?? [])
  const files = [...new Set(links)].map((link) => find(dist, link.replace(/^.*\//, '').replace(/[?#].*$/, '')))
  const missing = links.filter((_, index) => files[index] === undefined)
  const parts = files.filter(Boolean).map((name) => readFileSync(join(dist, name)))
  const bytes = [Buffer.from(text), ...parts].reduce((total, part) => total + gzipSync(part).length, 0)
  return { kilobytes: bytes / 1024, missing }
}

/** The first page must arrive soon on an office line, the elder page on an old phone. */
export function bundle(tree) {
  const dist = join(tree.root, 'dist')
  const failures = []
  const figures = []
  for (const [shell, budget] of Object.entries(BUDGET)) {
    const page = existsSync(dist) ? firstPage(dist, shell) : null
    if (!page) continue
    figures.push(`${shell} page ${page.kilobytes.toFixed(0)} KB gzipped`)
    for (const link of page.missing) failures.push(`dist/${shell}:1 asks for ${link}, which is not built`)
    if (page.kilobytes > budget) {
      failures.push(`dist/${shell}:1 first page is ${page.kilobytes.toFixed(0)} KB gzipped (${budget} at most)`)
    }
  }
  return { failures, figures: figures.length > 0 ? figures : ['no pages built'] }
}
