import type { Bilingual } from '#platform/words.ts'

/** Whose telephone it is; the record keeps the Chinese word. */
export const phoneLabelWords: Record<string, Bilingual> = {
  本人: { zh: '本人', en: 'own' },
  住宅: { zh: '住宅', en: 'home' },
  配偶: { zh: '配偶', en: 'spouse' },
  子: { zh: '子', en: 'son' },
  女: { zh: '女', en: 'daughter' },
  子女: { zh: '子女', en: 'child' },
  孙辈: { zh: '孙辈', en: 'grandchild' },
  其他: { zh: '其他', en: 'other' },
}
