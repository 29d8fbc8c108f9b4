import { setLanguage, useLanguage } from '../../../ui/language/language.ts'
import { useShellWords } from '../words.ts'
import css from './top.module.css'

/** 中文 / English, each in its own name. `onChange` lets the account keep it. */
export function LanguageSwitch({ onChange }: { onChange?: (lang: 'zh' | 'en') => void }) {
  const words = useShellWords()
  const lang = useLanguage()
  const next = lang === 'zh' ? 'en' : 'zh'
  const change = () => {
    setLanguage(next)
    onChange?.(next)
  }
  return (
    <button
      type="button"
      className={css.quiet}
      onClick={change}
      lang={next === 'zh' ? 'zh-CN' : 'en'}
      title={words.language}
    >
      {next === 'zh' ? '中文' : 'English'}
    </button>
  )
}
