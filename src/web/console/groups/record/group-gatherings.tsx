import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { LinkGathering } from '../acts/link-gathering.tsx'
import { GROUPS, type GroupRecord, gatheringsQuery, type Report } from '../queries.ts'
import { useGroupWords } from '../words.ts'

type Held = Report['gatherings'][number]

/** What the group has held and plans. */
export function GroupGatherings({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const kit = useKitWords()
  const gatherings = useQuery(gatheringsQuery(group.id))
  const [isLinking, setLinking] = useState(false)
  const unlink = useAct((gatheringId: string) => api.groupReports.unlinkGathering({ id: group.id, gatheringId }), {
    said: words.unlinked,
    refresh: [GROUPS],
  })
  const acts: Column<Held> = {
    key: 'acts',
    title: kit.acts,
    render: (one) => (
      <Button size="small" aria-label={words.unlinkOf(one.title)} onClick={() => unlink.mutate(one.id)}>
        {words.unlink}
      </Button>
    ),
  }
  const columns = useHeldColumns()
  const actions = (
    <>
      <HrefLink href={`/calendar?groupId=${group.id}`}>{words.calendar}</HrefLink>
      {group.can.change ? <Button onClick={() => setLinking(true)}>{words.link}</Button> : null}
    </>
  )
  return (
    <div id="gatherings">
      <Section title={words.gatherings} actions={actions} flush>
        <ErrorNotice error={unlink.error} />
        <PagedTable
          label={words.gatherings}
          query={gatherings}
          columns={group.can.change ? [...columns, acts] : columns}
          rowKey={(one) => one.id}
          empty={<EmptyState title={words.noGatherings} hint={words.noGatheringsHint} />}
        />
      </Section>
      {isLinking ? <LinkGathering group={group} onClose={() => setLinking(false)} /> : null}
    </div>
  )
}

export function useHeldColumns(): Column<Held>[] {
  const words = useGroupWords()
  const times = useTimes()
  return [
    {
      key: 'title',
      title: words.activity,
      render: (one) => <HrefLink href={`/gatherings/${one.id}`}>{one.title}</HrefLink>,
    },
    { key: 'when', title: words.when, render: (one) => times.minute(one.startsAt) },
    { key: 'status', title: words.state, render: (one) => words.gatheringStates[one.status] },
    {
      key: 'present',
      title: words.present,
      align: 'right',
      render: (one) => <HrefLink href={`/gatherings/${one.id}`}>{one.present}</HrefLink>,
    },
    { key: 'hours', title: words.hours, align: 'right', render: (one) => Math.round(one.minutes / 6) / 10 },
  ]
}
