import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { entryNamed, type Zip } from '../zip/zip.ts'
import { textOf, wholeElements } from './xml.ts'

export type SharedStrings = { texts: string[]; struck: Set<number> }

/** Text of a rich or plain string, without the reading aids (phonetic runs) Japanese offices put beside it. */
export function richText(xml: string): string {
  const own = xml.includes('<rPh') ? xml.replace(/<rPh[\s>].*?<\/rPh>/gs, '') : xml
  let text = ''
  for (let at = own.indexOf('<t'); at >= 0; at = own.indexOf('<t', at + 2)) {
    if (!/[\s>]/.test(own[at + 2] ?? '')) continue
    const from = own.indexOf('>', at) + 1
    if (own[from - 2] === '/') continue
    const to = own.indexOf('</t>', from)
    if (from === 0 || to < 0) break
    text += own.slice(from, to)
    at = to
  }
  return textOf(text)
}

/** Struck through as a whole: every run that shows something says so. */
function isStruck(xml: string): boolean {
  if (!xml.includes('<strike')) return false
  const runs = xml.match(/<r>.*?<\/r>|<r\s.*?<\/r>/gs) ?? []
  const shown = runs.filter((run) => richText(run).trim() !== '')
  return shown.length > 0 && shown.every((run) => /<strike\s*\/>|<strike val="(1|true)"/.test(run))
}

function readPiece(strings: SharedStrings, xml: string): void {
  for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at + 3)) {
    const open = xml.indexOf('>', at)
    if (open < 0) return
    const next = xml[open - 1] === '/' ? open : xml.indexOf('</si>', open)
    const item = xml.slice(open + 1, next < 0 ? xml.length : next)
    if (isStruck(item)) strings.struck.add(strings.texts.length)
    strings.texts.push(richText(item))
    if (strings.texts.length > LIMITS.cells) refuseFile('FILE_TOO_LARGE')
  }
}

export async function readSharedStrings(zip: Zip, name: string | undefined): Promise<SharedStrings> {
  const strings: SharedStrings = { texts: [], struck: new Set() }
  const entry = name === undefined ? undefined : entryNamed(zip, name)
  if (!entry) return strings
  for await (const piece of wholeElements(zip, entry, 'si')) readPiece(strings, piece)
  return strings
}
