import { refusal } from '#platform/refuse.ts'

export const enough = refusal('calendar_address.enough', 409, (p: { most: number }) => ({
  zh: `这个日历已有 ${p.most} 个地址在用。请先停用不再用的，再生成新的。`,
  en: `${p.most} addresses of this calendar are in use. Stop one that is no longer needed first.`,
}))
