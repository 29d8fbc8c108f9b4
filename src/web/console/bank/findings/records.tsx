import { Link } from '@tanstack/react-router'
import { stateWords } from '#modules/volunteering/bank/anomalies/words.ts'
import { onBehalves } from '#modules/volunteering/bank/codes/index.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import { LongTable } from '../../../ui/table/paged-table.tsx'
import type { Finding, FindingRecord } from './queries.ts'
import { useFindingWords } from './words.ts'

const toneOf = ({ isReversed, isAsked }: FindingRecord): Tone => (isReversed ? 'bad' : isAsked ? 'doubtful' : 'plain')

/** Every record a finding rests on, as it stands now, with its people and the hands it went through. */
export function Records({ finding }: { finding: Finding }) {
  const words = useFindingWords()
  const say = useSay()
  const times = useTimes()
  return (
    <Section title={words.records(finding.list.length)} note={words.recordsNote} flush>
      <LongTable
        label={words.records(finding.list.length)}
        rows={finding.list}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: words.name,
            render: ({ personId, name }) =>
              personId ? (
                <Link to="/bank/accounts/$personId" params={{ personId }}>
                  {name}
                </Link>
              ) : null,
          },
          { key: 'what', title: words.what, width: 180, render: (row) => <WhatLink row={row} /> },
          {
            key: 'size',
            title: words.size,
            align: 'right',
            render: ({ points, minutes }) =>
              minutes === null ? (points === null ? null : words.points(points)) : words.minutes(minutes),
          },
          {
            key: 'at',
            title: words.when,
            width: 150,
            render: ({ at, endedAt }) => [at, endedAt].flatMap((one) => (one ? [times.minute(one)] : [])).join(' → '),
          },
          {
            key: 'by',
            title: words.hands,
            width: 140,
            render: ({ onBehalf, by, endedBy }) =>
              [onBehalf ? say(onBehalves[onBehalf]) : null, by, endedBy].filter(Boolean).join(' → '),
          },
          {
            key: 'state',
            title: words.status,
            render: (row) => (
              <>
                <Mark tone={toneOf(row)}>{say(stateWords[row.state])}</Mark> {row.isAsked ? words.asked : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** Opens the list where the record can be put right. */
function WhatLink({ row }: { row: FindingRecord }) {
  const words = useFindingWords()
  const { what, personId, about, partner, taker } = row
  if (!personId) return <>{partner}</>
  if (what === 'gift') return <>{words.giftTo(taker ?? '')}</>
  if (what === 'service')
    return (
      <Link to="/service/records" search={{ personId }}>
        {about}
      </Link>
    )
  return (
    <Link to="/bank/redemptions" search={{ personId }}>
      {[about, partner].join(' · ')}
    </Link>
  )
}
