import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { HOURLY_REVEALS, type RevealPurpose } from './rules.ts'

export const tooManyReveals = refusal('people.too_many_reveals', 429, () => ({
  zh: `您一小时内查看完整号码已达 ${HOURLY_REVEALS} 次，暂时不能再看，这次也已记入审计。确需批量使用，请在名册中申请导出。`,
  en: `You have looked at ${HOURLY_REVEALS} whole numbers within an hour; no more for now, and this is audited. If you need many, ask for an export in the list.`,
}))

export const purposeWords: Record<RevealPurpose, Bilingual> = {
  benefit: { zh: '待遇核发', en: 'Pay and benefits' },
  medical: { zh: '体检就医', en: 'Medical care' },
  visit: { zh: '走访慰问', en: 'Visit' },
  check: { zh: '信息核对', en: 'Checking the record' },
  funeral: { zh: '丧葬抚恤', en: 'Funeral and bereavement' },
  other: { zh: '其他', en: 'Other' },
}
