import { LIMITS } from '../limits.ts'
import { refuseFile } from '../refusal.ts'
import { wholePart } from '../zip/inflate.ts'
import { entryNamed, type Zip } from '../zip/zip.ts'
import { attribute, tagsOf, unescapeXml } from './xml.ts'

type Relation = { id: string; type: string; target: string }
export type SheetPart = { name: string; hidden: boolean; part: string }
export type WorkbookParts = {
  sheets: SheetPart[]
  base1904: boolean
  styles: string | undefined
  strings: string | undefined
}

/** Path of a relation's target, seen from the part that names it. */
function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${from.slice(0, from.lastIndexOf('/') + 1)}${target}`
  const kept: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') kept.pop()
    else if (step !== '.' && step !== '') kept.push(step)
  }
  return kept.join('/')
}

/** What a part points at. `type` is the last word of the relation's kind (worksheet, styles, comments …). */
export async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const cut = part.lastIndexOf('/') + 1
  const xml = await wholePart(zip, `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`)
  const relations: Relation[] = []
  for (const tag of tagsOf(xml ?? '')) {
    const type = attribute(tag.attributes, 'Type')
    const target = attribute(tag.attributes, 'Target')
    if (tag.name !== 'Relationship' || !type || !target || attribute(tag.attributes, 'TargetMode') === 'External')
      continue
    relations.push({
      id: attribute(tag.attributes, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(part, unescapeXml(target)),
    })
  }
  return relations
}

/** A zip without a workbook is something else; say what, if it can be told. */
function refuseOther(zip: Zip): never {
  const names = [...zip.entries.keys()]
  if (names.some((name) => /^(word|ppt)\//.test(name))) refuseFile('FILE_IS_A_DOCUMENT')
  return refuseFile('FILE_OTHER_FORMAT')
}

async function workbookPart(zip: Zip): Promise<string> {
  const root = await relationsOf(zip, '')
  const named = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!entryNamed(zip, named) || /\.bin$/i.test(named) || /^(word|ppt)\//.test(named)) refuseOther(zip)
  return named
}

export async function readWorkbook(zip: Zip): Promise<WorkbookParts> {
  const part = await workbookPart(zip)
  const [xml = '', relations] = [await wholePart(zip, part), await relationsOf(zip, part)]
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target
  const sheets: SheetPart[] = []
  let base1904 = false
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'workbookPr') base1904 = /^(1|true)$/.test(attribute(tag.attributes, 'date1904') ?? '')
    if (tag.name !== 'sheet' || tag.kind === 'close') continue
    const id = /(?:^|\s)(?:[\w.-]+:)?id=["']([^"']*)/.exec(tag.attributes)?.[1]
    const relation = relations.find((one) => one.id === id)
    if (!relation || relation.type !== 'worksheet' || !entryNamed(zip, relation.target)) continue
    const hidden = /hidden/i.test(attribute(tag.attributes, 'state') ?? '')
    sheets.push({ name: unescapeXml(attribute(tag.attributes, 'name') ?? ''), hidden, part: relation.target })
  }
  if (sheets.length > LIMITS.sheets) refuseFile('FILE_TOO_MANY_SHEETS')
  if (sheets.length === 0) refuseFile('FILE_DAMAGED')
  return { sheets, base1904, styles: target('styles'), strings: target('sharedStrings') }
}
