import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { countsQuery, type IncidentSearch } from '../queries.ts'
import { useAuditWords } from '../words.ts'
import css from './trace-form.module.css'

const route = getRouteApi('/shell/incident')
type Kind = 'account' | 'session' | 'address'
type Typed = { clue?: string; from?: string; until?: string }

/** Whose trace, from when until when; asked only when it is sent, because asking is written down too. */
export function TraceForm() {
  const words = useAuditWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [kind, setKind] = useState<Kind>(search.session ? 'session' : search.address ? 'address' : 'account')
  const follow = ({ clue, from, until }: Typed) => {
    const next: IncidentSearch = { [kind]: clue?.trim(), from, until }
    navigate({ search: next }).catch(() => undefined)
  }
  const kinds = [
    { value: 'account' as const, label: words.byAccount },
    { value: 'session' as const, label: words.bySession },
    { value: 'address' as const, label: words.byAddress },
  ]
  const labels = { account: words.account, session: words.sessionOrId, address: words.address }
  return (
    <>
      <Tabs label={words.trace} options={kinds} value={kind} onChange={setKind} />
      <Form<Typed>
        key={kind}
        layout="vertical"
        className={css.form ?? ''}
        initialValues={{
          clue: search[kind],
          from: minuteOf(search.from, '00:00'),
          until: minuteOf(search.until, '23:59'),
        }}
        onFinish={follow}
      >
        <Form.Item label={labels[kind]} name="clue" rules={[{ required: true, message: words.needTrace }]}>
          {kind === 'account' ? <AccountChoice /> : <Input maxLength={64} autoComplete="off" />}
        </Form.Item>
        <Form.Item label={words.from} name="from" rules={[{ required: true, message: words.needTrace }]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item label={words.until} name="until" rules={[{ required: true, message: words.needTrace }]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Button type="primary" htmlType="submit" className={css.send ?? ''}>
          {words.ask}
        </Button>
      </Form>
    </>
  )
}

/** The browser's clock face wants a minute; an address may say only the day. */
const minuteOf = (moment: string | undefined, minute: string) =>
  moment && (moment.includes('T') ? moment : `${moment}T${minute}`)

type ChoiceProps = { id?: string; value?: string; onChange?: (value: string | undefined) => void }

function AccountChoice(props: ChoiceProps) {
  const words = useAuditWords()
  const say = useSay()
  const accounts = useQuery(countsQuery('account', {}))
  const options = (accounts.data?.items ?? [])
    .filter(({ key }) => key)
    .map(({ key, name }) => ({ value: key, label: say(name) }))
  return <PlainSelect label={words.account} any={words.chooseAccount} options={options} {...props} />
}
