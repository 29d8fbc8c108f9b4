import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { grantGrounds, grantStates } from '#modules/volunteering/bank/codes/index.ts'
import { api } from '../../../api.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import type { useAddress } from '../../../ui/table/use-address.ts'
import { ReasonDialog } from '../acts/reason-dialog.tsx'
import { BANK, PAGE } from '../queries.ts'
import { type Grant, grantsQuery } from './queries.ts'
import { recordSays } from './said.ts'
import type { PoolSearch } from './search.ts'
import { usePoolWords } from './words.ts'

export type Address = ReturnType<typeof useAddress<PoolSearch>>
const STATES = Object.keys(grantStates) as (keyof typeof grantStates)[] // the keys of a closed record
const tones: Record<Grant['status'], Tone> = { asked: 'doubtful', given: 'good', refused: 'plain', reversed: 'bad' }

/** What the pool gave and was asked for, with who asked and who decided. */
export function Grants({ address: { search, change, pageOf } }: { address: Address }) {
  const words = usePoolWords()
  const say = useSay()
  const grants = useQuery(grantsQuery(search))
  const [reversing, setReversing] = useState<Grant | null>(null)
  const columns = useColumns(setReversing)
  return (
    <Section title={words.grants} flush>
      <FilterBar>
        <PlainSelect
          label={words.state}
          any={words.anyState}
          value={search.status}
          onChange={(status) => change({ status })}
          options={STATES.map((value) => ({ value, label: say(grantStates[value]) }))}
        />
        {search.personId ? <Button onClick={() => change({ personId: undefined })}>{words.everybody}</Button> : null}
      </FilterBar>
      <PagedTable
        query={grants}
        label={words.grants}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.noGrants} hint={words.noGrantsHint} />}
        page={pageOf(PAGE)}
      />
      {reversing ? <Reversing grant={reversing} onClose={() => setReversing(null)} /> : null}
    </Section>
  )
}

function useColumns(onReverse: (grant: Grant) => void): Column<Grant>[] {
  const words = usePoolWords()
  const kit = useKitWords()
  const say = useSay()
  const times = useTimes()
  const handed = (who: string | null, at: string | null) => (at ? `${who ?? words.office} ${times.minute(at)}` : null)
  return [
    {
      key: 'name',
      title: words.name,
      render: ({ personId, name }) => (
        <Link to="/bank/accounts/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    { key: 'community', title: words.community, render: ({ community }) => community },
    { key: 'points', title: words.score, align: 'right', render: ({ points }) => points },
    {
      key: 'ground',
      title: words.ground,
      width: 220,
      render: ({ ground, isOnRecord, reason }) =>
        [ground && say(grantGrounds[ground]), recordSays(isOnRecord, words.onRecord), reason]
          .filter(Boolean)
          .join(' · '),
    },
    {
      key: 'state',
      title: words.state,
      render: ({ status, reversal }) => (
        <>
          <Mark tone={tones[status]}>{say(grantStates[status])}</Mark>{' '}
          {reversal && !reversal.isDone ? words.reversalWaits : reversal?.reason}
        </>
      ),
    },
    { key: 'asked', title: words.askedBy, width: 150, render: ({ askedBy, askedAt }) => handed(askedBy, askedAt) },
    {
      key: 'decided',
      title: words.decidedBy,
      width: 150,
      render: ({ decidedBy, decidedAt }) => handed(decidedBy, decidedAt),
    },
    {
      key: 'acts',
      title: kit.acts,
      render: (grant) =>
        grant.can.reverse ? (
          <Button size="small" onClick={() => onReverse(grant)} aria-label={words.reverseOf(grant.name)}>
            {words.reverse}
          </Button>
        ) : null,
    },
  ]
}

function Reversing({ grant: { id, name }, onClose }: { grant: Grant; onClose: () => void }) {
  const words = usePoolWords()
  const reverse = useAct((reason: string) => api.pool.askGrantReversal({ id, reason }), {
    said: words.reverseAsked,
    refresh: [BANK],
    onDone: onClose,
  })
  return <ReasonDialog title={words.reverseOf(name)} label={words.reverseReason} onClose={onClose} act={reverse} />
}
