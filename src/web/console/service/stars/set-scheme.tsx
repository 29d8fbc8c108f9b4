import { Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { dayOf } from '../../gatherings/calendar/days.ts'
import { type Scheme, SERVICE } from '../queries.ts'
import css from '../service.module.css'
import { useStarsWords } from '../words.ts'

type Typed = { hours: string[]; validFrom: string; daysOff?: string; daysOn?: string }

const LEVELS = [1, 2, 3, 4, 5] as const
const linesOf = (text: string | undefined) => (text ?? '').match(/\d{4}-\d\d-\d\d/g) ?? []

/** The hours of each star from a day on, and the days on which the office rests or works instead. */
export function SetScheme({ scheme, onClose }: { scheme: Scheme; onClose: () => void }) {
  const words = useStarsWords()
  const kit = useKitWords()
  const [today] = useState(() => dayOf(Date.now()))
  const set = useAct(
    ({ hours, validFrom, daysOff, daysOn }: Typed) =>
      api.stars.setStarScheme({
        hours: hours.map(Number),
        validFrom,
        shiftedDays: [
          ...linesOf(daysOff).map((day) => ({ day, isWorking: false })),
          ...linesOf(daysOn).map((day) => ({ day, isWorking: true })),
        ],
      }),
    { said: words.schemeSet, refresh: [SERVICE], onDone: onClose },
  )
  const days = (isWorking: boolean) =>
    scheme.shiftedDays
      .filter((one) => one.isWorking === isWorking)
      .map(({ day }) => day)
      .join('\n')
  const initial = {
    hours: scheme.hours.map(String),
    validFrom: today,
    daysOff: days(false),
    daysOn: days(true),
  }
  return (
    <FormDialog<Typed> title={words.scheme} onClose={onClose} act={set} initial={initial}>
      <div className={css.row}>
        {LEVELS.map((level) => (
          <Form.Item
            key={level}
            label={words.schemeHours(level)}
            name={['hours', level - 1]}
            rules={[{ required: true, message: kit.required(words.schemeHours(level)) }]}
          >
            <Input type="number" min={1} inputMode="numeric" />
          </Form.Item>
        ))}
      </div>
      <p className={css.sub}>{words.rises}</p>
      <Form.Item
        label={words.validFrom}
        name="validFrom"
        rules={[{ required: true, message: kit.required(words.validFrom) }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item label={words.daysOff} name="daysOff" extra={words.daysHint(scheme.lastKnownYear)}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Form.Item label={words.daysOn} name="daysOn">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  )
}
