import type { Lang } from '#platform/words.ts'
import type { Totals } from '../contract.ts'
import type { Tally } from '../rules.ts'
import type { Book } from './book.ts'

const labels = {
  group: { zh: '小计', en: 'Subtotal' },
  page: { zh: '本页小计', en: 'This page' },
  grand: { zh: '总计', en: 'Grand total' },
}

/** 小计：27 人，其中离休 2 人、退休 25 人 */
export function totalLine(label: keyof typeof labels, tally: Tally, lang: Lang): string {
  const { people, lixiu, tuixiu } = tally
  const other = people - lixiu - tuixiu
  if (lang === 'zh')
    return `${labels[label].zh}：${people} 人，其中离休 ${lixiu} 人、退休 ${tuixiu} 人${other ? `、其他 ${other} 人` : ''}`
  return `${labels[label].en}: ${people} people; lixiu ${lixiu}, tuixiu ${tuixiu}${other ? `, other ${other}` : ''}`
}

/** The foot of the whole book says more than its pages: 其中女 …、中共党员 …、80 岁以上 …、独居 … */
export function grandLine(totals: Totals, lang: Lang): string {
  const { women, members, aged80, livesAlone } = totals
  const more =
    lang === 'zh'
      ? `；女 ${women} 人${members === null ? '' : `，中共党员 ${members} 人`}，80 岁及以上 ${aged80} 人，独居 ${livesAlone} 人`
      : `; women ${women}${members === null ? '' : `, Party members ${members}`}, aged 80 and over ${aged80}, living alone ${livesAlone}`
  return totalLine('grand', totals, lang) + more
}

export function dayWords(day: string, lang: Lang): string {
  const [year, month, date] = day.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${date}日` : day
}

export function headLine(book: Book): [left: string, middle: string, right: string] {
  const day = dayWords(book.asOf, book.lang)
  if (book.lang === 'zh')
    return [
      `编制单位：${book.organisation}`,
      `数据截至：${day}${book.isWhole ? '' : '（制表人管理范围内）'}`,
      `制表人：${book.madeBy}　制表日期：${day}`,
    ]
  return [
    `Kept by: ${book.organisation}`,
    `As of: ${day}${book.isWhole ? '' : ' (within the area of who printed it)'}`,
    `Made by: ${book.madeBy}   on ${day}`,
  ]
}
