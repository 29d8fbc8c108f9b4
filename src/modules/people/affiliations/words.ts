import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

/** 归属 of each kind, as lists and history call it. */
export const affiliationWords: Record<string, Bilingual> = {
  original_unit: { zh: '原单位', en: 'Original unit' },
  managing_unit: { zh: '现管单位', en: 'Managing unit' },
  other_unit: { zh: '其他单位', en: 'Other unit' },
  home: { zh: '居住地', en: 'Home' },
  branch: { zh: '隶属支部', en: 'Party branch' },
  functional_branch: { zh: '功能型支部', en: 'Functional branch' },
  group: { zh: '小组', en: 'Group' },
  team: { zh: '服务队', en: 'Team' },
}

type Named = { name: string }

export const alreadyAffiliated = refusal(
  'people.already_affiliated',
  409,
  (p: Named & { kind: string; from: string | null; to: string | null }) => {
    const kind = affiliationWords[p.kind] ?? { zh: p.kind, en: p.kind }
    return {
      zh: `“${p.name}”已登记为${kind.zh}（${p.from ?? '时间不详'}至${p.to ?? '今'}），没有重复增加。如确系再次归属，请填写上次结束以后的起始日期。`,
      en: `"${p.name}" already stands as ${kind.en.toLowerCase()} (${p.from ?? 'since unknown'} to ${p.to ?? 'today'}); nothing was added. If the person came back, give a first day after that.`,
    }
  },
)
export const lastCustodian = refusal('people.last_custodian', 422, (p: Named) => ({
  zh: `“${p.name}”是这位干部唯一的原单位，不能结束：社区服务“只做加法、不做减法”，原单位责任不能落空。单位合并或撤销的，请先增加承接单位为原单位，再结束这一条。`,
  en: `"${p.name}" is this cadre's only original unit and cannot end: service by the community adds to the original unit's duty and never takes it away (只做加法、不做减法). Add the unit that takes over as original unit first.`,
}))
export const endsBeforeStart = refusal('people.ends_before_start', 422, (p: { from: string }) => ({
  zh: `这条归属自 ${p.from} 起，结束日期必须晚于这一天。请核对日期。`,
  en: `This affiliation began on ${p.from}; it must end on a later day. Check the date.`,
}))
export const alreadyEnded = refusal('people.already_ended', 409, (p: { to: string }) => ({
  zh: `这条归属已于 ${p.to} 结束，无需再次办理。`,
  en: `This affiliation ended on ${p.to} already.`,
}))
export const homeOverlaps = refusal('people.home_overlaps', 409, (p: Named & { from: string | null }) => ({
  zh: `${p.from ?? '这段时间'}起已登记居住在“${p.name}”，同一时间只能有一个居住地。请核对迁居日期；若刚才已有人登记，请刷新后再看。`,
  en: `From ${p.from ?? 'that time'} on the person is already recorded at "${p.name}", and nobody lives in two homes at once. Check the day; somebody may have recorded the move a moment ago.`,
}))
export const sameHome = refusal('people.same_home', 409, (p: Named) => ({
  zh: `这一天已登记居住在“${p.name}”的同一住址，没有重复登记。`,
  en: `On that day the person already lives at this address in "${p.name}"; nothing was recorded.`,
}))
export const wrongDay = refusal('people.wrong_day', 422, (p: { today: string }) => ({
  zh: `日期应在 1900-01-01 至今天（${p.today}）之间。还没有发生的变动请到时再登记。`,
  en: `The day must lie between 1900-01-01 and today (${p.today}). Record what is still to come when it has happened.`,
}))
export const noSuchUnit = refusal('people.no_such_unit', 422, () => ({
  zh: '没有这个单位，请从单位列表中重新选择。',
  en: 'There is no such unit; choose one from the list.',
}))
export const unitIsClosed = refusal('people.unit_is_closed', 422, (p: Named & { successor: string | null }) => ({
  zh: p.successor
    ? `“${p.name}”已撤销，由“${p.successor}”承接。请选择承接单位。`
    : `“${p.name}”已撤销，不能再增加归属。请选择现存单位。`,
  en: p.successor
    ? `"${p.name}" is closed; "${p.successor}" took over. Choose that one.`
    : `"${p.name}" is closed. Choose a unit that exists.`,
}))
export const noSuchPlace = refusal('people.no_such_place', 422, () => ({
  zh: '没有这个地点，请从地点列表中重新选择（可选到楼栋、单元）。',
  en: 'There is no such place; choose one from the list (down to building and entrance).',
}))
export const placeIsAbolished = refusal('people.place_is_abolished', 422, (p: Named & { on: string }) => ({
  zh: `“${p.name}”已于 ${p.on} 撤销，不能登记为居住地。请选择并入后的地点。`,
  en: `"${p.name}" was abolished on ${p.on}. Choose the place it became part of.`,
}))
export const mergedAway = refusal('people.merged_away', 409, (p: { into: string }) => ({
  zh: '这条记录已并入另一条记录，只能查看。请到保留的那条记录上办理。',
  en: `This record was merged into another (${p.into}) and is kept for reading only. Work on the kept record.`,
}))
