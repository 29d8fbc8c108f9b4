import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { ButtonLink } from '../../../../ui/control/button-link.tsx'
import { Mark, type Tone } from '../../../../ui/control/mark.tsx'
import { useLanguage } from '../../../../ui/language/language.ts'
import { usePunctuation } from '../../../../ui/language/punctuation.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import type { Column } from '../../../../ui/table/column.ts'
import { useMay } from '../../../shell/session/me.ts'
import { ProposeByPaper } from '../correction/propose-by-paper.tsx'
import { type Correction, correctionsQuery } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { type ListProps, PersonLink, RequestList, useAskedColumn } from './request-list.tsx'

export const correctionTones: Record<Correction['status'], Tone> = {
  proposed: 'doubtful',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'plain',
}

/** Requests for correction; those that came on paper are written down from here. */
export function CorrectionList(at: ListProps) {
  const words = usePrivacyWords()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({ ...correctionsQuery(at.offset, at.personId), placeholderData: keepPreviousData })
  const columns = useCorrectionColumns()
  const mayWrite = may('people.write') && !at.personId
  return (
    <>
      <RequestList
        {...at}
        title={words.tabs.corrections}
        query={found}
        columns={columns}
        none={{ title: words.noCorrections, hint: words.noCorrectionsHint }}
        actions={mayWrite ? <Button onClick={() => setOpen(true)}>{words.byPaper}</Button> : undefined}
      />
      {isOpen ? <ProposeByPaper onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function useCorrectionColumns(): Column<Correction>[] {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const lang = useLanguage()
  const { enumerate } = usePunctuation()
  const { day } = useTimes()
  const asked = useAskedColumn<Correction>()
  return [
    {
      key: 'name',
      title: words.person,
      width: 110,
      render: ({ personId, name }) => (name === null ? words.outside : <PersonLink id={personId} name={name} />),
    },
    {
      key: 'fields',
      title: words.what,
      width: 160,
      render: ({ fields }) => enumerate(fields.map((key) => fieldOf(key)?.[lang] ?? key)),
    },
    asked,
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
