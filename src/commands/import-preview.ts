import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { directoryFrom, type Preview, previewFiles, reasonWords } from '#modules/people/roster-import/reading/index.ts'

const HELP = `sangyu import --preview [--json] [--as-of DATE] [--units units.json] [--places places.json] FILE…

Reads rosters (.xlsx, .xls, .et, .csv) as if into an empty county and says of every row what it is. Nothing is stored.
读花名册并逐行给出结论，不写入任何数据。

  --json            an array, one object a row · 每行一个对象
  --as-of DATE      the day the rosters speak of, e.g. 2013-06-30 (default: today) · 花名册截止日期
  --units FILE      units with short and former names · 单位库
  --places FILE     streets, communities, old names · 区划库`

const OPTIONS = {
  preview: { type: 'boolean' },
  json: { type: 'boolean' },
  'as-of': { type: 'string' },
  units: { type: 'string' },
  places: { type: 'string' },
  help: { type: 'boolean' },
} as const

const CLASS_NAMES = {
  ok: '可以导入',
  doubtful: '存疑',
  refused: '退回',
  duplicate: '重复',
  'not-a-person': '不是人员行',
} as const

/** Waits until the pipe has taken the text: a large preview must not be cut off when the process ends. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

async function readJson<T>(path: string | undefined): Promise<T | undefined> {
  if (path === undefined) return undefined
  const text = await readFile(path, 'utf8')
  return JSON.parse(text.replace(/^\ufeff/, '')) as T // the two lists have the form the README of the rosters gives them
}

function officeToday(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

const ROWS_AT_ONCE = 500

async function printJson(rows: Preview['rows']): Promise<void> {
  await write('[')
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE).map((row) => JSON.stringify(row))
    await write(`${at === 0 ? '\n' : ',\n'}${some.join(',\n')}`)
  }
  await write('\n]\n')
}

function counted(words: string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

async function printSummary({ rows }: Preview): Promise<void> {
  for (const [file, own] of Map.groupBy(rows, (row) => row.file)) {
    await write(`${file}\n`)
    for (const [name, count] of counted(own.map((row) => row.class))) {
      await write(`${String(count).padStart(8)}  ${CLASS_NAMES[name as keyof typeof CLASS_NAMES]} (${name})\n`) // counted from the classes
    }
    for (const [code, count] of counted(own.flatMap((row) => row.reasons ?? []))) {
      await write(`${String(count).padStart(8)}  ${code.padEnd(20)}  ${reasonWords(code).zh}\n`)
    }
  }
}

/** Whatever is wrong with the call itself: an unknown flag, a missing file, a list that is no JSON. */
function complain(cause: unknown): number {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  return 2
}

export async function importPreview(argv: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
    if (values.help || positionals.length === 0) {
      await write(`${HELP}\n`)
      return values.help ? 0 : 2
    }
    const asOf = values['as-of'] ?? officeToday()
    if (!/^\d{4}-\d\d-\d\d$/.test(asOf))
      return complain(`--as-of ${asOf}: 日期写作 2013-06-30 · a date looks like 2013-06-30`)
    const directory = directoryFrom({ ...(await lists(values)) })
    const preview: Preview = { rows: [], refused: [] }
    for (const path of positionals) {
      const { rows, refused } = await previewFiles([{ path, bytes: await readFile(path) }], { asOf, directory })
      for (const row of rows) preview.rows.push(row)
      preview.refused.push(...refused)
    }
    for (const { file, zh, en } of preview.refused) process.stderr.write(`${basename(file)}: ${zh} · ${en}\n`)
    await (values.json ? printJson(preview.rows) : printSummary(preview))
    return preview.refused.length > 0 ? 1 : 0
  } catch (cause) {
    return complain(cause)
  }
}

type Source = Parameters<typeof directoryFrom>[0]

async function lists(values: { units?: string | undefined; places?: string | undefined }): Promise<Source> {
  const units = await readJson<NonNullable<Source['units']>>(values.units)
  const places = await readJson<NonNullable<Source['places']>>(values.places)
  return { ...(units ? { units } : {}), ...(places ? { places } : {}) }
}
