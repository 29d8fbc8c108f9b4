import type { Bilingual } from '#platform/words.ts'
import { useLang } from './words.ts'

/** What was refused, in words, where one is looking. */
export function Wrong({ words }: { words: Bilingual | undefined }) {
  const lang = useLang()
  if (!words) return null
  return (
    <p className="card wrong" role="alert">
      {words[lang]}
    </p>
  )
}
