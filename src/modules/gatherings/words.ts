import { refusal } from '#platform/refuse.ts'

export const siteTaken = refusal('gatherings.site_taken', 409, (p: { title: string; from: string; to: string }) => ({
  zh: `这个场地在这段时间已经安排了“${p.title}”（${p.from}—${p.to}）。请换个时间或场地。`,
  en: `The venue is taken for “${p.title}” (${p.from}–${p.to}). Choose another time or venue.`,
}))
export const siteClosed = refusal('gatherings.site_closed', 409, () => ({
  zh: '这个场地已经停用或不存在。请另选场地。',
  en: 'The venue is closed or unknown. Choose another.',
}))
export const badTime = refusal('gatherings.bad_time', 422, () => ({
  zh: '结束时间要晚于开始时间，一次活动不超过七天；报名截止不晚于开始。请核对时间。',
  en: 'It ends after it begins, within seven days, and sign-up closes before it begins. Check the times.',
}))
export const outsideArea = refusal('gatherings.outside_area', 403, () => ({
  zh: '这个地点不在您的管理范围内，不能在这里组织活动。请选本社区、本街道，或请上级办理。',
  en: 'This place is outside your area. Choose a place of yours or ask the office above.',
}))
export const noSuchHost = refusal('gatherings.no_such_host', 422, () => ({
  zh: '主办单位中有不存在或已撤销的单位。请重新选择。',
  en: 'One of the hosting units is unknown or closed. Choose again.',
}))
export const over = refusal('gatherings.over', 409, (p: { status: string }) => ({
  zh:
    p.status === 'cancelled'
      ? '这次活动已经取消，不能再办理。'
      : '这次活动已经结束登记，不能再办理；考勤有误请用“更正”。',
  en:
    p.status === 'cancelled'
      ? 'This gathering was cancelled.'
      : 'This gathering is closed; put attendance right by a correction.',
}))
export const changedMeanwhile = refusal('gatherings.changed_meanwhile', 409, () => ({
  zh: '刚刚有人修改了这次活动。请刷新后核对再保存；您填写的内容仍在本页。',
  en: 'Somebody changed this gathering just now. Reload and check before saving; what you typed is still here.',
}))
export const tooSmall = refusal('gatherings.too_small', 409, (p: { taken: number; on: string }) => ({
  zh: `${p.on} 这一场已有 ${p.taken} 人报上名，名额不能少于这个数。请先与报名的老同志商量。`,
  en: `${p.taken} have a place on ${p.on}; the capacity cannot be less. Talk with them first.`,
}))
export const hasPresent = refusal('gatherings.has_present', 409, (p: { count: number; on: string }) => ({
  zh: `${p.on} 这一场已登记 ${p.count} 人到场，不能取消。登记错了的，请先在考勤表上改为缺席，再取消；办过的请按结束登记办理。`,
  en: `${p.count} people are marked as present on ${p.on}; it cannot be cancelled. Mark them as absent first if that was a mistake; what took place is closed instead.`,
}))
export const isShift = refusal('gatherings.is_shift', 409, () => ({
  zh: '这是志愿服务班次，认领、签到和时长都跟着它。请到“志愿班次”里这一班的页面修改或取消。',
  en: 'This is a shift of volunteers, with their turns and hours. Change it or call it off on its own page under “Shifts”.',
}))
export const shiftsElsewhere = refusal('gatherings.shifts_elsewhere', 422, () => ({
  zh: '志愿服务班次不在日历里安排。请到“志愿班次”里点“发布班次”，或另选活动类别。',
  en: 'Shifts of volunteers are not planned in the calendar. Publish one under “Shifts”, or choose another kind.',
}))
export const notYet = refusal('gatherings.not_yet', 409, () => ({
  zh: '活动还没有开始，不能登记到场。',
  en: 'It has not begun: nobody can be marked as present yet.',
}))
