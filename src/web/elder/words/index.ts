import { useEffect, useState } from 'react'
import { useLang } from '../shell/settings.ts'
import { type Words, zh } from './zh.ts'

let english: Words | undefined

/** English comes when somebody asks for it; until then the page stays Chinese. */
export function useWords(): Words {
  const lang = useLang()
  const [, redraw] = useState(0)
  useEffect(() => {
    if (lang !== 'en' || english) return
    import('./en.ts').then(
      ({ en }) => {
        english = en
        redraw((turn) => turn + 1)
      },
      () => undefined,
    )
  }, [lang])
  return lang === 'en' && english ? english : zh
}
