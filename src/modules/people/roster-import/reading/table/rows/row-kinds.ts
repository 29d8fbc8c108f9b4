import { squeeze } from '../../clean/text.ts'
import { type Cell, cellText, type Row } from '../../file/book.ts'
import type { NoPerson } from '../../shapes.ts'
import { looksLikeId, looksLikeName } from '../cells/looks-like.ts'
import { isNote } from './context.ts'

const TOTAL =
  /^(本页|本表|本单位|全县|全局|全镇|全校|以上|总|各项)?(合计|小计|总计|共计|累计|总人数|人数合计|合计人数|总数|平均)([:：(（共\d]|$|人|离|退|男|女)|^(以上|全部)?(总)?(共|合)(计)?\d+人|^其中[:：]?|^共有?\d+[人名]/
const SIGNER =
  '填表人|填报人|制表人?|审核人?|审批人?|经办人?|负责人|单位负责人|校长|院长|局长|书记|主任|站长|分管领导|主管领导|单位领导|领导|领导签字|负责人签字|签字|签名|单位盖章|盖章|公章|填报日期|填表日期|填表时间|填报时间|制表日期|制表时间|报送日期|上报日期|日期|联系人|联络人|联系电话|电话|复核人?|统计人|统计员|录入人?|采集人|打印日期|老干部工作负责人|人事科长'
const SIGNED = new RegExp(`^[(（]?(${SIGNER})[^:：]{0,8}[:：]`)
const SIGNER_ALONE = new RegExp(
  `^(填表人|填报人|制表人?|审核人?|经办人|负责人签字|单位负责人|单位盖章|盖章|签字|填报日期|填表日期|制表日期|填表时间|填报时间)$`,
)
const DAY =
  /^(\d{4}|[二一][〇○零一二三四五六七八九]{3})年([\d一二三四五六七八九十]{1,3}月([\d一二三四五六七八九十]{1,3}日)?)?$|^年月日$|^\d{4}[.\-/]\d{1,2}([.\-/]\d{1,2})?$/
const UNIT_LINE = /^(填报|填表|报送|所在|所属|制表)?单位(名称|全称)?([(（][^)）]*[)）])?[:：]/
const NUMBERED =
  /^([(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．:：]|表[一二三四五六七八九十\d]+[:：、]|第[一二三四五六七八九十\d]+(部分|组|党支部|支部)|附表)/
const GROUP_WORD =
  /(干部|人员|职工|教师|遗属|夫妻|离休|退休|单位|系统|社区|街道|村|镇|乡|局|部|委|办|厂|公司|学校|中学|小学|医院|机关|企业|支部|小组|部分|名单|花名册|如下|情况|\d+人)[:：)）]?$/

function ownTexts(row: Row): string[] {
  return row.cells.flatMap((cell) => {
    const text = squeeze(cellText(cell))
    return text === '' ? [] : [text]
  })
}

export function saysTotal(text: string): boolean {
  return TOTAL.test(text)
}

function isTotal(texts: string[], name: string): boolean {
  return (
    texts.slice(0, 3).some((text) => TOTAL.test(text)) ||
    TOTAL.test(name) ||
    (/^共?\d+人$/.test(name) && texts.length <= 4)
  )
}

/** Signatures hold names and telephones too, so it is the words before the colon that count. */
function isSigned(texts: string[], row: Row, personal: number): boolean {
  if (row.cells.some(looksLikeId)) return false
  const [first = ''] = texts
  if (SIGNER_ALONE.test(first) || SIGNED.test(first)) return true
  if (personal < 2 && texts.some((text) => SIGNED.test(text))) return true
  return texts.length <= 2 && texts.every((text) => DAY.test(text))
}

/** A row of one or two texts that heads the rows below it. */
function isSection(texts: string[], name: string): boolean {
  const [first = ''] = texts
  if (NUMBERED.test(first)) return true
  const words = texts.filter((text) => !/^\d+$/.test(text))
  if (words.length > 2) return false
  const isPlainName = name !== '' && looksLikeName(name) && !GROUP_WORD.test(name)
  return words.length <= 1 ? !isPlainName : !isPlainName && words.some((text) => GROUP_WORD.test(text))
}

export type RowInTable = { row: Row; name: Cell | undefined; personal: number }

/** Why a row inside a table holds nobody; undefined when it may be a person. `personal`: cells that only a person has. */
export function noPersonIn({ row, name, personal }: RowInTable): NoPerson | undefined {
  const texts = ownTexts(row)
  const nameText = squeeze(cellText(name))
  if (texts.length === 0) return 'blank'
  const [first = ''] = texts
  if (isNote(first) || UNIT_LINE.test(first)) return 'note'
  if (isTotal(texts, nameText)) return 'total'
  if (isSigned(texts, row, personal)) return 'footer'
  if (personal < 2 && NUMBERED.test(first)) return 'section'
  if (personal > 0) return undefined
  if (texts.every((text) => /^\d+$/.test(text))) return 'blank'
  if (isSection(texts, nameText)) return first.length > 30 ? 'note' : 'section'
  return undefined
}

export function rowOutside(row: Row, isFirst: boolean): NoPerson {
  const texts = ownTexts(row)
  const [first = ''] = texts
  if (isNote(first)) return 'note'
  if (isTotal(texts, '')) return 'total'
  if (isSigned(texts, row, 0)) return texts.some((text) => /单位|时间|日期/.test(text)) ? 'note' : 'footer'
  if (isFirst) return 'title'
  return texts.length > 2 ? 'list' : NUMBERED.test(first) ? 'section' : 'note'
}
