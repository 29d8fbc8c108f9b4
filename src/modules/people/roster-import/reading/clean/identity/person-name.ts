import type { Gender, Reason } from '../../shapes.ts'
import { fold } from '../text.ts'

export type NameRead = {
  name: string
  formerName?: string
  gender?: Gender
  /** What the brackets say besides, e.g. 已故 or 2011年去世. */
  remark?: string
  /** A word that makes the row a survivor's: 遗属, 配偶 … */
  survivor?: string
  refused?: Reason
  reasons: Reason[]
}

const SURVIVOR = /^(遗属|遗孀|其?配偶|其?老伴|其?妻子?|其?夫人?|其?丈夫|其?爱人|家属)$/
const SURVIVOR_BEFORE = /^(遗属|遗孀)[:：\s]*|^(其?(?:配偶|老伴|妻子?|丈夫|夫|爱人)|家属)\s*[:：]\s*/
const SURVIVOR_BEHIND = /[\s:：]*(遗属|遗孀)$/
const FORMER = /(?:曾用名|原名|又名|曾用|别名)(?:叫|为|是)?[:：]?\s*/
const PRIVATE_USE = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/
const LOST = /[?□\ufffd]/
const MASKED = /^[^某×✕╳✗Xx○〇●◯※☆*]{0,2}[某×✕╳✗Xx○〇●◯※☆*]+[甲乙丙丁\d]?$/

/** The given name is hidden: 张××, 李某某, 王**. A lone star behind a whole name is only a mark. */
function isMasked(name: string): boolean {
  if (name.length < 2 || !MASKED.test(name)) return false
  return !/[^*]\*$/.test(name) || name.length === 2
}

function readBrackets(read: NameRead, inside: string): void {
  const said = inside.replace(/\s/g, '')
  const former = FORMER.exec(said)
  if (former) read.formerName = said.slice(former.index + former[0].length).replace(/[,，。;；].*$/, '')
  for (const part of (former ? said.slice(0, former.index) : said).split(/[,，、;；]/)) {
    if (/^[女男]性?$/.test(part)) read.gender = part.startsWith('男') ? '1' : '2'
    else if (SURVIVOR.test(part)) read.survivor = part
    else if (part !== '') read.remark = read.remark ? `${read.remark}；${part}` : part
  }
}

function withoutBrackets(read: NameRead, text: string): string {
  return text.replace(/[(（[【〔<《「]([^)）\]】〕>》」]*)(?:[)）\]】〕>》」]|$)/g, (_, inside: string) => {
    readBrackets(read, inside)
    return ''
  })
}

function withoutSurvivor(read: NameRead, text: string): string {
  const before = SURVIVOR_BEFORE.exec(text)
  const behind = before ? null : SURVIVOR_BEHIND.exec(text)
  const word = before?.[1] ?? before?.[2] ?? behind?.[1]
  if (word === undefined) return text
  read.survivor = word
  return before ? text.slice(before[0].length) : text.slice(0, behind?.index)
}

/** U+E863 is 䶮 in the fonts of old systems; every other private character is a hole. */
function repair(read: NameRead, name: string): string {
  const repaired = name.replaceAll('\ue863', '䶮')
  if (PRIVATE_USE.test(repaired)) read.reasons.push('NAME_PUA')
  if (LOST.test(repaired)) read.reasons.push('NAME_LOST_CHAR')
  return repaired
}

export function readName(text: string): NameRead {
  const read: NameRead = { name: '', reasons: [] }
  const bare = withoutSurvivor(read, withoutBrackets(read, fold(text)).trim())
  const [own = '', former] = bare.split(FORMER)
  if (former) read.formerName = former.replace(/\s/g, '')
  const spaceless = own.replace(/[\s"“”'‘’,，、;；:：.。]/g, '').replace(/同志$/, '')
  if (isMasked(spaceless)) {
    read.refused = 'NAME_INVALID'
    return read
  }
  read.name = repair(read, spaceless.replace(/^\*+|\*$/g, ''))
  if (read.name === '') read.refused = 'NAME_MISSING'
  return read
}
