import assert from 'node:assert/strict'
import test from 'node:test'
import { ledgerBook } from '#test/ledger-book.ts'
import { columnsOn } from '../columns.ts'
import { headHeight, PAD, RULE, sheets } from './paper.ts'
import { planPages, type Row } from './plan.ts'

const textOf = (row: Row | undefined) => row?.cells[0]?.join('') ?? ''
const groups = { 邢侗街道: 188, 恒源街道: 95, 临盘街道: 27, 临邑镇: 1 }

for (const paper of ['A4', 'A3'] as const) {
  test(`the pages of ${paper} together hold everybody, and their totals are the grand total`, () => {
    const book = ledgerBook({ groups, lixiu: 12, paper })
    const { pages } = planPages(book)
    const sum = (key: 'people' | 'lixiu' | 'tuixiu') => pages.reduce((total, page) => total + page.tally[key], 0)
    assert.deepEqual(
      { people: sum('people'), lixiu: sum('lixiu'), tuixiu: sum('tuixiu') },
      { people: 311, lixiu: 37, tuixiu: 274 },
    )
    assert.equal(pages.flatMap((page) => page.rows.filter((row) => row.kind === 'entry')).length, 311)
    assert.match(textOf(pages.at(-1)?.rows.at(-1)), /^总计：311 人，其中离休 37 人、退休 274 人/)
  })

  test(`no page of ${paper} is fuller than the paper`, () => {
    const sheet = sheets[paper]
    const { header, pages } = planPages(ledgerBook({ groups, paper }))
    for (const { rows } of pages) {
      const height = [header, ...rows].reduce((sum, row) => sum + row.height + RULE, RULE)
      assert.ok(height <= sheet.height - sheet.top - sheet.bottom - headHeight(sheet), `${height}`)
    }
  })

  test(`the columns fill ${paper} and do not pass its edge`, () => {
    const columns = columnsOn(paper, 'zh')
    const width = columns.reduce((sum, one) => sum + one.width + 2 * PAD + RULE, RULE)
    const room = sheets[paper].width - 2 * sheets[paper].side
    assert.ok(width <= room && width > room - 6, `${width} of ${room}`)
  })
}

test('every page is footed and tells how many there were so far', () => {
  const { pages } = planPages(ledgerBook({ groups: { 邢侗街道: 60 } }))
  assert.ok(pages.length > 1)
  let before = 0
  for (const [at, page] of pages.entries()) {
    before += page.tally.people
    const foot = page.rows.at(at === pages.length - 1 ? -2 : -1)
    assert.match(textOf(foot), new RegExp(`^本页小计：${page.tally.people} 人.*累计：${before} 人$`))
  }
})

test('a group’s name is never the last of a page, nor its subtotal the first', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`第${at}社区`, (at % 7) + 1]))
  for (const { rows } of planPages(ledgerBook({ groups: many })).pages) {
    const table = rows.filter((row) => !/^(本页小计|总计)/.test(textOf(row)))
    assert.notEqual(table.at(-1)?.kind, 'group')
    assert.notEqual(table[0]?.kind, 'total')
  }
})

test('a group that goes on overleaf is named there again', () => {
  const { pages } = planPages(ledgerBook({ groups: { 邢侗街道: 60, 恒源街道: 2 } }))
  assert.ok(pages.length > 2)
  assert.equal(textOf(pages[0]?.rows[0]), '邢侗街道')
  assert.equal(textOf(pages[1]?.rows[0]), '邢侗街道（续）')
})

test('a book of one group has neither its name nor a subtotal', () => {
  const [page] = planPages(ledgerBook({ groups: { 全部: 4 } })).pages
  assert.deepEqual(
    page?.rows.map((row) => row.kind),
    ['entry', 'entry', 'entry', 'entry', 'total', 'total'],
  )
})

test('an empty book is one page that says so', () => {
  const { pages } = planPages(ledgerBook({ groups: {} }))
  assert.equal(pages.length, 1)
  assert.match(textOf(pages[0]?.rows[0]), /^本页小计：0 人/)
})
