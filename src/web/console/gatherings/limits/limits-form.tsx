import { Button, Form, Input, Select } from 'antd'
import { intensities } from '#modules/gatherings/codes/index.ts'
import { healthCodes, wordOf } from '#modules/people/codes/index.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { useLanguage, useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { Section } from '../../../ui/page/section.tsx'
import { GATHERINGS } from '../queries.ts'
import { useLimitsWords } from '../words.ts'
import css from './limits.module.css'
import { type Limits, limitsOf, STEPS, type TypedLimits, typedOf } from './limits-draft.ts'

/** Sets the rule from a day on; what was decided before stands. */
export function LimitsForm({ today }: { today: Limits }) {
  const words = useLimitsWords()
  const kit = useKitWords()
  const lang = useLanguage()
  const save = useAct(
    (typed: TypedLimits) => api.strengthLimits.setStrengthLimits({ since: typed.since, limits: limitsOf(typed) }),
    { said: words.saved, refresh: [GATHERINGS] },
  )
  const illnesses = healthCodes.codes.map((value) => ({ value, label: wordOf(healthCodes, value, lang) }))
  const hours = [{ required: true, message: kit.required(words.hours) }]
  return (
    <Section title={words.rule}>
      <Form<TypedLimits> layout="vertical" initialValues={typedOf(today, '')} onFinish={save.mutate}>
        <AgeTable />
        <div className={css.row}>
          <Form.Item label={words.warnHours} name={['weekHours', 'warn']} rules={hours}>
            <Input type="number" min={1} max={168} />
          </Form.Item>
          <Form.Item label={words.consentHours} name={['weekHours', 'consent']} rules={hours}>
            <Input type="number" min={1} max={168} />
          </Form.Item>
          <Form.Item label={words.from} name="since" rules={[{ required: true, message: kit.required(words.from) }]}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item label={words.health} name="consentHealth">
          <Select
            mode="multiple"
            options={illnesses}
            aria-label={words.health}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <ErrorNotice error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {kit.save}
        </Button>
      </Form>
    </Section>
  )
}

function AgeTable() {
  const words = useLimitsWords()
  const kit = useKitWords()
  const say = useSay()
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.rule}</caption>
      <thead>
        <tr>
          <th scope="col">{words.intensity}</th>
          {STEPS.map((step) => (
            <th key={step} scope="col">
              {words.steps[step]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {([1, 2, 3, 4] as const).map((degree) => (
          <tr key={degree}>
            <th scope="row">{say(intensities[degree])}</th>
            {STEPS.map((step) => (
              <td key={step}>
                <Form.Item name={['ages', degree - 1, step]} noStyle>
                  <Input
                    type="number"
                    min={50}
                    max={120}
                    placeholder={kit.nothing}
                    aria-label={`${say(intensities[degree])} · ${words.steps[step]}`}
                  />
                </Form.Item>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
