import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { Answer } from '../../ui/feedback/answer.tsx'
import { useSay } from '../../ui/language/language.ts'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Entries } from './entries.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { PrintActs } from './print-acts.tsx'
import { type Ledger, ledgerQuery } from './queries.ts'
import { Totals } from './totals.tsx'
import { useLedgerWords } from './words.ts'

const route = getRouteApi('/shell/ledgers/people')

export function PersonLedgerPage() {
  const words = useLedgerWords()
  const say = useSay()
  const search = route.useSearch()
  const ledger = useQuery({ ...ledgerQuery(search), placeholderData: keepPreviousData })
  const lead = ledger.data
    ? [ledger.data.organisation, words.asOf(ledger.data.asOf), words.lead].filter(Boolean).join(' · ')
    : words.lead
  return (
    <Page title={ledger.data ? say(ledger.data.title) : words.title} lead={lead} actions={<PrintActs />}>
      <Section title={words.summary} flush>
        <LedgerFilters />
        <Answer query={ledger}>{(found) => <Groups ledger={found} />}</Answer>
      </Section>
    </Page>
  )
}

/** The totals, and below them the entries of the group that is open. */
function Groups({ ledger }: { ledger: Ledger }) {
  const { key, groupBy } = route.useSearch()
  const navigate = route.useNavigate()
  const head = useRef<HTMLHeadingElement>(null)
  const [first] = ledger.groups
  const open = ledger.groups.find((group) => group.key === key) ?? first
  // A county has hundreds of groups: whoever opens one is led to its entries below them.
  const show = (next: string) => {
    navigate({ search: (old) => ({ ...old, key: next, offset: undefined }), replace: true, resetScroll: false })
      .then(() => {
        head.current?.scrollIntoView()
        head.current?.focus({ preventScroll: true })
      })
      .catch(() => undefined)
  }
  return (
    <>
      <Totals key={groupBy} ledger={ledger} open={open?.key} onOpen={show} />
      {open ? <Entries group={open} head={head} /> : null}
    </>
  )
}
