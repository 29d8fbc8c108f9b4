import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useMay } from '../../shell/session/me.ts'
import { type Candidate, candidatesQuery, SERVICE } from '../queries.ts'
import css from '../service.module.css'
import { useStarsWords } from '../words.ts'

/** Who the records show; each number opens the records it is made of. */
export function Candidates({ of }: { of: 'person' | 'team' }) {
  const words = useStarsWords()
  const list = useQuery(candidatesQuery(of))
  return (
    <Section title={words.candidates} note={words.candidatesNote} flush>
      <Answer query={list} lines={4}>
        {({ items }) => <CandidateTable items={items} />}
      </Answer>
    </Section>
  )
}

function CandidateTable({ items }: { items: Candidate[] }) {
  const words = useStarsWords()
  const { aside } = usePunctuation()
  const columns = useColumns()
  const may = useMay()('volunteering.certify')
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const chosen = items.filter(({ subjectId }) => keys.has(subjectId))
  const publish = useAct(
    () => api.stars.publishStars({ items: chosen.map(({ of, subjectId, level }) => ({ of, subjectId, level })) }),
    {
      said: ({ ids, untilOn, isByWeekdays }) =>
        words.published(ids.length, isByWeekdays ? aside(untilOn, words.byWeekdays) : untilOn),
      refresh: [SERVICE],
      onDone: () => setKeys(new Set()),
    },
  )
  return (
    <>
      {may && items.length ? (
        <div className={css.bar}>
          <Button type="primary" disabled={!chosen.length} loading={publish.isPending} onClick={() => publish.mutate()}>
            {words.publish(chosen.length)}
          </Button>
        </div>
      ) : null}
      <ErrorNotice error={publish.error} />
      <DataTable
        label={words.candidates}
        columns={columns}
        rows={items}
        rowKey={(one) => one.subjectId}
        rowName={(one) => one.name}
        empty={<EmptyState title={words.noCandidates} />}
        {...(may ? { selection: { keys, onChange: setKeys } } : {})}
      />
    </>
  )
}

export const recordsOf = ({ of, subjectId }: { of: 'person' | 'team'; subjectId: string }) =>
  `/service/records?${of === 'person' ? 'personId' : 'teamId'}=${subjectId}&standing=valid`

function useColumns(): Column<Candidate>[] {
  const words = useStarsWords()
  return [
    { key: 'name', title: words.name, render: (one) => one.name },
    { key: 'place', title: words.place, render: (one) => one.place },
    {
      key: 'hours',
      title: words.hours,
      align: 'right',
      render: (one) => <HrefLink href={recordsOf(one)}>{words.hoursOf(Math.floor(one.minutes / 60))}</HrefLink>,
    },
    { key: 'services', title: words.services, align: 'right', render: (one) => one.services },
    { key: 'last', title: words.last, render: (one) => one.lastOn },
    {
      key: 'current',
      title: words.current,
      render: (one) => (one.current ? <StarSigns level={one.current} /> : words.none),
    },
    { key: 'level', title: words.level, render: (one) => <StarSigns level={one.level} /> },
  ]
}

/** Signs for the eye, words for who hears the page. */
export function StarSigns({ level }: { level: number }) {
  const words = useStarsWords()
  return (
    <span className={css.stars} role="img" aria-label={words.levelName(level)}>
      {words.levelOf(level)}
    </span>
  )
}
