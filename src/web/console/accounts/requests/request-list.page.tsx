import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { useMay } from '../../shell/session/me.ts'
import { type HandedOver, HandOver } from '../list/hand-over.tsx'
import { PAGE, requestsQuery } from '../queries.ts'
import { RequestForm } from './request-form.tsx'
import { RequestItem } from './request-item.tsx'
import css from './requests.module.css'
import { useAdministrationWords } from './words.ts'

const route = getRouteApi('/shell/account-requests')

/** One desk for both: the system administrator asks here and sees what became of it, the security administrator decides. */
export function RequestListPage() {
  const words = useAdministrationWords()
  const may = useMay()
  const navigate = route.useNavigate()
  const { state = 'waiting', offset } = route.useSearch()
  const requests = useQuery(requestsQuery({ state, offset }))
  const [isAsking, setAsking] = useState(false)
  const [handed, setHanded] = useState<HandedOver | null>(null)
  const show = (next: { state?: 'decided' | undefined; offset?: number | undefined }) => {
    navigate({ search: next }).catch(() => undefined)
  }
  const ask = may('accounts.request') ? (
    <Button type="primary" onClick={() => setAsking(true)}>
      {words.requestAccount}
    </Button>
  ) : null
  return (
    <Page title={words.requests} lead={words.requestsLead} actions={ask}>
      <Section title={words.state} quiet>
        <div className={css.tabs}>
          <Tabs
            label={words.state}
            value={state}
            options={[
              { value: 'waiting' as const, label: words.waiting },
              { value: 'decided' as const, label: words.decided },
            ]}
            onChange={(next) => show({ state: next === 'decided' ? 'decided' : undefined })}
          />
        </div>
        <Answer query={requests} lines={5}>
          {({ items, total }) => (
            <>
              {items.length ? null : <NoRequests state={state} />}
              <ul className={css.list}>
                {items.map((request) => (
                  <RequestItem key={request.id} request={request} onApproved={setHanded} />
                ))}
              </ul>
              <Pager
                total={total}
                offset={offset ?? 0}
                limit={PAGE}
                onTurn={(next) =>
                  show({ state: state === 'decided' ? 'decided' : undefined, offset: next || undefined })
                }
              />
            </>
          )}
        </Answer>
      </Section>
      {isAsking ? <RequestForm onClose={() => setAsking(false)} /> : null}
      <HandOver handed={handed} onClose={() => setHanded(null)} />
    </Page>
  )
}

function NoRequests({ state }: { state: 'waiting' | 'decided' }) {
  const words = useAdministrationWords()
  return state === 'waiting' ? (
    <EmptyState title={words.noRequests} hint={words.noRequestsHint} />
  ) : (
    <EmptyState title={words.noDecided} />
  )
}
