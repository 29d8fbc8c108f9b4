import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { postWords } from '#modules/activities/groups/rules.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Timeline } from '../../../ui/page/timeline.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { EndTerm } from '../acts/end-membership.tsx'
import { HoldElection } from '../acts/hold-election.tsx'
import { type GroupRecord, type Officer, officersQuery } from '../queries.ts'
import { useGroupWords } from '../words.ts'

const tones: Record<Officer['state'], Tone> = { runs: 'good', ends_soon: 'doubtful', overdue: 'bad', ended: 'plain' }

/** Who leads, since when and until when; and how they came to. */
export function Officers({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const officers = useQuery(officersQuery(group.id))
  const [isElecting, setElecting] = useState(false)
  const [ending, setEnding] = useState<Officer>()
  const columns = useColumns(group.can.change ? setEnding : undefined)
  const elect = group.can.change ? <Button onClick={() => setElecting(true)}>{words.elect}</Button> : null
  const others = officers.data?.others ?? 0
  return (
    <Section title={words.officers} note={others ? words.others(others) : undefined} actions={elect} flush>
      <Answer query={officers}>
        {({ officers: rows, elections }) => (
          <>
            <DataTable
              label={words.officers}
              columns={columns}
              rows={rows}
              rowKey={(one) => one.id}
              empty={<EmptyState title={words.noOfficers} hint={words.noOfficersHint} />}
            />
            {elections.length ? <Elections elections={elections} /> : null}
          </>
        )}
      </Answer>
      {isElecting ? <HoldElection group={group} onClose={() => setElecting(false)} /> : null}
      {ending ? <EndTerm groupId={group.id} officer={ending} onClose={() => setEnding(undefined)} /> : null}
    </Section>
  )
}

type Held = {
  id: string
  heldOn: string
  eligible: number
  voted: number
  isWellAttended: boolean
  note: string | null
}

function Elections({ elections }: { elections: readonly Held[] }) {
  const words = useGroupWords()
  const items = elections.map((one) => ({
    id: one.id,
    when: one.heldOn,
    what: words.votedOf(one.voted, one.eligible),
    more: (
      <Mark tone={one.isWellAttended ? 'good' : 'doubtful'}>
        {one.isWellAttended ? words.wellAttended : words.poorlyAttended}
      </Mark>
    ),
    note: one.note,
  }))
  return (
    <div style={{ padding: '16px 20px' }}>
      <h3 style={{ marginBottom: 8, fontSize: '1rem' }}>{words.elections}</h3>
      <Timeline items={items} empty="" />
    </div>
  )
}

function useColumns(onEnd: ((officer: Officer) => void) | undefined): Column<Officer>[] {
  const words = useGroupWords()
  const kit = useKitWords()
  const say = useSay()
  const acts: Column<Officer> = {
    key: 'acts',
    title: kit.acts,
    render: (officer) =>
      officer.endedOn === null ? (
        <Button size="small" aria-label={words.endTermOf(officer.name)} onClick={() => onEnd?.(officer)}>
          {words.endTerm}
        </Button>
      ) : null,
  }
  return [
    {
      key: 'name',
      title: words.person,
      render: (officer) => (
        <Link to="/people/$id" params={{ id: officer.personId }}>
          {officer.name}
        </Link>
      ),
    },
    { key: 'post', title: words.post, render: (officer) => say(postWords[officer.post]) },
    { key: 'age', title: words.age, align: 'right', render: (officer) => officer.age ?? kit.nothing },
    {
      key: 'term',
      title: words.termDays,
      render: (officer) =>
        `${words.termNo(officer.term)} · ${words.until(officer.fromOn, officer.endedOn ?? officer.untilOn)}`,
    },
    {
      key: 'state',
      title: words.state,
      render: (officer) => (
        <>
          <Mark tone={tones[officer.state]}>{words.states[officer.state]}</Mark> {officer.reason}
        </>
      ),
    },
    { key: 'approval', title: words.approvalNo, render: (officer) => officer.approvalNo ?? kit.nothing },
    ...(onEnd ? [acts] : []),
  ]
}
