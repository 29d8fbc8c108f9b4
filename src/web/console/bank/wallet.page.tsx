import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { useTimes } from '../../ui/language/times.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { LongTable } from '../../ui/table/paged-table.tsx'
import { GiveDialog } from './acts/give-dialog.tsx'
import { InheritDialog } from './acts/inherit-dialog.tsx'
import { RedeemDialog } from './acts/redeem-dialog.tsx'
import { Naming } from './notices/parts/naming.tsx'
import { Given } from './parts/given.tsx'
import { type Wallet, walletQuery } from './queries.ts'
import { useBankWords } from './words.ts'

const route = getRouteApi('/shell/bank/accounts/$personId')
type Act = 'redeem' | 'give' | 'donate' | 'inherit'
const toFamily = (act: Act) => act === 'give' || act === 'inherit'

export function WalletPage() {
  const { personId } = route.useParams()
  const wallet = useQuery(walletQuery(personId))
  return <RecordPage query={wallet}>{(record) => <WalletBody key={personId} wallet={record} />}</RecordPage>
}

function WalletBody({ wallet }: { wallet: Wallet }) {
  const words = useBankWords()
  const [act, setAct] = useState<Act | null>(null)
  const { personId, name, can, isFrozen } = wallet
  const close = () => setAct(null)
  const buttons: [Act, boolean][] = [
    ['inherit', can.inherit],
    ['donate', can.give],
    ['give', can.give],
    ['redeem', can.redeem],
  ]
  // Points go to family on record only: where none is linked the act stays to be seen, with what to do first.
  const isAlone = wallet.family.length === 0
  const actions = buttons
    .filter(([, is]) => is)
    .map(([one]) => (
      <Button
        key={one}
        type={one === 'redeem' ? 'primary' : 'default'}
        disabled={toFamily(one) && isAlone}
        aria-describedby={toFamily(one) && isAlone ? 'no-family' : undefined}
        onClick={() => setAct(one)}
      >
        {words[one]}
      </Button>
    ))
  return (
    <Page
      title={name}
      trail={<Link to="/bank">{words.title}</Link>}
      lead={isFrozen ? <Mark tone="doubtful">{words.frozen}</Mark> : undefined}
      actions={<>{actions}</>}
    >
      {(can.give || can.inherit) && isAlone ? (
        <p id="no-family">
          {can.inherit ? words.noHeir : words.noFamily}{' '}
          <HrefLink href={`/people/${personId}`}>{words.toRecord}</HrefLink>
        </p>
      ) : null}
      {wallet.inherited.map(({ heir, points, isAsked }) => (
        <p key={heir}>
          {words.inherited(heir, points)} {isAsked ? words.askedBack : words.notAskedBack}
        </p>
      ))}
      <Sums wallet={wallet} />
      <Given wallet={wallet} />
      <Statement title={words.statement} lines={wallet.statement.points} />
      <Statement title={words.hoursStatement} lines={wallet.statement.minutes} write={words.hours} />
      <Cuts wallet={wallet} />
      <Naming personId={personId} />
      {act === 'redeem' ? <RedeemDialog wallet={wallet} onClose={close} /> : null}
      {act === 'give' || act === 'donate' ? <GiveDialog wallet={wallet} act={act} onClose={close} /> : null}
      {act === 'inherit' ? <InheritDialog wallet={wallet} onClose={close} /> : null}
    </Page>
  )
}

function Sums({ wallet }: { wallet: Wallet }) {
  const words = useBankWords()
  const { personId, name, month } = wallet
  return (
    <Section title={words.wallets}>
      <Facts
        items={[
          { label: words.name, value: <HrefLink href={`/people/${personId}`}>{name}</HrefLink> },
          { label: words.minutes, value: words.hours(wallet.minutes) },
          { label: words.points, value: wallet.points },
          { label: words.held, value: wallet.held },
          { label: words.free, value: wallet.free },
          { label: words.thisMonth, value: `${words.hours(month.minutes)} · ${words.pointsOf(month.points)}` },
        ]}
      />
    </Section>
  )
}

type Line = Wallet['statement']['points'][number]
type StatementProps = { title: string; lines: Wallet['statement']['points']; write?: (amount: number) => string }

function Statement({ title, lines, write = String }: StatementProps) {
  const words = useBankWords()
  const times = useTimes()
  return (
    <Section title={title} flush>
      <LongTable
        label={title}
        limit={12}
        rows={lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.noMovement} />}
        columns={[
          { key: 'at', title: words.at, width: 140, render: ({ at }) => times.minute(at) },
          {
            key: 'what',
            title: words.what,
            width: 220,
            render: (line) => <What line={line} />,
          },
          {
            key: 'amount',
            title: words.amount,
            align: 'right',
            render: ({ amount }) => `${amount > 0 ? '+' : '−'}${write(Math.abs(amount))}`,
          },
          { key: 'after', title: words.after, align: 'right', render: ({ after }) => write(after) },
        ]}
      />
    </Section>
  )
}

/** What moved; what was undone since says so where it stands. */
function What({ line }: { line: Line }) {
  const words = useBankWords()
  const { code, refKind, about, reason, isReversed } = line
  const isGift = refKind === 'gift' || refKind === 'donation'
  const name = code === 'reverse' && isGift ? words.tookBack : words.codes[code]
  return (
    <>
      {[name, about, reason].filter(Boolean).join(' · ')}{' '}
      {isReversed ? <Mark tone="doubtful">{isGift ? words.undone : words.isReversed}</Mark> : null}
    </>
  )
}

function Cuts({ wallet }: { wallet: Wallet }) {
  const words = useBankWords()
  const { sentences } = usePunctuation()
  if (!wallet.cuts.length) return null
  return (
    <Section
      title={words.cuts}
      note={
        wallet.cuts.some(({ cuts }) => cuts.some(({ cap }) => cap === 'budget')) ? (
          <Link to="/bank/budget">{words.budget}</Link>
        ) : undefined
      }
      flush
    >
      <DataTable
        label={words.cuts}
        rows={wallet.cuts}
        rowKey={({ recordId }) => recordId}
        columns={[
          { key: 'on', title: words.at, render: ({ servedOn }) => servedOn },
          { key: 'minutes', title: words.minutes, align: 'right', render: ({ minutes }) => words.hours(minutes) },
          {
            key: 'cuts',
            title: words.reason,
            render: ({ cuts }) =>
              sentences(
                cuts.map(
                  ({ cap, unit, amount }) => `${words.cutOf[cap]} ${unit === 'minutes' ? words.hours(amount) : amount}`,
                ),
              ),
          },
        ]}
      />
    </Section>
  )
}
