import assert from 'node:assert/strict'
import test from 'node:test'
import { sampleHouse } from '../sample.mjs'
import { reasons } from './reasons.mjs'

const judge = (t, text) =>
  reasons(sampleHouse(t, { 'src/a.ts': text })).failures.map((line) => line.replace('src/a.ts:', ''))

const UNEXCUSED = [
  ['any', 'export const a: any = 1 // there is no other way', '1 any is never used'],
  ['any inside a type', 'export type A = Map<string, any[]>', '1 any is never used'],
  ['an assertion', 'export const a = b as string', '1 as needs its reason in a comment on the line'],
  [
    'an assertion with a word for a reason',
    'export const a = b as string // ok',
    '1 as needs its reason in a comment on the line',
  ],
  ['a double assertion, twice', 'export const a = b as unknown as string', /^1 as.*\n1 as/],
  ['an old-style assertion', 'export const a = <string>b', '1 <type> needs its reason in a comment on the line'],
  ['an exclamation mark', 'export const a = b!.c', '1 ! needs its reason in a comment on the line'],
  ['a promise of assignment', 'let a!: string', '1 ! needs its reason in a comment on the line'],
  [
    'a disabled rule',
    '// oxlint-disable-next-line no-var\nvar a',
    '1 oxlint-disable-next-line needs its reason in a comment on the line',
  ],
  [
    'a silenced formatter',
    '// biome-ignore format: x\nvar a',
    '1 biome-ignore needs its reason in a comment on the line',
  ],
  ['an expected error', '// @ts-expect-error\nvar a', '1 @ts-expect-error needs its reason in a comment on the line'],
  ['an ignored error', '// @ts-ignore because of reasons\nvar a', '1 @ts-ignore is never used'],
  [
    'a reason one line too early',
    '// rows are text\nexport const a = b as string',
    '2 as needs its reason in a comment on the line',
  ],
]

for (const [what, text, expected] of UNEXCUSED) {
  test(`${what} without a reason is seen`, (t) => {
    const seen = judge(t, `${text}\n`).join('\n')
    if (typeof expected === 'string') assert.equal(seen, expected)
    else assert.match(seen, expected)
  })
}

const EXCUSED = [
  ['as const', 'export const a = [1] as const'],
  ['renamed imports and exports', "import * as b from './b.ts'\nexport { b as c }"],
  ['satisfies', 'export const a = {} satisfies object'],
  ['a negation', 'export const a = !b && b !== c'],
  ['a reason on the line', 'export const a = b as string // the column is text'],
  ['a Chinese reason', 'export const a = b! // 数据库保证非空'],
  ['a reason where a long assertion ends', 'export const a = b(\n  c,\n) as Row // written by saveEvents only'],
  ['a rule disabled with its reason', '// oxlint-disable-next-line no-var -- the driver needs a global\nvar a'],
  ['an error expected with its reason', '// @ts-expect-error: the typings lack SM4-GCM\nvar a'],
  ['words in a string', "export const a = 'b as string, any!'"],
]

for (const [what, text] of EXCUSED) {
  test(`nothing is said about ${what}`, (t) => assert.deepEqual(judge(t, `${text}\n`), []))
}

test('comment lines are counted, whole lines only, of the source only', (t) => {
  const files = { 'src/a.ts': '/**\n * Why.\n */\nconst a = 1 // here\n// there\n', 'src/a.test.ts': '// a\n// b\n' }
  assert.match(reasons(sampleHouse(t, files)).figures[1], /^667 comment lines per 1,000/)
})
