import { Button } from 'antd'
import { useState } from 'react'
import type { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { GatheringRecord, SheetLine } from '../queries.ts'
import { useSheetWords } from '../words.ts'
import { CorrectLine } from './correct-line.tsx'
import css from './sheet.module.css'

type Sheet = Awaited<ReturnType<typeof api.attendance.readSheet>>

/** The sheet to read; a closed one is put right line by line, and what stood there stays to be read. */
export function ClosedSheet({ record, sheet }: { record: GatheringRecord; sheet: Sheet }) {
  const words = useSheetWords()
  const times = useTimes()
  const [wrong, setWrong] = useState<SheetLine | null>(null)
  const tone = { present: 'good', home: 'good', excused: 'doubtful', absent: 'bad' } as const
  const present = sheet.items.filter(({ minutes }) => minutes !== null).length
  return (
    <Section title={words.title} note={words.counts(present, sheet.items.length)} flush>
      <ul className={css.rows} aria-label={words.title}>
        {sheet.items.map((one) => (
          <li key={one.personId} className={css.row}>
            <span className={css.who}>
              <span className={css.name}>{one.name}</span>
              {one.isSignedUp ? null : <Mark tone="brand">{words.walkIn}</Mark>}
              {one.isMasked ? <Mark>{words.masked}</Mark> : null}
              <span className={css.soft}>{one.community}</span>
            </span>
            {one.state ? <Mark tone={tone[one.state]}>{words.states[one.state]}</Mark> : <Mark>{words.unmarked}</Mark>}
            {one.minutes === null ? null : <span>{words.minutesOf(one.minutes)}</span>}
            {record.can.correct && one.state ? (
              <Button size="small" aria-label={words.correctOf(one.name)} onClick={() => setWrong(one)}>
                {words.correct}
              </Button>
            ) : null}
            {one.corrections.length ? (
              <ul className={css.trace}>
                {one.corrections.map(({ at, by, state, reason }) => (
                  <li key={at}>
                    {words.was(words.states[state], by ?? words.somebody, times.minute(at))}
                    {reason}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      {sheet.others ? <p className={css.note}>{words.others(sheet.others)}</p> : null}
      {wrong ? <CorrectLine record={record} line={wrong} onClose={() => setWrong(null)} /> : null}
    </Section>
  )
}
