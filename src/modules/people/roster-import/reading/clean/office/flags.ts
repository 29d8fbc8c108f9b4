import { remembering } from '../remember.ts'
import { squeeze } from '../text.ts'

/** Living conditions and cares, in the office's words. Each pattern is looked for in one clause. */
const FLAGS: [string, RegExp][] = [
  [
    '异地居住',
    /异地(居住|安置|养老)|易地(居住|安置)|随[^,，。;；]*?(子|女|儿|孙|闺女|弟|妹)[^,，。;；]*?(居住|生活|住在|去了|在外)|现?居(住)?(在)?(外地|国外|境外)|外地居住|长期在外|居住(在)?外地|旅居/,
  ],
  ['独居', /独居|独自居住|单独居住|一人居住/],
  ['空巢', /空巢/],
  ['与配偶同住', /[与和同跟](配偶|老伴|爱人|妻子?|丈夫)[^,，。;；]*(同住|居住|一起|生活|住)|夫妻同住/],
  ['与子女同住', /[与和同跟](子女|儿女|儿子?|女儿?|子|孙)[^,，。;；]*(同住|居住|一起|生活|住)/],
  ['保姆照料', /保姆/],
  ['养老机构', /养老机构|养老院|敬老院|福利院|老年公寓|托老所|护理院/],
  ['失独', /失独/],
  ['无子女', /无子女|无儿无女|没有子女/],
  ['半失能', /半失能|半自理|部分失能/],
  ['失能', /(?<!半|部分)失能|生活不能自理|完全不能自理/],
  ['重病', /重病|大病|病重/],
]

export const FLAG_NAMES = ['已故', ...FLAGS.map(([flag]) => flag)]

/** Patterns look for several words with anything between them, so what they look at must be short. */
const LONGEST_CLAUSE = 100

const NEGATED = /(非|不是|未|否|不属于?|(?<!无子女)没有|无)$/

function says(clause: string, flag: string, pattern: RegExp): boolean {
  const found = pattern.exec(clause)
  return found !== null && (flag === '无子女' || !NEGATED.test(clause.slice(0, found.index)))
}

const flagsInOnce = remembering((text): string[] => {
  const clauses = text.split(/[,，。;；]/).map((clause) => squeeze(clause).slice(0, LONGEST_CLAUSE))
  return FLAGS.filter(([flag, pattern]) => clauses.some((clause) => says(clause, flag, pattern))).map(([flag]) => flag)
})

/** The flags a remark or a 居住状况 cell names; a flag with a negation before it is not one. */
export function flagsIn(text: string): string[] {
  return flagsInOnce(text)
}

/** The flag a yes-or-no column is about, by its header: 是否独居, 空巢, 失能. */
export function flagOfHeader(header: string): string | undefined {
  const bare = squeeze(header).replace(/是否|情况|老人|家庭|人员|标志|[?？]/g, '')
  if (/^(已故|去世|死亡|亡故)$/.test(bare)) return '已故'
  if (/^(异地|易地|外地)(居住|安置)?$/.test(bare)) return '异地居住'
  if (/^(患)?(重病|大病)$/.test(bare)) return '重病'
  if (/^(住|入住)?(养老机构|养老院)$/.test(bare)) return '养老机构'
  return FLAG_NAMES.find((flag) => flag === bare)
}
