import assert from 'node:assert/strict'
import test from 'node:test'
import { type Box, type Placed, treemap } from './treemap.ts'

const county: Box = { x: 0, y: 0, width: 100, height: 42 }
const sized = (sizes: number[]) => sizes.map((size, index) => ({ item: `street ${index}`, size }))
const area = (one: Box) => one.width * one.height
const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

const tables: [what: string, sizes: number[]][] = [
  ['one street', [7]],
  ['two equal streets', [5, 5]],
  ['a county of twelve streets', [830, 512, 400, 377, 301, 256, 190, 122, 90, 80, 41, 9]],
  ['one street with nearly everybody', [3000, 2, 1]],
  ['forty small ones', Array.from({ length: 40 }, () => 3)],
]

for (const [what, sizes] of tables)
  test(`${what}: blocks are as large as their people, fill the county and do not overlap`, () => {
    const blocks = treemap(sized(sizes), county)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    assert.equal(blocks.length, sizes.length)
    for (const block of blocks) {
      const size = sizes[Number(block.item.slice('street '.length))] ?? 0
      assert.ok(Math.abs(area(block) - (size / total) * area(county)) < 1e-6)
      assert.ok(block.x >= -1e-9 && block.y >= -1e-9)
      assert.ok(block.x + block.width <= county.width + 1e-6 && block.y + block.height <= county.height + 1e-6)
    }
    const pairs = blocks.flatMap((a, index) =>
      blocks.slice(index + 1).map((b): [Placed<string>, Placed<string>] => [a, b]),
    )
    for (const [a, b] of pairs) assert.ok(overlap(a, b) < 1e-6)
  })

test('streets without people, and a county without anybody, have no block', () => {
  assert.deepEqual(treemap(sized([0, 0]), county), [])
  assert.deepEqual(treemap([], county), [])
  assert.equal(treemap(sized([3, 0, 2]), county).length, 2)
})

test('blocks of a county of twelve are near to squares', () => {
  const blocks = treemap(sized([830, 512, 400, 377, 301, 256, 190, 122, 90, 80, 41, 30]), county)
  for (const { width, height } of blocks) assert.ok(Math.max(width / height, height / width) < 4)
})
