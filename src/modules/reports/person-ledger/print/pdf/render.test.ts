import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { ledgerBook } from '#test/ledger-book.ts'
import { planPages } from '../pages/plan.ts'
import { renderPdf } from './render.ts'

const hasReader = spawnSync('pdftotext', ['-v']).error === undefined

/** The text of each page, as another program reads it. */
function pagesOf(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-ledger-'))
  const file = join(folder, 'ledger.pdf')
  writeFileSync(file, bytes)
  const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return stdout.split('\f').slice(0, -1)
}

const countPages = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length

for (const paper of ['A4', 'A3'] as const)
  test(`a book on ${paper} has as many pages as were planned, none spills over`, async () => {
    const book = ledgerBook({ groups: { 邢侗街道: 70, 恒源街道: 30 }, lixiu: 8, paper })
    const bytes = await renderPdf(book)
    assert.equal(Buffer.from(bytes.slice(0, 5)).toString(), '%PDF-')
    assert.equal(countPages(bytes), planPages(book).pages.length)
  })

test('every page repeats title and header, is numbered and footed; the last has the grand total', {
  skip: hasReader ? false : 'pdftotext is not installed',
}, async () => {
  const book = ledgerBook({ groups: { 邢侗街道: 40, 恒源街道: 20 }, lixiu: 3 })
  const pages = pagesOf(await renderPdf(book))
  let people = 0
  for (const [at, text] of pages.entries()) {
    assert.match(text, /临邑县老干部信息台账/)
    assert.match(text, /编制单位：中共临邑县委老干部局/)
    assert.match(text, /序号\s+姓名\s+性别/)
    assert.match(text, new RegExp(`—\\s*${at + 1}\\s*—`))
    people += Number(/本页小计：(\d+) 人/.exec(text)?.[1])
  }
  assert.equal(people, 60)
  assert.match(pages.at(-1) ?? '', /总计：60 人，其中离休 6 人、退休 54 人/)
})

test('the server goes on answering while a book is set', async () => {
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 5)
  await renderPdf(ledgerBook({ groups: { 邢侗街道: 200 } }))
  clearInterval(timer)
  assert.ok(turns > 20, `${turns} turns of the loop`)
})

test('books are set one after another, and too many at once are refused in words', async () => {
  const book = ledgerBook({ groups: { 全部: 1 } })
  const ends = await Promise.allSettled(Array.from({ length: 6 }, () => renderPdf(book)))
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  assert.equal(ends.length - refused.length, 4)
  assert.ok(refused.every((reason) => reason.code === 'reports.printers_busy'))
})
