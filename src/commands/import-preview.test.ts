import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'

const COMMAND = new URL('./import-preview.ts', import.meta.url).href
const RUN = `import('${COMMAND}').then(async (m) => { process.exitCode = await m.importPreview(process.argv.slice(1)) })`

type Answer = { code: number; out: string; err: string }

function run(...argv: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['-e', RUN, '--', ...argv], { maxBuffer: 1 << 28 }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
}

function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'))
  return act(folder).finally(() => rmSync(folder, { recursive: true }))
}

test('a roster is printed as JSON with the units and places given', () =>
  inFolder(async (folder) => {
    const [roster, units, places] = ['r.csv', 'u.json', 'p.json'].map((name) => join(folder, name))
    writeFileSync(roster ?? '', '姓名,出生年月,单位,社区\n李明,1949.09,教育局,槐树社区\n王红,69岁,水利局,\n')
    writeFileSync(units ?? '', JSON.stringify([{ code: 'U1', name: '青河县教育局', short: [], former: [] }]))
    writeFileSync(
      places ?? '',
      JSON.stringify({
        county: { name: '青河县' },
        streets: [
          { code: '1', name: '东关街道', communities: [{ code: '2', name: '槐树社区居民委员会', short: '槐树社区' }] },
        ],
      }),
    )
    const answer = await run(
      '--preview',
      '--json',
      '--as-of',
      '2013-06-30',
      '--units',
      units ?? '',
      '--places',
      places ?? '',
      roster ?? '',
    )
    assert.deepEqual([answer.code, answer.err], [0, ''])
    const rows = JSON.parse(answer.out) as {
      file: string
      class: string
      reasons?: string[]
      record?: Record<string, unknown>
    }[] // the preview's own rows
    assert.deepEqual(
      rows.map((row) => [
        row.file,
        row.class,
        row.reasons,
        row.record?.['unit'],
        row.record?.['street'],
        row.record?.['birth'],
      ]),
      [
        ['r.csv', 'not-a-person', undefined, undefined, undefined, undefined],
        ['r.csv', 'ok', undefined, '青河县教育局', '东关街道', '1949-09'],
        ['r.csv', 'doubtful', ['BIRTH_FROM_AGE', 'UNIT_UNKNOWN'], undefined, undefined, '1944'],
      ],
    )
  }))

test('without --json the office reads a summary in Chinese', () =>
  inFolder(async (folder) => {
    const roster = join(folder, 'r.csv')
    writeFileSync(roster, '姓名,出生年月,性别\n李明,1949.1,男\n')
    const answer = await run('--preview', '--as-of', '2013-06-30', roster)
    assert.equal(answer.code, 0)
    assert.match(answer.out, /1 {2}存疑 \(doubtful\)/)
    assert.match(answer.out, /BIRTH_TRAILING_ZERO.*10 月/)
  }))

test('a refused file is named on the side and the others are printed', () =>
  inFolder(async (folder) => {
    const [empty, roster] = [join(folder, 'empty.xlsx'), join(folder, 'r.csv')]
    writeFileSync(empty, '')
    writeFileSync(roster, '姓名,出生年月,性别\n李明,1949.09,男\n')
    const answer = await run('--preview', '--json', empty, roster)
    assert.equal(answer.code, 1)
    assert.match(answer.err, /empty\.xlsx: 文件里什么都没有/)
    assert.equal((JSON.parse(answer.out) as unknown[]).length, 2) // an array of rows
  }))

test('a large preview is not cut off at the end of the process', () =>
  inFolder(async (folder) => {
    const roster = join(folder, 'r.csv')
    const people = Array.from(
      { length: 20_000 },
      (_, at) => `李${String.fromCharCode(0x4e00 + at)},19${40 + (at % 20)}.09,男`,
    )
    writeFileSync(roster, `姓名,出生年月,性别\n${people.join('\n')}\n`)
    const answer = await run('--preview', '--json', '--as-of', '2013-06-30', roster)
    assert.equal((JSON.parse(answer.out) as unknown[]).length, 20_001) // an array of rows
  }))

test('wrong use is explained', async () => {
  const calls: [string[], RegExp][] = [
    [['--preview'], /sangyu import --preview/],
    [['--wrong', 'a.csv'], /--wrong/],
    [['--as-of', '30.6.2013', 'a.csv'], /2013-06-30/],
    [['/nowhere/a.csv'], /ENOENT/],
  ]
  for (const [argv, words] of calls) {
    const answer = await run(...argv)
    assert.equal(answer.code, 2, argv.join(' '))
    assert.match(answer.out + answer.err, words)
  }
})
