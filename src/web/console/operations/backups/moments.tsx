import { Alert } from 'antd'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useMomentWords } from './moment-words.ts'
import type { BackupOverview } from './queries.ts'
import { sizeWords } from './size.ts'

type Seen = NonNullable<BackupOverview['moments']>

/** Which moments can be restored, and whether the archive that this needs goes on. */
export function Moments({ moments }: { moments: BackupOverview['moments'] }) {
  const words = useMomentWords()
  if (!moments)
    return (
      <Section title={words.title}>
        <p>{words.elsewhere}</p>
      </Section>
    )
  return (
    <Section title={words.title} note={words.note}>
      <Warnings moments={moments} />
      {moments.spans.length ? <Reach moments={moments} /> : <p>{words.none}</p>}
    </Section>
  )
}

function Warnings({ moments: { fault, isLate } }: { moments: Seen }) {
  const words = useMomentWords()
  const say = useSay()
  if (!fault && !isLate) return null
  const title = fault ? `${words.stopped} ${say(fault)}` : words.late
  return <Alert type="error" showIcon title={title} style={{ marginBottom: 12 }} />
}

function Reach({ moments: { spans, fault, isLate, waitingBytes } }: { moments: Seen }) {
  const words = useMomentWords()
  const { minute } = useTimes()
  const [first, last] = [spans[0], spans.at(-1)]
  const parts = spans.map(({ from, to }) => <div key={from}>{`${minute(from)}${words.until}${minute(to)}`}</div>)
  return (
    <Facts
      items={[
        { label: words.earliest, value: first ? minute(first.from) : null },
        {
          label: words.latest,
          value: (
            <>
              {last ? minute(last.to) : null} {fault || isLate ? null : <Mark tone="good">{words.fine}</Mark>}
            </>
          ),
        },
        ...(waitingBytes && fault ? [{ label: words.waiting, value: sizeWords(waitingBytes) }] : []),
        ...(spans.length > 1 ? [{ label: words.parts, value: parts, wide: true }] : []),
      ]}
    />
  )
}
