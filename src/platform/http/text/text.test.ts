import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '../../refuse.ts'
import { plainTexts } from './index.ts'

for (const [written, kept] of [
  ['王\u200b秀英', '王秀英'],
  ['\ufeff王秀英', '王秀英'],
  ['\u202e英秀王\u202c', '英秀王'],
  ['\u2066王\u2069\u00ad秀\u200d英', '王秀英'],
  ['\u{e0041}王', '王'],
  ['王𠮷祥', '王𠮷祥'],
  ['一行\n二行\t三', '一行\n二行\t三'],
  ['\u200b', ''],
] as const)
  test(`${JSON.stringify(written)} is kept as ${JSON.stringify(kept)}`, () =>
    assert.deepEqual(plainTexts({ a: written, list: [written], in: { it: written } }), {
      a: kept,
      list: [kept],
      in: { it: kept },
    }))

/** A list in a list in a list: with the body itself `levels` levels. */
function nested(levels: number): Record<string, unknown> {
  let inner: unknown = []
  for (let level = 2; level < levels; level++) inner = [inner]
  return { a: inner }
}

test('thirty-two levels are read and one more is refused, however many there are', () => {
  assert.deepEqual(plainTexts(nested(32)), nested(32))
  for (const levels of [33, 200_000])
    assert.throws(
      () => plainTexts(nested(levels)),
      (no) => no instanceof Refusal && no.status === 400 && no.code === 'input.too_deep',
    )
})

test('what cannot be kept is refused wherever it stands, and bytes are left alone', () => {
  for (const bad of ['a\0', '\ud842'])
    for (const raw of [{ a: bad }, { a: [bad] }, { [bad]: 1 }])
      assert.throws(
        () => plainTexts(raw),
        (no) => no instanceof Refusal && no.code === 'input.invalid',
      )
  const bytes = new Uint8Array([0, 1])
  assert.equal(plainTexts({ bytes })['bytes'], bytes)
})
