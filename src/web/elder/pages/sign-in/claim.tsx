import { type SubmitEvent, useState } from 'react'
import { useAct } from '../../../light/ask.ts'
import { Link } from '../../kit/link.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { Page } from '../../kit/page.tsx'
import { api } from '../../shell/api.ts'
import { useWords } from '../../words/index.ts'
import { Field } from './field.tsx'

/** A relative asks to act, with the code that stands on the elder's page. */
export function ClaimPage() {
  const { claim, tools } = useWords()
  const { act, isBusy, wrong } = useAct()
  const [isAsked, setAsked] = useState(false)
  const [form, setForm] = useState({ code: codeInAddress(), name: '', relation: '', mobile: '' })
  const set = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value })
  const ask = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await api.entering.claimAuthority(form)
      setAsked(true)
    })
  }
  return (
    <Page title={claim.title}>
      {isAsked ? (
        <p className="card notice" role="status">
          {claim.asked}
        </p>
      ) : (
        <form className="stack" onSubmit={ask}>
          <p>{claim.how}</p>
          <Field label={claim.code} value={form.code} onChange={set('code')} />
          <Field label={claim.name} value={form.name} onChange={set('name')} mode="text" />
          <Field label={claim.relation} value={form.relation} onChange={set('relation')} mode="text" />
          <Field label={claim.mobile} value={form.mobile} onChange={set('mobile')} mode="tel" />
          <button type="submit" className="main" disabled={isBusy}>
            {claim.ask}
          </button>
          <Wrong words={wrong} />
        </form>
      )}
      <Link to="/">{tools.back}</Link>
    </Page>
  )
}

/** The QR of the elder's page leads here with the code behind the sign that no server sees. */
function codeInAddress(): string {
  return window.location.hash.replace(/\D/g, '').slice(0, 8)
}
