import { type SubmitEvent, useState } from 'react'
import { useAct } from '../../../light/ask.ts'
import { Link } from '../../kit/link.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { Page } from '../../kit/page.tsx'
import { api } from '../../shell/api.ts'
import { useWords } from '../../words/index.ts'
import { Field } from './field.tsx'

type Asked = Awaited<ReturnType<typeof api.entering.claimAuthority>>

/** A relative asks to act, with the code that stands on the elder's page. */
export function ClaimPage() {
  const { claim, tools } = useWords()
  const { act, isBusy, wrong } = useAct()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [form, setForm] = useState({ code: codeInAddress(), name: '', relation: '', mobile: '' })
  const set = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value })
  const ask = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      setAsked(await api.entering.claimAuthority(form))
    })
  }
  return (
    <Page title={claim.title}>
      {asked ? (
        <AskedNotice card={asked.card} />
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

/** How to sign in once the word is given; a card is shown this once. */
function AskedNotice({ card }: Pick<Asked, 'card'>) {
  const { claim, signIn } = useWords()
  return (
    <div className="card notice" role="status">
      <p>{claim.asked}</p>
      {card ? (
        <>
          <p>{claim.keepCard}</p>
          <p className="code">
            {signIn.number} <strong data-signs>{card.number}</strong>
          </p>
          <p className="code">
            {signIn.password} <strong data-signs>{card.code}</strong>
          </p>
        </>
      ) : null}
    </div>
  )
}

/** The QR of the elder's page leads here with the code behind the sign that no server sees. */
function codeInAddress(): string {
  return window.location.hash.replace(/\D/g, '').slice(0, 8)
}
