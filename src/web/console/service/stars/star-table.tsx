import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Mark } from '../../../ui/control/mark.tsx'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { PAGE, SERVICE, type Star, starsQuery } from '../queries.ts'
import type { StarSearch } from '../routes.ts'
import css from '../service.module.css'
import { useStarsWords } from '../words.ts'
import { recordsOf, StarSigns } from './candidates.tsx'
import { Objections } from './objections.tsx'

const route = getRouteApi('/shell/service/stars')

export function StarTable({ search }: { search: StarSearch }) {
  const words = useStarsWords()
  const { change, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const list = useQuery({ ...starsQuery(search), placeholderData: keepPreviousData })
  const states = (['published', 'awarded', 'withdrawn'] as const).map((value) => ({
    value,
    label: words.statuses[value],
  }))
  const filter = (
    <PlainSelect
      label={words.status}
      any={words.anyStatus}
      options={states}
      value={search.status}
      onChange={(status) => change({ status })}
    />
  )
  return (
    <Section title={words.list} actions={filter} flush>
      <Answer query={list} lines={6}>
        {({ items, total }) => (
          <>
            <Rows items={items} isStale={list.isPlaceholderData} />
            <Pager total={total} {...pageOf(PAGE)} />
          </>
        )}
      </Answer>
    </Section>
  )
}

function Rows({ items, isStale }: { items: Star[]; isStale: boolean }) {
  const words = useStarsWords()
  const columns = useColumns()
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const ready = items.filter(({ can }) => can.award)
  const ids = ready.filter(({ id }) => keys.has(id)).map(({ id }) => id)
  const award = useAct(() => api.stars.awardStars({ ids }), {
    said: ({ awarded }) => words.awarded(awarded),
    refresh: [SERVICE],
    onDone: () => setKeys(new Set()),
  })
  return (
    <>
      {ready.length ? (
        <div className={css.bar}>
          <Button type="primary" disabled={!ids.length} loading={award.isPending} onClick={() => award.mutate()}>
            {words.award(ids.length)}
          </Button>
        </div>
      ) : null}
      <ErrorNotice error={award.error} />
      <DataTable
        label={words.list}
        columns={columns}
        rows={items}
        rowKey={(one) => one.id}
        rowName={(one) => one.name}
        stale={isStale}
        empty={<EmptyState title={words.noStars} />}
        {...(ready.length ? { selection: { keys, onChange: setKeys } } : {})}
      />
    </>
  )
}

function useColumns(): Column<Star>[] {
  const words = useStarsWords()
  return [
    {
      key: 'name',
      title: words.name,
      render: (one) => (
        <>
          {one.name}
          <span className={css.sub}>{one.place}</span>
        </>
      ),
    },
    { key: 'level', title: words.level, render: (one) => <StarSigns level={one.level} /> },
    {
      key: 'hours',
      title: words.hours,
      align: 'right',
      render: (one) => <HrefLink href={recordsOf(one)}>{words.hoursOf(Math.floor(one.minutes / 60))}</HrefLink>,
    },
    { key: 'status', title: words.status, render: (one) => <Status one={one} /> },
    { key: 'period', title: words.period, render: (one) => <Period one={one} /> },
    { key: 'awarded', title: words.awardedOn, render: (one) => one.awardedOn },
    { key: 'objections', title: words.objections, render: (one) => <Objections star={one} /> },
  ]
}

function Period({ one }: { one: Star }) {
  const words = useStarsWords()
  return (
    <>
      {one.publishedOn} — {one.untilOn}
      {one.isByWeekdays ? <span className={css.sub}>{words.byWeekdays}</span> : null}
    </>
  )
}

function Status({ one }: { one: Star }) {
  const words = useStarsWords()
  const tone = { published: 'doubtful', awarded: 'good', withdrawn: 'bad' } as const
  return (
    <>
      <Mark tone={tone[one.status]}>{words.statuses[one.status]}</Mark>
      {one.reason ? <span className={css.sub}>{one.reason}</span> : null}
    </>
  )
}
