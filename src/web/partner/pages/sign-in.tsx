import { type SubmitEvent, useState } from 'react'
import { useAct } from '../../light/ask.ts'
import { api } from '../shell/api.ts'
import { textIn } from '../shell/form.ts'
import { Heading } from '../shell/heading.tsx'
import { useWords } from '../shell/words.ts'
import { Wrong } from '../shell/wrong.tsx'

type Stage = 'password' | 'password_expired' | 'second_factor' | 'enrolment' | 'complete'

/** Name and password; then, where the county asks for it, one's own password and the authenticator. */
export function SignInPage({ onEntered }: { onEntered: () => void }) {
  const word = useWords()
  const [stage, setStage] = useState<Stage>('password')
  const { act, isBusy, wrong } = useAct()
  const on =
    (step: (values: HTMLFormElement) => Promise<{ stage: Stage }>) => (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault()
      const values = event.currentTarget
      act(async () => {
        const next = (await step(values)).stage
        setStage(next)
        if (next === 'complete') onEntered()
      })
    }
  if (stage === 'enrolment')
    return (
      <>
        <Heading>{word('signIn')}</Heading>
        <p className="card notice">{word('enrol')}</p>
        <a className="button" href="/">
          {word('office')}
        </a>
      </>
    )
  const steps = {
    password: (values: HTMLFormElement) =>
      api.sessions.signIn({ login: textIn(values, 'login'), password: textIn(values, 'password') }),
    password_expired: (values: HTMLFormElement) =>
      api.sessions.changeMyPassword({ old: textIn(values, 'old'), fresh: textIn(values, 'fresh') }),
    second_factor: (values: HTMLFormElement) => api.secondFactor.giveCode({ code: textIn(values, 'code') }),
  }
  const at = stage === 'complete' ? 'password' : stage
  return (
    <>
      <Heading>{at === 'password_expired' ? word('firstPassword') : word('signIn')}</Heading>
      <form className="stack" onSubmit={on(steps[at])} key={at}>
        {at === 'password' ? (
          <>
            <Field label={word('login')} name="login" autoComplete="username" />
            <Field label={word('password')} name="password" type="password" autoComplete="current-password" />
          </>
        ) : null}
        {at === 'password_expired' ? (
          <>
            <Field label={word('oldPassword')} name="old" type="password" autoComplete="current-password" />
            <Field label={word('newPassword')} name="fresh" type="password" autoComplete="new-password" />
          </>
        ) : null}
        {at === 'second_factor' ? (
          <Field label={word('authenticator')} name="code" inputMode="numeric" autoComplete="one-time-code" />
        ) : null}
        <Wrong words={wrong} />
        <button type="submit" className="main" disabled={isBusy}>
          {at === 'password_expired' ? word('save') : word('signIn')}
        </button>
      </form>
    </>
  )
}

type FieldProps = { label: string; name: string; type?: string; autoComplete: string; inputMode?: 'numeric' }

function Field({ label, name, type = 'text', autoComplete, inputMode }: FieldProps) {
  return (
    <label>
      {label}
      <input name={name} type={type} autoComplete={autoComplete} inputMode={inputMode} autoCapitalize="none" required />
    </label>
  )
}
