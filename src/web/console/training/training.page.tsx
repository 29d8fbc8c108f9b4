import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { LongTable } from '../../ui/table/paged-table.tsx'
import { type TrainingRecord, trainingQuery, VOLUNTEERING } from '../teams/queries.ts'
import { ReasonDialog } from '../volunteers/reason-dialog.tsx'
import { VolunteerPicker } from '../volunteers/volunteer-picker.tsx'
import { useTrainingWords } from './words.ts'

const route = getRouteApi('/shell/training/$id')
type Trainee = TrainingRecord['trainees'][number]

export function TrainingPage() {
  const { id } = route.useParams()
  const training = useQuery(trainingQuery(id))
  return <RecordPage query={training}>{(one) => <TrainingBody key={one.id} one={one} />}</RecordPage>
}

function TrainingBody({ one }: { one: TrainingRecord }) {
  const words = useTrainingWords()
  const lead = [one.heldOn, words.minutesOf(one.minutes), one.trainer, one.team, one.place].filter(Boolean).join(' · ')
  return (
    <Page title={one.title} trail={<Link to="/training">{words.title}</Link>} lead={lead}>
      <Section
        title={`${words.trainees} · ${one.people}`}
        {...(one.others ? { note: words.othersNote(one.others) } : {})}
        actions={one.can.change ? <AddTrainee id={one.id} /> : null}
        flush
      >
        <Trainees one={one} />
      </Section>
    </Page>
  )
}

/** One after another, as they stand on the sheet of paper. */
function AddTrainee({ id }: { id: string }) {
  const words = useTrainingWords()
  const [personId, setPersonId] = useState<string | null>(null)
  const add = useAct((who: string) => api.training.addTrainees({ id, people: [who] }), {
    said: ({ added }) => words.added(added),
    refresh: [VOLUNTEERING],
    onDone: () => setPersonId(null),
  })
  return (
    <div>
      <div style={{ display: 'flex', gap: 8, minWidth: 280 }}>
        <VolunteerPicker label={words.person} value={personId} onChange={setPersonId} />
        <Button disabled={!personId} loading={add.isPending} onClick={() => personId && add.mutate(personId)}>
          {words.add}
        </Button>
      </div>
      <ErrorNotice error={add.error} />
    </div>
  )
}

function Trainees({ one }: { one: TrainingRecord }) {
  const words = useTrainingWords()
  const kit = useKitWords()
  const [striking, setStriking] = useState<Trainee | null>(null)
  const acts: Column<Trainee> = {
    key: 'acts',
    title: kit.acts,
    render: (who) =>
      who.struck === null ? (
        <Button onClick={() => setStriking(who)} aria-label={words.strikeOf(who.name)}>
          {words.strike}
        </Button>
      ) : null,
  }
  const columns: Column<Trainee>[] = [
    {
      key: 'name',
      title: words.person,
      render: (who) => (
        <Link to="/volunteers/$personId" params={{ personId: who.personId }}>
          {who.name}
        </Link>
      ),
    },
    {
      key: 'result',
      title: words.result,
      render: (who) => (who.struck ? <Mark>{words.struckBecause(who.struck)}</Mark> : words.results[who.result]),
    },
    ...(one.can.change ? [acts] : []),
  ]
  return (
    <>
      <LongTable
        label={words.trainees}
        columns={columns}
        rows={one.trainees}
        rowKey={(who) => who.personId}
        empty={<EmptyState title={words.nobody} />}
      />
      {striking ? (
        <ReasonDialog
          title={words.strikeOf(striking.name)}
          label={words.reason}
          submit={words.strike}
          said={words.struck}
          send={(reason) => api.training.strikeTrainee({ id: one.id, personId: striking.personId, reason })}
          onClose={() => setStriking(null)}
        />
      ) : null}
    </>
  )
}
