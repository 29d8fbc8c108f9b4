import { type KindRead, kindNamed } from '../../clean/office/kind.ts'
import { fold, squeeze } from '../../clean/text.ts'
import type { LookUps } from '../../directory/look-ups.ts'
import type { Place } from '../../directory/places.ts'
import type { UnitEntry } from '../../directory/units.ts'

export type Context = { unit?: UnitEntry; place?: Place; kind?: KindRead }

const NOTE = /^[(（]?(填表)?(说明|注|备注|附注|要求|填报要求|填写要求)[)）]?\s*[\d:：.、1-9]|^※|^[(（]?注[)）]?[:：]/
const UNIT_LINE =
  /(?:填报|填表|报送|所在|所属|制表|编制|上报|原)?(?:单位|学校|部门)(?:名称|全称)?(?:[(（][^)）]*[)）])?[:：]\s*([^:：]+?)(?=\s|$|填|截|时间|日期|年|报|制)/
const NUMBERING =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）]?[、.．:：)）]|[(（][一二三四五六七八九十\d]+[)）]|表[一二三四五六七八九十\d]+[:：、]?|第[一二三四五六七八九十\d]+(?:部分|组|表)?[:：、]?|附(?:件|表)?[一二三四五六七八九十\d]*[:：、]?)/
const TAIL =
  /(?:所属|各|的|全体|机关|现有|已故|健在|辖区内?)?(?:离[、/和(（]*退[)）]*休|离休|退休|老干部|老同志|老教师|教职员?工|职工|人员|干部|花名册|名册|名单|登记表|统计表|一览表|信息|台账|情况|基本|通讯录|汇总|档案).*$/

/** Explanations hold every word of the trade and mean nobody. */
export function isNote(text: string): boolean {
  return NOTE.test(fold(text))
}

function unitCandidates(text: string): string[] {
  const plain = squeeze(text)
    .replace(NUMBERING, '')
    .replace(/[:：]$/, '')
  const counted = plain.replace(/[(（]?共?\d+人[)）]?$/, '')
  return [plain, counted, counted.replace(TAIL, '')].filter((one) => one.length > 1)
}

function unitCalled(text: string, directory: LookUps): UnitEntry | undefined {
  const match = directory.units.find(text)
  return match.is === 'one' ? match.unit : undefined
}

/** After 单位： anything is a unit; in a title a bare street is where people live, not the office of that name. */
function unitNamed(text: string, directory: LookUps): UnitEntry | undefined {
  const line = UNIT_LINE.exec(fold(text))?.[1]
  const called = line === undefined ? undefined : unitCalled(line, directory)
  const others = unitCandidates(text).filter((candidate) => !directory.places.isStreet(candidate))
  return called ?? others.map((candidate) => unitCalled(candidate, directory)).find((unit) => unit !== undefined)
}

export function contextIn(text: string, directory: LookUps): Context {
  const context: Context = {}
  if (text.length > 80 || isNote(text)) return context
  const unit = unitNamed(text, directory)
  const place = unit ? undefined : directory.places.namedIn(text)
  const kind = kindNamed(text)
  if (unit) context.unit = unit
  if (place) context.place = place
  if (kind) context.kind = kind
  return context
}

/** What a sheet's name says. A sheet called by a street's name is usually that of its office. */
export function contextOfSheet(name: string, directory: LookUps): Context {
  const said = contextIn(name, directory)
  const unit = said.unit ?? unitCalled(name, directory)
  return unit ? { ...said, unit } : said
}

/** How a section is numbered, so that 二、 ends what 一、 said and （一） does not. */
export function numberingStyle(text: string): string {
  const [mark = ''] = NUMBERING.exec(squeeze(text)) ?? []
  return mark.replace(/[一二三四五六七八九十]+/, '一').replace(/\d+/, '1')
}
