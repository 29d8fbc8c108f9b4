import { remembering } from '../remember.ts'
import { squeeze } from '../text.ts'

export type DeathRead = { isDead: boolean; date?: string }

const WORD = /已故|去世|病故|逝世|亡故|死亡|病逝|离世|过世|故去|身故|已亡|辞世|谢世|殉职|牺牲/
/** Somebody else of the family is meant: 老伴已故, 儿子2010年去世. */
const OTHER =
  /(?:老伴|配偶|爱人|妻子|丈夫|夫人|儿子|女儿|子女|儿女|父亲|母亲|双亲|父母|孙子|孙女|(?:^|其|他|她|[长次大小二三四])(?:妻|夫|子|女(?!同志)|儿|父|母|兄|弟|姐|妹))[^,，。;；、]{0,5}(?:已?于|在|因|早|均|都|已|先)?$/
const DATE =
  /\d{8}|\d{6}(?!\d)|(?:[〇零○一二三四五六七八九十\d]{2,4})(?:年[〇零○一二三四五六七八九十\d]{0,3}(?:月(?:[〇零○一二三四五六七八九十\d]{1,3}[日号]?)?)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?|(?=年))年?/

/** A negation, or a question nobody answered: 未去世, 是否去世. */
const NEGATED = /(未|没有?|不是|是否|非|健在)[^,，。;；]{0,2}$/

const LONGEST_CLAUSE = 100

function clauses(text: string): string[] {
  return squeeze(text)
    .split(/[,，。;；、\n]/)
    .map((clause) => clause.slice(0, LONGEST_CLAUSE))
}

const readDeathOnce = remembering((text): DeathRead => {
  for (const clause of clauses(text)) {
    const word = WORD.exec(clause)
    if (!word) continue
    const before = clause.slice(0, word.index)
    const withoutDate = before.replace(DATE, '')
    if (OTHER.test(withoutDate) || NEGATED.test(before)) continue
    const date = DATE.exec(clause)?.[0]
    return date === undefined ? { isDead: true } : { isDead: true, date }
  }
  return { isDead: false }
})

/** Whether a remark says that the person of the row is dead, and when, in the words of the remark. */
export function readDeath(text: string): DeathRead {
  return readDeathOnce(text)
}
