import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { turnStates } from './tasks/index.ts'

/** How a turn, or the shift itself, stands; somebody is told in words and not by the name of a column. */
const states: Readonly<Record<string, Bilingual>> = {
  ...turnStates,
  planned: { zh: '已安排', en: 'Planned' },
  held: { zh: '已结束', en: 'Ended' },
}

export const notOneDay = refusal('shifts.not_one_day', 422, () => ({
  zh: '一个班次要在同一天内开始和结束，最长 8 小时。跨天的请分成几个班次。',
  en: 'A shift begins and ends on one day and lasts eight hours at most. Split a longer one.',
}))
export const begun = refusal('shifts.begun', 409, () => ({
  zh: '班次已经开始，不能再认领。已经去帮忙的，班次结束后请工作人员补录；其他时间的班次可以认领。',
  en: 'The shift has begun and can no longer be claimed. Who helps all the same is entered afterwards by a clerk once it is over; other shifts can be claimed.',
}))
export const needsTeam = refusal('shifts.needs_team', 422, () => ({
  zh: '只对本队开放的班次要选定服务队。',
  en: 'A shift open to a team only needs its team.',
}))
export const noSuchTeam = refusal('shifts.no_such_team', 422, () => ({
  zh: '没有找到这支服务队，或它已解散。请重新选择。',
  en: 'This team is unknown or dissolved. Choose again.',
}))
export const noSuchNeed = refusal('shifts.no_such_need', 422, () => ({
  zh: '没有找到这条需求，或它已办结。请重新选择。',
  en: 'This need is unknown or already ended. Choose again.',
}))
export const needHasShift = refusal('shifts.need_has_shift', 409, (p: { title: string; when: string }) => ({
  zh: `这条需求已经有班次“${p.title}”（${p.when}）。要另行安排，请先取消原来的班次，再发布新的。`,
  en: `This need already has the shift “${p.title}” (${p.when}). Call that one off before publishing another.`,
}))
export const outsideArea = refusal('shifts.outside_area', 403, () => ({
  zh: '这个班次不在您的管理范围内。请由班次所在社区、街道办理。',
  en: 'This shift is outside your area: the community or street it lies in sees to it.',
}))
export const notOpenTo = refusal('shifts.not_open_to', 409, (p: { openTo: string }) => ({
  zh:
    p.openTo === 'team'
      ? '这个班次只由本队队员承担。请先加入服务队，或另选班次。'
      : p.openTo === 'invited'
        ? '这个班次由组织方邀请。请与组织方联系。'
        : '承担班次要先登记为志愿者。请先办理志愿者登记。',
  en:
    p.openTo === 'team'
      ? 'This shift is for members of its team.'
      : p.openTo === 'invited'
        ? 'This shift is by invitation.'
        : 'Only registered volunteers take shifts: register first.',
}))
export const overlap = refusal('shifts.overlap', 409, (p: { title: string; from: string }) => ({
  zh: `同一时间已有另一个班次“${p.title}”（${p.from}）。一个人不能同时在两处服务。`,
  en: `There is another turn at the same time, “${p.title}” (${p.from}). Nobody serves in two places at once.`,
}))
export const wrongState = refusal('shifts.wrong_state', 409, (p: { status: string }) => ({
  zh: `这一班现在是“${states[p.status]?.zh ?? p.status}”，不能这样办理。请刷新页面查看。`,
  en: `This turn now is “${states[p.status]?.en ?? p.status}” and this cannot be done. Reload the page.`,
}))
export const notOwnServed = refusal('shifts.serves_oneself', 422, () => ({
  zh: '服务对象不能是志愿者本人。',
  en: 'Nobody serves themselves.',
}))
export const hadDied = refusal('shifts.had_died', 409, () => ({
  zh: '这位老同志已登记离世，离世以后的时间不能签到、签退或确认。生前做过的服务，请在班次结束后按补录登记；离世登记错了，请先在个人页撤销。',
  en: 'A death is recorded, and nothing is checked in or confirmed for a time after it. Service done in their life is entered after the shift; a death recorded by mistake is taken back on the person’s page.',
}))
