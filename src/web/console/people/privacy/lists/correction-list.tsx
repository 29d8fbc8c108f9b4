import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { ButtonLink } from '../../../../ui/control/button-link.tsx'
import { Mark, type Tone } from '../../../../ui/control/mark.tsx'
import { useLanguage } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { EmptyState } from '../../../../ui/page/empty-state.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { useMay } from '../../../shell/session/me.ts'
import { ProposeByPaper } from '../correction/propose-by-paper.tsx'
import { type Correction, correctionsQuery, REQUESTS_PAGE } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'

export const correctionTones: Record<Correction['status'], Tone> = {
  proposed: 'doubtful',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'plain',
}
type ListProps = { offset: number; onTurn: (next: number) => void; personId?: string }

/** Requests for correction, the latest first. */
export function CorrectionList({ offset, onTurn, personId }: ListProps) {
  const words = usePrivacyWords()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({ ...correctionsQuery(offset, personId), placeholderData: keepPreviousData })
  const columns = useCorrectionColumns()
  const act =
    may('people.write') && !personId ? <Button onClick={() => setOpen(true)}>{words.byPaper}</Button> : undefined
  return (
    <Section title={words.tabs.corrections} actions={act} flush>
      <PagedTable
        label={words.tabs.corrections}
        query={found}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          personId ? (
            <EmptyState title={words.noRequests} />
          ) : (
            <EmptyState title={words.noCorrections} hint={words.noCorrectionsHint} />
          )
        }
        page={{ offset, limit: REQUESTS_PAGE, onTurn }}
      />
      {isOpen ? <ProposeByPaper onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}

function useCorrectionColumns(): Column<Correction>[] {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const lang = useLanguage()
  const { day } = useTimes()
  return [
    {
      key: 'name',
      title: words.person,
      width: 110,
      render: ({ personId, name }) =>
        name === null ? (
          words.outside
        ) : (
          <Link to="/people/$id" params={{ id: personId }} search={{}}>
            {name}
          </Link>
        ),
    },
    {
      key: 'fields',
      title: words.what,
      width: 160,
      render: ({ fields }) => fields.map((key) => fieldOf(key)?.[lang] ?? key).join(lang === 'zh' ? '、' : ', '),
    },
    {
      key: 'asked',
      title: words.asked,
      render: ({ askedBy, requestedBy, requestedAt }) =>
        [words.askedBy[askedBy], words.by(requestedBy), day(requestedAt)].join(' · '),
    },
    {
      key: 'status',
      title: words.state,
      render: ({ status }) => <Mark tone={correctionTones[status]}>{words.correctionStates[status]}</Mark>,
    },
    {
      key: 'decided',
      title: words.decided,
      render: ({ decidedBy, decidedAt }) => (decidedAt ? words.settledBy(decidedBy, day(decidedAt)) : ''),
    },
    {
      key: 'acts',
      title: kit.acts,
      render: ({ id, name }) => (
        <ButtonLink to="/privacy/corrections/$id" params={{ id }}>
          {words.look}
          <span className="visually-hidden"> {words.lookOf(name ?? words.outside)}</span>
        </ButtonLink>
      ),
    },
  ]
}
