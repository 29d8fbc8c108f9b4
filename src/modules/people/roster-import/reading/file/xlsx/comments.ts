import { wholePart } from '../zip/inflate.ts'
import type { Zip } from '../zip/zip.ts'
import { relationsOf } from './workbook.ts'
import { attribute, tagsOf, unescapeXml } from './xml.ts'

/** The author's name, which the program writes as the first line of a remark, is not part of what it says. */
function withoutAuthor(text: string): string {
  return text.replace(/^[^\n:：]{1,40}[:：][ \t]*\r?\n/, '').trim()
}

function addTo(byRow: Map<number, string[]>, row: number, note: string): void {
  const notes = byRow.get(row)
  if (notes) notes.push(note)
  else byRow.set(row, [note])
}

/** Remarks attached to cells (批注), by row number. */
export async function readComments(zip: Zip, sheetPart: string): Promise<Map<number, string[]>> {
  const byRow = new Map<number, string[]>()
  const part = (await relationsOf(zip, sheetPart)).find((relation) => relation.type === 'comments')
  const xml = part ? await wholePart(zip, part.target) : undefined
  let row = 0
  let text = ''
  for (const tag of tagsOf(xml ?? '')) {
    if (tag.name === 'comment' && tag.kind === 'open') {
      row = Number(/\d+/.exec(attribute(tag.attributes, 'ref') ?? '')?.[0] ?? 0)
      text = ''
    }
    if (tag.name === 't' && tag.kind === 'close') text += unescapeXml(tag.text)
    if (tag.name === 'comment' && tag.kind === 'close') addTo(byRow, row, withoutAuthor(text))
  }
  return byRow
}
