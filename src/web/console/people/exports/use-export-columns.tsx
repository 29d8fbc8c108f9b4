import { kindWords } from '#modules/people/search/export/words.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import type { Column } from '../../../ui/table/column.ts'
import type { ExportLine } from '../queries.ts'
import { ExportActs } from './export-acts.tsx'
import css from './exports.module.css'
import { useExportsWords } from './words.ts'

const tones: Record<ExportLine['status'], Tone> = {
  at_once: 'plain',
  waiting: 'doubtful',
  making: 'plain',
  ready: 'good',
  refused: 'bad',
  withdrawn: 'plain',
  fetched: 'plain',
  expired: 'plain',
  failed: 'bad',
}

export function useExportColumns(): Column<ExportLine>[] {
  const words = useExportsWords()
  const times = useTimes()
  const say = useSay()
  return [
    { key: 'what', title: words.what, width: 220, render: (line) => <What line={line} /> },
    { key: 'people', title: words.people, align: 'right', width: 64, render: (line) => line.people },
    {
      key: 'purpose',
      title: words.purpose,
      width: 180,
      render: (line) => `${say(kindWords[line.kind])} · ${line.purpose}`,
    },
    { key: 'by', title: words.by, render: (line) => line.requestedBy },
    { key: 'at', title: words.at, width: 110, render: (line) => times.minute(line.requestedAt) },
    {
      key: 'status',
      title: words.status,
      render: (line) => (
        <>
          <Mark tone={tones[line.status]}>{words.statuses[line.status]}</Mark>
          {line.fetchBy ? <span className={css.more}>{words.fetchBy(times.minute(line.fetchBy))}</span> : null}
          {line.fetchBy ? <span className={css.more}>{words.number(line.id)}</span> : null}
        </>
      ),
    },
    { key: 'decided', title: words.decided, width: 150, render: (line) => <Decision line={line} /> },
    { key: 'acts', title: words.acts, width: 140, render: (line) => <ExportActs line={line} /> },
  ]
}

function What({ line }: { line: ExportLine }) {
  const words = useExportsWords()
  const say = useSay()
  const about = [
    line.paper === 'list' ? say(line.whom) : null,
    line.columns.length ? words.columns(line.columns.length) : null,
  ]
  return (
    <div>
      {words.papers[line.paper]} {line.isWhole ? <Mark tone="doubtful">{words.whole}</Mark> : null}
      <span className={css.more}>{about.filter(Boolean).join(' · ')}</span>
    </div>
  )
}

function Decision({ line }: { line: ExportLine }) {
  const words = useExportsWords()
  const times = useTimes()
  if (!line.decidedBy || !line.decidedAt) return null
  return (
    <>
      {words.decidedBy(line.decidedBy, times.minute(line.decidedAt))}
      {line.decisionNote ? <span className={css.more}>{line.decisionNote}</span> : null}
    </>
  )
}
