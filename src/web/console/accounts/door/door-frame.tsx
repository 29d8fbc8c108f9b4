import { type ReactNode, useEffect } from 'react'
import { useKitWords } from '../../../ui/language/words.ts'
import { Brand } from '../../shell/brand.tsx'
import { LanguageSwitch } from '../../shell/top/language-switch.tsx'
import { useAccountsWords } from '../words.ts'
import css from './door.module.css'
import { Dusk } from './dusk.tsx'

/** The frame of the pages before the shell: a picture at the left, one form at the right. */
export function DoorFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const words = useAccountsWords()
  const kit = useKitWords()
  useEffect(() => {
    document.title = `${title} · ${kit.product}`
  }, [title, kit])
  return (
    <div className={css.frame}>
      <aside className={css.picture}>
        <Dusk />
        <div className={css.verse}>
          <p className={css.motto}>{words.motto}</p>
          <p className={css.by}>{words.mottoBy}</p>
          <p className={css.purpose}>{words.purpose}</p>
        </div>
      </aside>
      <main className={css.side}>
        <div className={css.top}>
          <Brand />
          <LanguageSwitch />
        </div>
        <div className={css.form}>
          <h1 className={css.title}>{title}</h1>
          {lead ? <p className={css.lead}>{lead}</p> : null}
          {children}
        </div>
      </main>
    </div>
  )
}
