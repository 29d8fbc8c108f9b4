import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from './ids.ts'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')

test('an id is a version 7 UUID that carries its instant', () => {
  for (const at of [0, MONDAY, 2 ** 48 - 1]) {
    const id = newId(at)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), at)
  }
  const [before, id, after] = [Date.now(), newId(), Date.now()]
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  assert.ok(before <= at && at <= after)
})

test('later ids sort behind earlier ones, also those of one instant', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => newId(MONDAY + Math.floor(index / 10_000)))
  // The counter begins anywhere and may pass its end once in four thousand million ids.
  const descents = ids.filter((id, index) => index > 0 && id <= (ids[index - 1] ?? ''))
  assert.ok(descents.length <= 1, descents.join())
  assert.equal(new Set(ids).size, ids.length)
})

test('what is not known of the instant is chance', () => {
  const ends = new Set(Array.from({ length: 1_000 }, () => newId(MONDAY).slice(-12)))
  assert.equal(ends.size, 1_000)
})
