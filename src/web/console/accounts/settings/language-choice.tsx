import type { Lang } from '#platform/words.ts'
import { setLanguage, useLanguage } from '../../../ui/language/language.ts'
import css from './settings.module.css'

export type { Lang }

const NAMES: [Lang, string, string][] = [
  ['zh', '中文', 'zh-CN'],
  ['en', 'English', 'en'],
]

export function LanguageChoice({ label, onChange }: { label: string; onChange: (lang: Lang) => void }) {
  const current = useLanguage()
  return (
    <fieldset className={css.choice}>
      <legend className="visually-hidden">{label}</legend>
      {NAMES.map(([lang, name, tag]) => (
        <label key={lang} className={css.option} lang={tag}>
          <input
            type="radio"
            name="language"
            checked={current === lang}
            onChange={() => {
              setLanguage(lang)
              onChange(lang)
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
