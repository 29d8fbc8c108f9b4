import { refusal } from '#platform/refuse.ts'

export const notByVolunteer = refusal('confirming.not_by_volunteer', 409, () => ({
  zh: '服务要由服务对象或工作人员确认，不能由志愿者本人确认。',
  en: 'Service is confirmed by the served person or a clerk, never by the volunteer.',
}))
export const tooMany = refusal('confirming.too_many_minutes', 422, (p: { minutes: number }) => ({
  zh: `确认的时长不能多于签到签退得出的 ${p.minutes} 分钟。`,
  en: `No more can be confirmed than the ${p.minutes} minutes that were checked.`,
}))
