import { remembering } from '../remember.ts'
import { fold } from '../text.ts'

export type PostRead = { post?: string; rank?: string; treatment?: string }

/** Levels of GB/T 12407. Patterns stand in the order in which they must be tried: 副主任科员 holds 主任科员 holds 科员. */
const LEVELS: [RegExp, string][] = [
  [/正厅(?:局)?级?(?!长)|厅局级正职|正地(?:师)?级/, '121'],
  [/副厅(?:局)?级?(?![长局])|厅局级副职|副地(?:师)?级/, '122'],
  [/副县(?:处)?级?(?![长处级])|副处(?:县)?级?(?![长县级])|县处级副职/, '132'],
  [/正县(?:处)?级?(?![长处级])|正处(?:县)?级?(?![长县级])|县处级正职/, '131'],
  [/副科级?(?![长级])|乡科级副职/, '142'],
  [/正科级?(?![长级])|乡科级正职/, '141'],
]

/** Posts that are levels at the same time. */
const POSTS: [RegExp, string][] = [
  [/[三四]级调研员|副调研员|助理调研员/, '132'],
  [/[一二]级调研员|调研员/, '131'],
  [/[三四]级主任科员|副主任科员/, '142'],
  [/[一二]级主任科员|主任科员/, '141'],
  [/科员/, '150'],
  [/办事员/, '160'],
]

function levelIn(text: string): string | undefined {
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? POSTS.find(([pattern]) => pattern.test(text))?.[1]
}

const TREATMENT =
  /(?:享受|保留)\s*([^,，。;；、()（）\s]*?)\s*(?:待遇|$|(?=[,，。;；、()（）\s]))|([^,，。;；、()（）\s]*?)待遇/g

/** 县（处）级正职 is one word. */
function joined(text: string): string {
  return fold(text).replace(/[(（]([处局地师科])[)）]/g, '$1')
}

const SINGLE_ITEM = /医疗|住房|用车|交通/

/** What is enjoyed or kept is a treatment, never a rank; 副处级医疗待遇 alone is neither. */
function takeTreatment(text: string): { rest: string; treatment: string | undefined } {
  let treatment: string | undefined
  const rest = text.replace(TREATMENT, (whole: string, enjoyed?: string, plain?: string) => {
    const said = enjoyed ?? plain ?? ''
    if (SINGLE_ITEM.test(said)) return ' '
    const level = levelIn(said)
    if (level === undefined) return whole
    treatment ??= level
    return ' '
  })
  return { rest, treatment }
}

function withoutLevels(text: string): string {
  return LEVELS.reduce((rest, [pattern]) => rest.replace(new RegExp(pattern, 'g'), ' '), text)
}

/** What is left of the cell once levels and brackets are gone: 原 and 前 say only that it was before. */
function postIn(text: string): string | undefined {
  const words = withoutLevels(text)
    .replace(/[()（）[\]【】]/g, ' ')
    .split(/[\s,，。;；、·/]+/)
    .map((word) => word.replace(/^(原任?|前任?)(?=.{2})/, ''))
    .filter((word) => word !== '' && !/^(级|(享受|保留)?待遇|享受|保留|退休|离休)$/.test(word))
  return words.length > 0 ? words.join('、') : undefined
}

const readPostOnce = remembering((text): PostRead => {
  const { rest, treatment } = takeTreatment(joined(text).replace(/\s+/g, ' '))
  const rank = levelIn(rest)
  const post = postIn(rest)
  const read: PostRead = {}
  if (post !== undefined) read.post = post
  if (rank !== undefined) read.rank = rank
  if (treatment !== undefined) read.treatment = treatment
  return read
})

/** Reads a cell with post, level or both: 正科级·原局长, 局长（正科级，享受副处级待遇）, 科员 享受副县级待遇. */
export function readPost(text: string): PostRead {
  return readPostOnce(text)
}

/** The level a 级别 or 待遇 cell names, whatever else it says. */
export function readLevel(text: string): string | undefined {
  return levelIn(joined(text).replace(/\s/g, ''))
}
