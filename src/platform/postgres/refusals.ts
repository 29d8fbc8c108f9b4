import { refusal } from '#platform/refuse.ts'

/** The built-in database cannot start or go on; the sentence says what the person at the machine can do. */
export const databaseRefused = refusal('database.refused', 503, (p: { zh: string; en: string }) => ({
  zh: p.zh,
  en: p.en,
}))
