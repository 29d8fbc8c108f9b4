import type { Bilingual } from '#platform/words.ts'
import { needKinds } from '../../codes/index.ts'

/** What is done in a shift: what neighbours ask for, and what a team plans by itself. The bank's rules give each its points. */
export const tasks = {
  ...needKinds,
  patrol: { zh: '治安巡逻', en: 'Neighbourhood patrol' },
  environment: { zh: '环境卫生', en: 'Keeping the neighbourhood clean' },
  lecture: { zh: '理论宣讲', en: 'Lectures' },
  young: { zh: '关心下一代', en: 'Care for the next generation' },
  event: { zh: '活动保障', en: 'Helping at events' },
} as const satisfies Record<string, Bilingual>

export type Task = keyof typeof tasks

export const turnStates = {
  waiting: { zh: '候补', en: 'Waiting' },
  claimed: { zh: '已认领', en: 'Claimed' },
  started: { zh: '服务中', en: 'In service' },
  late: { zh: '补录待复核', en: 'Entered late, to be approved' },
  served: { zh: '待确认', en: 'To be confirmed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  refused: { zh: '未认可', en: 'Refused' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  missed: { zh: '未到', en: 'Did not come' },
  reversed: { zh: '已冲正', en: 'Reversed' },
} as const satisfies Record<string, Bilingual>

export const checkWays = {
  code: { zh: '志愿者出示码', en: 'The volunteer’s code' },
  served_code: { zh: '服务对象出示码', en: 'The served person’s code' },
  word: { zh: '服务对象口头', en: 'The served person’s word' },
  clerk: { zh: '工作人员在场', en: 'A clerk was there' },
  late: { zh: '事后补录', en: 'Entered afterwards' },
} as const satisfies Record<string, Bilingual>

export const openness = {
  team: { zh: '本队队员', en: 'Members of the team' },
  volunteers: { zh: '注册志愿者', en: 'Volunteers' },
  invited: { zh: '受邀者', en: 'Those invited' },
} as const satisfies Record<string, Bilingual>
