import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { setLanguage, useLanguage } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { LongTable } from '../../../ui/table/paged-table.tsx'
import { useNarrow } from '../../shell/use-narrow.ts'
import { FiguresOf, useSumColumns } from './figures.tsx'
import { StateMark } from './notice-list.page.tsx'
import css from './notices.module.css'
import { type PublicNotice, publicNoticeQuery } from './queries.ts'
import { useNoticeWords, usePublicNoticeWords } from './words.ts'

const route = getRouteApi('/notice/$id')

/** The same as the paper on the wall, for whoever has its address: masked names, and where to say that something is wrong. */
export function PublicNoticePage() {
  const { id } = route.useParams()
  const notice = useQuery(publicNoticeQuery(id))
  return (
    <main className={css.public}>
      <RecordPage query={notice}>{(told) => <Told notice={told} />}</RecordPage>
    </main>
  )
}

function Told({ notice }: { notice: PublicNotice }) {
  const words = usePublicNoticeWords()
  const parts = useNoticeWords()
  const times = useTimes()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  const { issuer, phone, state } = notice
  return (
    <Page
      title={`${words.title} · ${notice.place} ${times.month(notice.month)}`}
      lead={words.lead}
      actions={<Button onClick={() => setLanguage(other)}>{words.language}</Button>}
    >
      <Section title={parts.issuer} actions={<StateMark state={state} />}>
        <Facts
          items={[
            { label: parts.issuer, value: issuer },
            { label: parts.period, value: `${notice.publishedOn} — ${notice.untilOn}` },
            ...(notice.withdrawnOn ? [{ label: parts.withdrawn, value: notice.withdrawnOn }] : []),
            ...(notice.reason ? [{ label: parts.reason, value: notice.reason, wide: true }] : []),
          ]}
        />
      </Section>
      {state === 'open' ? (
        <>
          <FiguresOf figures={notice} />
          <People notice={notice} />
        </>
      ) : (
        <Section title={state === 'over' ? words.over : words.withdrawn}>{words.overHint(issuer, phone)}</Section>
      )}
      <Section title={words.question}>
        <p>{words.questionHint(issuer, phone)}</p>
        <p>{words.wish}</p>
      </Section>
    </Page>
  )
}

type Shown = Omit<PublicNotice['people'][number], 'teams'> & { key: string }

function People({ notice: { people, unnamed, few } }: { notice: PublicNotice }) {
  const words = useNoticeWords()
  const narrow = useNarrow()
  const [community, setCommunity] = useState<string>()
  const where = (one: Shown) => (narrow ? <span className={css.soft}>{one.community}</span> : null)
  const columns = useSumColumns<Shown>(
    {
      key: 'name',
      title: words.name,
      render: (one) => (
        <>
          {one.name} {where(one)}
        </>
      ),
    },
    [{ key: 'community', title: words.community, render: (one) => one.community }],
  )
  // Masked names are alike: two of them are told apart by where they stand.
  const rows: Shown[] = people.map((one, at) => ({ ...one, key: String(at) }))
  if (unnamed.people) rows.push({ ...unnamed, name: words.unnamedOf(unnamed.people), community: null, key: 'unnamed' })
  const fewNote = few ? words.fewNote : undefined
  const communities = [...new Set(people.flatMap((one) => one.community ?? []))]
  return (
    <Section title={words.persons} note={fewNote} flush>
      {communities.length > 1 ? (
        <FilterBar>
          <PlainSelect
            label={words.community}
            any={words.anyCommunity}
            options={communities.map((value) => ({ value, label: value }))}
            value={community}
            onChange={setCommunity}
          />
        </FilterBar>
      ) : null}
      <LongTable
        key={community ?? ''}
        label={words.persons}
        limit={narrow ? 20 : 50}
        rows={community ? rows.filter((one) => one.community === community) : rows}
        rowKey={({ key }) => key}
        columns={columns}
      />
    </Section>
  )
}
