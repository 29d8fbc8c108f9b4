import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { groundWords, keptWords } from '#modules/people/privacy/erasure/words.ts'
import { Mark, type Tone } from '../../../../ui/control/mark.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import type { Column } from '../../../../ui/table/column.ts'
import { type Erasure, erasuresQuery } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { ErasureActs } from './erasure-acts.tsx'
import { type ListProps, PersonLink, RequestList, useAskedColumn } from './request-list.tsx'

const TONES: Record<Erasure['status'], Tone> = {
  requested: 'doubtful',
  erased: 'good',
  restricted: 'brand',
  refused: 'bad',
  withdrawn: 'plain',
  lifted: 'plain',
}

/** Requests for erasure, with what law says to each. */
export function ErasureList(at: ListProps) {
  const words = usePrivacyWords()
  const found = useQuery({ ...erasuresQuery(at.offset, at.personId), placeholderData: keepPreviousData })
  const columns = useErasureColumns()
  return (
    <RequestList
      {...at}
      title={words.tabs.erasures}
      query={found}
      columns={columns}
      none={{ title: words.noErasures, hint: words.noErasuresHint }}
    />
  )
}

function useErasureColumns(): Column<Erasure>[] {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const say = useSay()
  const { day } = useTimes()
  const asked = useAskedColumn<Erasure>()
  return [
    { key: 'name', title: words.person, width: 100, render: (row) => <PersonName erasure={row} /> },
    {
      key: 'ground',
      title: words.ground,
      width: 200,
      render: ({ ground, reason }) => [say(groundWords[ground]), reason].filter(Boolean).join(' · '),
    },
    asked,
    {
      key: 'kept',
      title: words.keptBy,
      width: 200,
      render: ({ kept, status }) =>
        kept.length
          ? kept.map((key) => say(keptWords[key])).join(' · ')
          : status === 'requested'
            ? words.keepsNothing
            : '',
    },
    {
      key: 'status',
      title: words.state,
      width: 150,
      render: ({ status, decidedBy, decidedAt }) => (
        <>
          <Mark tone={TONES[status]}>{words.erasureStates[status]}</Mark>
          {decidedAt ? <div>{words.settledBy(decidedBy, day(decidedAt))}</div> : null}
        </>
      ),
    },
    {
      key: 'acts',
      title: kit.acts,
      render: (erasure) => (Object.values(erasure.can).includes(true) ? <ErasureActs erasure={erasure} /> : null),
    },
  ]
}

/** Leads to the record as long as there is one to see. */
function PersonName({ erasure: { personId, name, status } }: { erasure: Erasure }) {
  const words = usePrivacyWords()
  if (name === null) return <>{words.nobody}</>
  if (status === 'restricted') return <>{name}</>
  return <PersonLink id={personId} name={name} />
}
