import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { useBankWords } from '../words.ts'

const ADDRESSES = {
  wallets: '/bank',
  redemptions: '/bank/redemptions',
  partners: '/bank/partners',
  settlements: '/bank/settlements',
  pool: '/bank/pool',
  findings: '/bank/findings',
  notices: '/bank/notices',
  rules: '/bank/rules',
  budget: '/bank/budget',
} as const
type Part = keyof typeof ADDRESSES
const PARTS = Object.keys(ADDRESSES) as Part[] // the keys of a closed record

/** One page of the bank with the way to the others. */
export function BankPage({ part, actions, children }: { part: Part; actions?: ReactNode; children: ReactNode }) {
  const words = useBankWords()
  const navigate = useNavigate()
  const go = (next: Part) => {
    navigate({ to: ADDRESSES[next] }).catch(() => undefined)
  }
  return (
    <Page
      title={part === 'wallets' ? words.title : `${words.title} · ${words[part]}`}
      lead={words.lead}
      actions={actions}
    >
      <Tabs
        label={words.parts}
        value={part}
        onChange={go}
        options={PARTS.map((value) => ({ value, label: words[value] }))}
      />
      {children}
    </Page>
  )
}
