import { Button } from 'antd'
import { useState } from 'react'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { planTones } from '../batch/tones.ts'
import type { Batch, RowLine } from '../queries.ts'
import { useImportsWords } from '../words.ts'
import { Decide } from './decide.tsx'
import { EditRow } from './edit-row.tsx'
import { RowFacts } from './row-facts.tsx'
import css from './rows.module.css'

/** One row of the roster: where it stands, what would happen, why, and what somebody says to it. */
export function RowCard({ batch, row }: { batch: Batch; row: RowLine }) {
  const words = useImportsWords()
  const say = useSay()
  const [isEditing, setEditing] = useState(false)
  const open = batch.can.remap && row.plan !== 'not-a-person'
  return (
    <li className={css.row}>
      <div className={css.head}>
        <strong className={css.name}>
          {row.personId ? (
            <HrefLink href={`/people/${row.personId}`}>{row.name}</HrefLink>
          ) : (
            row.name || row.cells.find(Boolean) || words.empty
          )}
        </strong>
        <Mark tone={planTones[row.plan]}>{words.plans[row.plan]}</Mark>
        {row.edited ? <Mark tone="brand">{words.edited}</Mark> : null}
        <span className={css.where}>{words.rowAt(row.sheet, row.row)}</span>
        {open && batch.can.correct ? (
          <Button size="small" onClick={() => setEditing(true)} disabled={!row.record}>
            {words.edit}
          </Button>
        ) : null}
      </div>
      {row.reasons.length ? (
        <ul className={css.reasons}>
          {row.reasons.map((reason) => (
            <li key={reason.code}>{say(reason)}</li>
          ))}
        </ul>
      ) : null}
      <RowFacts row={row} />
      {open ? <Decide batch={batch} row={row} /> : null}
      {row.cells.length ? (
        <details className={css.raw}>
          <summary>{words.showRaw}</summary>
          <p>{row.cells.map((cell) => cell || '·').join(' ｜ ')}</p>
        </details>
      ) : null}
      {isEditing && row.record ? (
        <EditRow batch={batch} row={row} record={row.record} onClose={() => setEditing(false)} />
      ) : null}
    </li>
  )
}
