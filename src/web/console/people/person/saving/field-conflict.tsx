import { Alert, Button } from 'antd'
import { useState } from 'react'
import { fieldsOf } from '#modules/people/fields/catalogue.ts'
import type { Field, FieldValues, SectionKey } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { usePersonWords } from '../../words.ts'
import { isSame } from './changed-of.ts'
import type { SectionConflict } from './conflict-of.ts'
import css from './saving.module.css'

type FieldConflictProps = {
  conflict: SectionConflict
  sectionKey: SectionKey
  before: FieldValues
  /** What this reader changed. */
  typed: FieldValues
  pending: boolean
  onSave: (values: FieldValues) => void
  onClose: () => void
}
type Side = 'theirs' | 'mine'

/** Both versions side by side, field by field. What only one of the two changed is chosen already; nothing typed is lost. */
export function FieldConflict(props: FieldConflictProps) {
  const { conflict, before, typed } = props
  const words = usePersonWords()
  const { minute } = useTimes()
  const rows = fieldsOf(props.sectionKey).filter(
    ({ key }) => key in typed || (key in conflict.current && !isSame(conflict.current[key], before[key])),
  )
  const [choices, setChoices] = useState<Record<string, Side>>({})
  const sideOf = (key: string): Side => choices[key] ?? (key in typed ? 'mine' : 'theirs')
  const save = () => {
    const mine = rows.filter(({ key }) => sideOf(key) === 'mine' && !isSame(typed[key], conflict.current[key]))
    if (!mine.length) return props.onClose()
    props.onSave(Object.fromEntries(mine.map(({ key }) => [key, typed[key] ?? null])))
  }
  return (
    <div className={css.conflict}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={words.conflict(conflict.by, conflict.at ? minute(conflict.at) : '')}
      />
      <div className={css.compare}>
        {rows.map((field) => (
          <ConflictRow
            key={field.key}
            field={field}
            {...props}
            side={sideOf(field.key)}
            onChoose={(side) => setChoices({ ...choices, [field.key]: side })}
          />
        ))}
      </div>
      <div className={css.acts}>
        <Button onClick={props.onClose}>{words.keepTheirs}</Button>
        <Button type="primary" loading={props.pending} onClick={save}>
          {words.saveChosen}
        </Button>
      </div>
    </div>
  )
}

type ConflictRowProps = FieldConflictProps & { field: Field; side: Side; onChoose: (side: Side) => void }

function ConflictRow({ field, conflict, before, typed, side, onChoose }: ConflictRowProps) {
  const words = usePersonWords()
  const lang = useLanguage()
  const isTold = field.key in conflict.current
  const mine = field.key in typed ? typed[field.key] : before[field.key]
  const sides = [
    {
      value: 'theirs' as const,
      label: words.theirs(conflict.by),
      text: showValue(field, conflict.current[field.key], lang),
    },
    { value: 'mine' as const, label: words.mine, text: showValue(field, mine, lang) },
  ]
  return (
    <fieldset className={css.pair}>
      <legend>{field[lang]}</legend>
      {sides.map(({ value, label, text }) => (
        <label key={value} className={side === value ? css.chosen : css.side}>
          <input
            type="radio"
            name={`conflict-${field.key}`}
            checked={side === value}
            onChange={() => onChoose(value)}
          />
          {label}
          <span className={css.what}>{value === 'theirs' && !isTold ? words.notShown : text || words.nothing}</span>
        </label>
      ))}
    </fieldset>
  )
}
