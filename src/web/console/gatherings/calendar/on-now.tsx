import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { onNowQuery } from '../queries.ts'
import { useCalendarWords, useGatheringWords } from '../words.ts'
import css from './calendar.module.css'
import { clockOf, onNow } from './days.ts'

/** At the door nobody looks for today's sheet in a month: what is on at this hour stands on top with its sheet. */
export function OnNow() {
  const words = useCalendarWords()
  const { openSheet } = useGatheringWords()
  const [now] = useState(() => Date.now())
  const found = useQuery(onNowQuery(now))
  // Who serves a shift checks in on the shift's own page.
  const gatherings = found.data?.items.filter(({ kind }) => kind !== 'shift') ?? []
  const items = onNow(gatherings, now)
  if (!items.length) return null
  return (
    <Section title={words.onNow}>
      <ul className={css.now}>
        {items.map((item) => (
          <li key={item.id}>
            <span>
              <strong>{item.title}</strong>
              <span className={css.soft}>
                {clockOf(item.startsAt)}–{clockOf(item.endsAt)} · {[item.place, item.site].filter(Boolean).join(' · ')}
              </span>
            </span>
            <ButtonLink
              to="/gatherings/$id/sheet"
              params={{ id: item.id }}
              aria-label={words.sheetOf(item.title)}
              primary
            >
              {openSheet}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
