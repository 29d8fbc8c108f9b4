import { Button, Form, Input, Radio } from 'antd'
import type { Figure } from '#modules/accounts/security-policy/figures/index.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Section } from '../../../ui/page/section.tsx'
import { FigureField } from './figure-field.tsx'
import css from './policy.module.css'
import { usePolicyWords } from './words.ts'

export type Shown = Awaited<ReturnType<typeof api.securityPolicy.showPolicy>>
type Policy = Parameters<typeof api.securityPolicy.setPolicy>[0]
type Typed = Omit<Policy, 'staffNetworks' | 'administratorNetworks'> & { staff: string; administrators: string }

const PASSWORDS: readonly Figure[] = ['leastLength', 'changeDays', 'remembered']
const LOCKS: readonly Figure[] = ['wrongTries', 'addressTries', 'lockMinutes']
const SESSIONS: readonly Figure[] = ['idleMinutes', 'sessionHours', 'sessionsEach']

export function PolicyForm({ shown }: { shown: Shown }) {
  const words = usePolicyWords()
  const save = useAct((typed: Typed) => api.securityPolicy.setPolicy(policyOf(typed)), {
    said: words.saved,
    refresh: [['security-policy']],
  })
  const { staffNetworks, administratorNetworks, yourAddress, limits, ...rest } = shown
  const initial: Typed = { ...rest, staff: staffNetworks.join('\n'), administrators: administratorNetworks.join('\n') }
  const figures = (list: readonly Figure[]) => (
    <div className={css.figures}>
      {list.map((figure) => (
        <FigureField key={figure} figure={figure} limits={limits[figure]} />
      ))}
    </div>
  )
  return (
    <Form<Typed>
      layout="vertical"
      className={css.form ?? ''}
      initialValues={initial}
      onFinish={save.mutate}
      scrollToFirstError
    >
      <Section title={words.passwords}>
        <Form.Item label={words.profile} name="passwordProfile" extra={words.profileHint}>
          <Radio.Group vertical options={choices(words.profiles)} />
        </Form.Item>
        {figures(PASSWORDS)}
      </Section>
      <Section title={words.locks}>{figures(LOCKS)}</Section>
      <Section title={words.sessions}>{figures(SESSIONS)}</Section>
      <SecondFactorChoice isRequired={shown.secondFactor === 'required'} />
      <Section title={words.networks} note={words.networksNote}>
        <p className={css.address}>{words.yourAddress(yourAddress ?? '–')}</p>
        <div className={css.figures}>
          <Form.Item label={words.staffNetworks} name="staff">
            <Input.TextArea autoSize={{ minRows: 3 }} spellCheck={false} />
          </Form.Item>
          <Form.Item label={words.administratorNetworks} name="administrators">
            <Input.TextArea autoSize={{ minRows: 3 }} spellCheck={false} />
          </Form.Item>
        </div>
      </Section>
      <ErrorNotice error={save.error} />
      <Button type="primary" htmlType="submit" size="large" loading={save.isPending} className={css.save ?? ''}>
        {words.save}
      </Button>
    </Form>
  )
}

/** Once required it stays required: the choice is there only where a demonstration left it open. */
function SecondFactorChoice({ isRequired }: { isRequired: boolean }) {
  const words = usePolicyWords()
  return (
    <Section title={words.secondFactor} note={words.secondFactorNote}>
      <Form.Item name="secondFactor" {...(isRequired ? { hidden: true } : {})}>
        <Radio.Group
          aria-label={words.secondFactor}
          vertical
          options={choices({ required: words.requiredNow, optional: words.optional })}
        />
      </Form.Item>
      {isRequired ? <p>{words.required}</p> : null}
    </Section>
  )
}

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

function policyOf({ staff, administrators, ...rest }: Typed): Policy {
  const lines = (text: string) => text.split(/[\s,，;；]+/).filter(Boolean)
  return { ...rest, staffNetworks: lines(staff), administratorNetworks: lines(administrators) }
}
