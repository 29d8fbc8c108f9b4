import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import { registerPeople } from '#modules/people/index.ts'
import { contract as exports } from '#modules/people/search/export/contract.ts'
import { type Office, PLACES } from '#test/office.ts'
import { checked } from '../kit/canaries.ts'
import { wholeOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

/** What a spreadsheet takes for an order when it stands first in a cell; the tab and the wide forms too. */
const HOSTILE = [
  '=1+1',
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://a.example","点")',
  '=IMPORTXML("http://a.example","//a")',
  '\t=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  "'=1+1",
  '=1+1,=2+2',
  '"=1+1"',
  ';=1+1',
  '{=1+1}',
  '=DDE("a";"b";"c")',
  '000123',
  '1E5',
  '3-4',
  '2026-03',
  '1/2',
]
const ORDER = /^[=+\-@\t\r＝＋－＠]/
const NUMBER = /^[+-]?[\d\s-]+$/
const OFFICES = ['/usr/bin/soffice', '/usr/bin/libreoffice']
const number = (at: number): string => checked(`37142419360${1 + (at % 9)}08${String(100 + at)}`)

/** And numbers that a spreadsheet likes to round. */
const CELLS = [...HOSTILE, number(1), number(2), '6222020200112233445', '00123456789012345678']

async function fill(o: Office): Promise<string[]> {
  return o.act((ctx) =>
    registerPeople(
      ctx,
      CELLS.map((text, at) => ({
        values: { name: `甄${at}`, kind: 'tuixiu', idNumber: number(at), post: text, formerName: text },
        unitId: null,
        managingUnitId: null,
        placeCode: PLACES.guangchang,
        phones: [],
        tags: [],
        source: '试',
      })),
    ),
  )
}

/** The parts of a workbook, unpacked from its central directory. */
function partsOf(file: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4)) {
    const [packed, length, start] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt32LE(at + 42)]
    const name = file.toString('utf8', at + 46, at + 46 + length)
    const body = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
    const bytes = file.subarray(body, body + packed)
    found.set(name, (file.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'))
  }
  return found
}

/** The first sheet as LibreOffice shows it, in cells of text. */
async function reread(file: Buffer): Promise<string | undefined> {
  const office = OFFICES.find((path) => existsSync(path))
  if (!office) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-sheet-'))
  try {
    writeFileSync(join(folder, 'a.xlsx'), file)
    const words = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
      '--outdir',
      folder,
      join(folder, 'a.xlsx'),
    ]
    await promisify(execFile)(office, words, { timeout: 120_000 })
    return readFileSync(join(folder, 'a.csv'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Texts that a program would reckon with once the sheet is saved as CSV. */
function orders([name, text]: [string, string]): string[] {
  const texts = [...text.matchAll(/<t(?: [^>]*)?>([^<]*)</g)].map(([, words = '']) => words)
  return texts
    .filter((words) => ORDER.test(words) && !NUMBER.test(words))
    .map((words) => `${name}: ${words} is no text in a CSV`)
}

const quoted = (text: string): string => text.replaceAll('"', '""')

export const row: Row = {
  id: 'T24',
  about: {
    zh: '导出：恶意单元格不会变成公式，身份证号 18 位原样',
    en: 'exports: no hostile cell becomes a formula, identity numbers stay text of 18 digits',
  },
  threshold: '0 formulas; IDs intact as text, 18 digits',
  blocksMerge: true,
  run: async () => {
    const o = await wholeOffice()
    try {
      const ids = await fill(o)
      const desk = o.as(await o.hire()).call(exports)
      const asked = { selection: { ids }, columns: ['name', 'idNumber', 'post', 'formerName'], purpose: '核对名册' }
      const file = Buffer.from((await desk.exportPeople(asked)).bytes)
      const parts = [...partsOf(file)]
      const live = parts
        .filter(([name, text]) => /<f[ >]|externalLink|vbaProject|<ddeLink/.test(text) || /externalLink|vba/.test(name))
        .map(([name]) => `${name} holds a formula`)
      const shown = await reread(file)
      const lost =
        shown === undefined
          ? []
          : CELLS.filter((text) => !shown.includes(quoted(text.trim()))).map(
              (text) => `${JSON.stringify(text)} came out otherwise`,
            )
      const how =
        shown === undefined
          ? 'its parts; no LibreOffice here to read it again'
          : 'its parts and as LibreOffice reads it'
      return noneOf(
        [...live, ...parts.flatMap(orders), ...lost, ...(parts.length < 4 ? ['no workbook came'] : [])],
        `${CELLS.length} cells, by ${how}`,
      )
    } finally {
      await o.close()
    }
  },
}
