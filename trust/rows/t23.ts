import { setTimeout as wait } from 'node:timers/promises'
import { readBytes } from '#modules/people/roster-import/reading/samples/read-rows.ts'
import { workbookOf, workbookParts } from '#modules/people/roster-import/reading/samples/workbook-of.ts'
import { type Part, zipOf } from '#modules/people/roster-import/reading/samples/zip-of.ts'
import { noneOf, type Row } from '../row.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const [MOST_MS, MOST_LAG_MS, MOST_BYTES] = [2_000, 500, 150 * 1024 * 1024]

const ROWS = [
  ['姓名', '性别'],
  ['张建国', '男'],
]
/** The parts of a workbook that would be taken, were it not for one thing. */
const good = workbookParts({ sheets: [{ rows: ROWS }] })
const sheet = String(good.find(({ name }) => name === SHEET)?.text)

/** Such a workbook in which one part is something else, with more parts behind it. */
function spoiled(change: Partial<Part>, more: Part[] = []): Uint8Array {
  return zipOf([...good.map((part) => (part.name === SHEET ? { ...part, ...change } : part)), ...more])
}

const declaring = (words: string, said: string): Uint8Array =>
  spoiled({ text: `<!DOCTYPE a [${words}]>${sheet.replace('张建国', said)}` })
const padded = (mebibytes: number): Buffer => Buffer.concat([Buffer.from(sheet), Buffer.alloc(mebibytes << 20, ' ')])

const emptyRows = (): string => `<worksheet><sheetData>${'<row/>'.repeat(1_000_000)}</sheetData></worksheet>`

const FILES: [what: string, make: () => Uint8Array][] = [
  ['a bomb of 100 MiB', () => spoiled({ text: padded(100) })],
  [
    'an archive in an archive',
    () => zipOf([{ name: 'a.xlsx', text: zipOf([{ name: 'b.xlsx', text: Buffer.alloc(20 << 20, 'x') }]) }]),
  ],
  ['a million empty rows', () => spoiled({ text: emptyRows() })],
  ['entities that name a file', () => declaring('<!ENTITY x SYSTEM "file:///etc/passwd">', '张&x;')],
  ['entities that multiply', () => declaring('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">', '张&b;')],
  [
    'huge shared strings',
    () => spoiled({}, [{ name: 'xl/sharedStrings.xml', text: `<sst>${'<si><t>甲</t></si>'.repeat(3_000_000)}</sst>` }]),
  ],
  ['a size that lies', () => spoiled({ text: padded(60), claims: 100 })],
  ['an encrypted part', () => spoiled({ encrypted: true })],
  ['half a file', () => workbookOf({ sheets: [{ rows: [['姓名'], ['张建国']] }] }).subarray(0, 900)],
  ['nothing', () => new Uint8Array()],
  ['a place outside the archive', () => spoiled({}, [{ name: '../../../etc/cron.d/a', text: '* * * * * root id' }])],
  ['two parts in one place', () => spoiled({ offset: 0 })],
]

/** How long others would have waited while a file was read, and how much memory there was at most. */
function pulse(): { stop: () => { lag: number; peak: number } } {
  const state = { last: performance.now(), worst: 0, peak: 0 }
  const timer = setInterval(() => {
    const now = performance.now()
    state.worst = Math.max(state.worst, now - state.last - 20)
    state.last = now
    state.peak = Math.max(state.peak, process.memoryUsage.rss())
  }, 20)
  return {
    stop: () => {
      clearInterval(timer)
      const lag = Math.max(state.worst, performance.now() - state.last - 20)
      return { lag, peak: Math.max(state.peak, process.memoryUsage.rss()) }
    },
  }
}

type Figures = { ms: number; lag: number; bytes: number }

async function read(what: string, bytes: Uint8Array, worst: Figures): Promise<string[]> {
  const before = process.memoryUsage.rss()
  const heart = pulse()
  const started = performance.now()
  const { refusal, rows } = await readBytes(bytes)
  const [ms, { lag, peak }] = [performance.now() - started, heart.stop()]
  const grown = peak - before
  Object.assign(worst, {
    ms: Math.max(worst.ms, ms),
    lag: Math.max(worst.lag, lag),
    bytes: Math.max(worst.bytes, grown),
  })
  await wait(10)
  return [
    ...(refusal || rows.length === 0 ? [] : [`${what} was taken`]),
    ...(ms > MOST_MS ? [`${what} took ${Math.round(ms)} ms`] : []),
    ...(lag > MOST_LAG_MS ? [`${what} kept others waiting ${Math.round(lag)} ms`] : []),
    ...(grown > MOST_BYTES ? [`${what} took ${grown >> 20} MiB`] : []),
  ]
}

export const row: Row = {
  id: 'T23',
  about: {
    zh: '十二种恶意表格文件：两秒内拒绝，不占内存，不耽误别人',
    en: 'twelve hostile workbooks: refused within two seconds, without memory, and nobody waits',
  },
  threshold: 'all refused ≤ 2 s, RSS growth < 150 MiB, others < 500 ms',
  blocksMerge: true,
  measures: true,
  run: async () => {
    const worst: Figures = { ms: 0, lag: 0, bytes: 0 }
    const faults: string[] = []
    for (const [what, make] of FILES) faults.push(...(await read(what, make(), worst)))
    const figures = `${FILES.length} files, slowest ${Math.round(worst.ms)} ms, longest wait ${Math.round(worst.lag)} ms, most ${worst.bytes >> 20} MiB`
    return noneOf(faults, figures)
  },
}
