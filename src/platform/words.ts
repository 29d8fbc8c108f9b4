/** Everything people read exists in both languages. */
export type Bilingual = { zh: string; en: string }
export type Lang = keyof Bilingual
