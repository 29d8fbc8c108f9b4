import { refusal } from '#platform/refuse.ts'

export const tooMany = refusal('confirming.too_many_minutes', 422, (p: { minutes: number }) => ({
  zh: `确认的时长不能多于签到签退得出的 ${p.minutes} 分钟。`,
  en: `No more can be confirmed than the ${p.minutes} minutes that were checked.`,
}))
