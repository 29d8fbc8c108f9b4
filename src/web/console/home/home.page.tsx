import { useState } from 'react'
import { useTimes } from '../../ui/language/times.ts'
import { Page } from '../../ui/page/page.tsx'
import { useMay } from '../shell/session/me.ts'
import css from './home.module.css'
import { Birthdays } from './parts/birthdays.tsx'
import { DataQuality } from './parts/data-quality.tsx'
import { RecentImports } from './parts/recent-imports.tsx'
import { WaitingForAdministrators } from './parts/waiting-for-administrators.tsx'
import { WaitingForMe } from './parts/waiting-for-me.tsx'
import { useHomeWords } from './words.ts'

/** What waits for me, how good the records are, what came in, what comes next. */
export function HomePage() {
  const words = useHomeWords()
  const may = useMay()
  const [now] = useState(() => new Date().toISOString())
  const today = useTimes().longDay(now)
  if (!may('people.read'))
    return (
      <Page title={words.title} lead={today}>
        {may('accounts.read') ? <WaitingForAdministrators /> : null}
      </Page>
    )
  return (
    <Page title={words.title} lead={today}>
      <div className={css.grid}>
        <div className={css.main}>
          <WaitingForMe />
          {may('import.prepare') ? <RecentImports /> : null}
        </div>
        <div className={css.side}>
          <DataQuality />
          <Birthdays />
        </div>
      </div>
    </Page>
  )
}
