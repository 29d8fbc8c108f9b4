import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { Page } from '../../ui/page/page.tsx'
import { type GroupRecord, groupQuery, reportQuery } from './queries.ts'
import { ReportSheet } from './report/report-sheet.tsx'
import { useGroupWords } from './words.ts'

const route = getRouteApi('/shell/groups/$id/report')

/** A year of a group on paper, made from what was recorded where it happened. */
export function ReportPage() {
  const { id } = route.useParams()
  const group = useQuery(groupQuery(id))
  return <RecordPage query={group}>{(record) => <ReportBody group={record} />}</RecordPage>
}

function ReportBody({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const [thisYear] = useState(() => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear())
  const { year = thisYear } = route.useSearch()
  const navigate = route.useNavigate()
  const report = useQuery(reportQuery(group.id, year))
  const first = Math.max(Number(group.foundedOn.slice(0, 4)), thisYear - 20)
  const years = Array.from({ length: thisYear - first + 1 }, (_, back) => String(thisYear - back))
  const change = (next: string | undefined) => {
    navigate({ search: { year: next ? Number(next) : undefined }, replace: true }).catch(() => undefined)
  }
  return (
    <Page
      title={words.reportOf(group.name, year)}
      lead={words.reportLead}
      trail={
        <>
          <Link to="/groups">{words.title}</Link>
          {' / '}
          <Link to="/groups/$id" params={{ id: group.id }}>
            {group.name}
          </Link>
        </>
      }
      actions={
        <>
          <PlainSelect
            label={words.year}
            options={years.map((value) => ({ value, label: value }))}
            value={String(year)}
            onChange={change}
          />
          <Button type="primary" onClick={() => print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <Answer query={report} lines={8}>
        {(found) => <ReportSheet group={group} report={found} />}
      </Answer>
    </Page>
  )
}
