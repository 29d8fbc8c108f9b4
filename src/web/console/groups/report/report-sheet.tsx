import { Link } from '@tanstack/react-router'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Facts } from '../../../ui/page/facts.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { GroupRecord, Report } from '../queries.ts'
import { useHeldColumns } from '../record/group-gatherings.tsx'
import { useGroupWords } from '../words.ts'
import css from './report-sheet.module.css'

export function ReportSheet({ group, report }: { group: GroupRecord; report: Report }) {
  const words = useGroupWords()
  const { sentences } = usePunctuation()
  const columns = useHeldColumns()
  const facts = [
    { label: words.membersBefore, value: words.people2(report.membersBefore) },
    { label: words.membersAfter, value: words.people2(report.membersAfter) },
    { label: words.heldCount, value: words.times(report.gatherings.length) },
    { label: words.presences, value: report.presences },
    { label: words.people, value: words.people2(report.people) },
    { label: words.totalHours, value: words.hoursOf(Math.round(report.minutes / 6) / 10) },
    { label: words.joinedPeople, value: <Names people={report.joined} />, wide: true },
    { label: words.leftPeople, value: <Names people={report.left} />, wide: true },
    {
      label: words.elections,
      value: sentences(report.elections.map((one) => `${one.heldOn} ${words.votedOf(one.voted, one.eligible)}`)),
      wide: true,
    },
  ]
  return (
    <div className={css.sheet} data-sheet>
      <h2 className={css.heading}>{words.reportOf(group.name, report.year)}</h2>
      <Facts items={facts} />
      {report.others ? <p className={css.note}>{words.others(report.others)}</p> : null}
      <h3 className={css.part}>{words.gatherings}</h3>
      <DataTable
        label={words.gatherings}
        columns={columns}
        rows={report.gatherings}
        rowKey={(one) => one.id}
        empty={<EmptyState title={words.noGatherings} />}
      />
    </div>
  )
}

function Names({ people }: { people: Report['joined'] }) {
  const words = useGroupWords()
  const { aside, colon, enumerate } = usePunctuation()
  if (!people.length) return words.nobody
  return (
    <>
      {words.people2(people.length)}
      {colon}
      {people.map(({ personId, name, on }, at) => (
        <span key={`${personId} ${on}`}>
          {at ? enumerate(['', '']) : ''}
          <Link to="/people/$id" params={{ id: personId }}>
            {name}
          </Link>
          {aside('', on)}
        </span>
      ))}
    </>
  )
}
