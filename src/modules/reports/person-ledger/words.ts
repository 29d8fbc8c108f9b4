import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

export const tooLong = refusal('reports.too_long', 422, (p: { people: number; most: number }) => ({
  zh: `本次打印 ${p.people} 人，超过 ${p.most} 人。请按街道、社区或单位分开打印。`,
  en: `This book holds ${p.people} people, more than ${p.most}. Print it street by street or unit by unit.`,
}))
export const printersBusy = refusal('reports.printers_busy', 503, () => ({
  zh: '排队打印的人较多，请等半分钟再试。',
  en: 'Others are printing. Try again in half a minute.',
}))

/** Names of books by the people they hold. */
export const bookWords: Record<'all' | 'lixiu' | 'tuixiu', Bilingual> = {
  all: { zh: '老干部信息台账', en: 'Ledger of retired cadres' },
  lixiu: { zh: '离休干部信息台账', en: 'Ledger of lixiu cadres' },
  tuixiu: { zh: '退休干部信息台账', en: 'Ledger of tuixiu cadres' },
}

/** What the group of those is called whose street, community or unit nobody knows yet; with `none` everybody is in one group. */
export const restWords: Record<'street' | 'community' | 'unit' | 'none', Bilingual> = {
  street: { zh: '街道未登记', en: 'Street not known' },
  community: { zh: '社区未登记', en: 'Community not known' },
  unit: { zh: '单位未登记', en: 'Unit not known' },
  none: { zh: '全部', en: 'Everybody' },
}
