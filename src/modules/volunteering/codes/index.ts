import type { Bilingual } from '#platform/words.ts'

/** What volunteers can do, as they say it of themselves. */
export const skills = {
  medical: { zh: '医疗护理', en: 'Nursing and medicine' },
  cooking: { zh: '做饭', en: 'Cooking' },
  errands: { zh: '跑腿代办', en: 'Errands' },
  housework: { zh: '家务', en: 'Housework' },
  repair: { zh: '水电维修', en: 'Repairs' },
  computing: { zh: '手机电脑', en: 'Phones and computers' },
  talking: { zh: '陪伴聊天', en: 'Keeping company' },
  driving: { zh: '驾驶', en: 'Driving' },
  arts: { zh: '书画文艺', en: 'Arts and calligraphy' },
  teaching: { zh: '讲课辅导', en: 'Teaching' },
  law: { zh: '政策法律', en: 'Policy and law' },
  mediation: { zh: '邻里调解', en: 'Mediation' },
  hair: { zh: '理发', en: 'Haircutting' },
} as const satisfies Record<string, Bilingual>
export type Skill = keyof typeof skills

type NeedKind = Bilingual & {
  /** Who is asked first. */
  skills: readonly Skill[]
  /** What helping usually asks of the body, and how long it takes; a need says its own. */
  intensity: 1 | 2 | 3 | 4
  minutes: number
}

/** What neighbours ask for. */
export const needKinds = {
  clinic: { zh: '看病陪诊', en: 'To the doctor', skills: ['medical', 'driving'], intensity: 2, minutes: 180 },
  shopping: { zh: '买菜购物', en: 'Shopping', skills: ['errands'], intensity: 2, minutes: 60 },
  meals: { zh: '助餐', en: 'Meals', skills: ['cooking', 'errands'], intensity: 2, minutes: 60 },
  housework: { zh: '家政', en: 'Housework', skills: ['housework'], intensity: 3, minutes: 120 },
  repair: { zh: '维修', en: 'Repairs', skills: ['repair'], intensity: 3, minutes: 60 },
  company: { zh: '陪聊', en: 'Company', skills: ['talking'], intensity: 1, minutes: 60 },
  haircut: { zh: '理发', en: 'Haircut', skills: ['hair'], intensity: 1, minutes: 30 },
  digital: { zh: '手机使用', en: 'Help with a phone', skills: ['computing'], intensity: 1, minutes: 60 },
  culture: { zh: '文化活动', en: 'Culture', skills: ['arts', 'teaching'], intensity: 1, minutes: 90 },
  policy: { zh: '政策咨询', en: 'Questions of policy', skills: ['law'], intensity: 1, minutes: 30 },
  mediation: { zh: '矛盾调解', en: 'Mediation', skills: ['mediation', 'law'], intensity: 1, minutes: 90 },
  other: { zh: '其他', en: 'Other', skills: [], intensity: 1, minutes: 60 },
} as const satisfies Record<string, NeedKind>
export type NeedKindCode = keyof typeof needKinds

export const needStates = {
  raised: { zh: '待受理', en: 'Raised' },
  accepted: { zh: '待派人', en: 'To be assigned' },
  matched: { zh: '已派人', en: 'Assigned' },
  in_service: { zh: '服务中', en: 'In service' },
  served: { zh: '待回访', en: 'Served' },
  closed: { zh: '已办结', en: 'Closed' },
  declined: { zh: '未受理', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Bilingual>

/** In how many hours a helper should be found. */
export const urgencies = {
  today: { zh: '当天', en: 'Today', hours: 24 },
  week: { zh: '一周内', en: 'This week', hours: 168 },
  normal: { zh: '不急', en: 'No hurry', hours: 360 },
} as const satisfies Record<string, Bilingual & { hours: number }>

export const channels = {
  visit: { zh: '居民上门', en: 'Came in person' },
  grid: { zh: '网格走访', en: 'Grid round' },
  unit: { zh: '原单位反映', en: 'Through the unit' },
  phone: { zh: '电话', en: 'Telephone' },
  paper: { zh: '纸质登记', en: 'On paper' },
  own: { zh: '老同志页面', en: 'Elder pages' },
} as const satisfies Record<string, Bilingual>

export const askers = {
  self: { zh: '本人', en: 'Themselves' },
  family: { zh: '家属代办', en: 'Family' },
  neighbour: { zh: '邻居', en: 'Neighbour' },
  clerk: { zh: '工作人员代办', en: 'Office' },
} as const satisfies Record<string, Bilingual>

export const elderKinds = {
  cadre: { zh: '老干部', en: 'Veteran cadre' },
  soldier: { zh: '老战士', en: 'Veteran soldier' },
  expert: { zh: '老专家', en: 'Veteran expert' },
  teacher: { zh: '老教师', en: 'Veteran teacher' },
  model: { zh: '老模范', en: 'Veteran model worker' },
} as const satisfies Record<string, Bilingual>

export const teamKinds = {
  corps: { zh: '服务团', en: 'Corps' },
  team: { zh: '服务队', en: 'Team' },
} as const satisfies Record<string, Bilingual>

export const teamRoles = {
  leader: { zh: '队长', en: 'Leader' },
  deputy: { zh: '副队长', en: 'Deputy' },
  member: { zh: '队员', en: 'Member' },
} as const satisfies Record<string, Bilingual>

export const postKinds = {
  building_head: { zh: '楼长', en: 'Head of a building', level: 'building' },
  entrance_head: { zh: '单元长', en: 'Head of an entrance', level: 'entrance' },
} as const satisfies Record<string, Bilingual & { level: string }>

const DAYS = [
  ['mon', '周一', 'Mon'],
  ['tue', '周二', 'Tue'],
  ['wed', '周三', 'Wed'],
  ['thu', '周四', 'Thu'],
  ['fri', '周五', 'Fri'],
  ['sat', '周六', 'Sat'],
  ['sun', '周日', 'Sun'],
] as const

/** Half days of a week. */
export const halfDays: ReadonlyMap<string, Bilingual> = new Map(
  DAYS.flatMap(([day, zh, en]) => [
    [`${day}_am`, { zh: `${zh}上午`, en: `${en} morning` }],
    [`${day}_pm`, { zh: `${zh}下午`, en: `${en} afternoon` }],
  ]),
)

/** The keys of a table of words, for a schema. */
export function keysOf<K extends string>(words: Record<K, unknown>): [K, ...K[]] {
  return Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string
}
