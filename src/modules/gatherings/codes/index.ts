import type { Bilingual } from '#platform/words.ts'

export { defaultLimits, type Strength, type StrengthLimits, strengthOf } from '../strength/index.ts'

type Kind = Bilingual & {
  /** What the office usually expects of the body; the gathering says its own. */
  intensity: 1 | 2 | 3 | 4
}

/** What gatherings there are. Rooms above give a kind its meaning: classes, shifts, party life. */
export const kinds = {
  activity: { zh: '文体活动', en: 'Activity', intensity: 2 },
  competition: { zh: '比赛展演', en: 'Competition or show', intensity: 2 },
  class: { zh: '课程', en: 'Class', intensity: 1 },
  lecture: { zh: '讲座报告', en: 'Lecture', intensity: 1 },
  party_life: { zh: '组织生活', en: 'Party life', intensity: 1 },
  meeting: { zh: '座谈会议', en: 'Meeting', intensity: 1 },
  tour: { zh: '参观考察', en: 'Visit', intensity: 3 },
  health: { zh: '健康服务', en: 'Health service', intensity: 1 },
  shift: { zh: '志愿服务班次', en: 'Volunteer shift', intensity: 2 },
  training: { zh: '志愿培训', en: 'Volunteer training', intensity: 1 },
} as const satisfies Record<string, Kind>

export type GatheringKind = keyof typeof kinds

/** How much a gathering asks of the body (量力而行). */
export const intensities: Record<1 | 2 | 3 | 4, Bilingual> = {
  1: { zh: '静坐', en: 'Seated' },
  2: { zh: '轻度', en: 'Light' },
  3: { zh: '中度', en: 'Moderate' },
  4: { zh: '较强', en: 'Strenuous' },
}

export const attendanceStates = {
  present: { zh: '到场', en: 'Present' },
  home: { zh: '送学上门', en: 'Taught at home' },
  excused: { zh: '请假', en: 'Excused' },
  absent: { zh: '未到', en: 'Absent' },
} as const satisfies Record<string, Bilingual>

export type AttendanceState = keyof typeof attendanceStates
