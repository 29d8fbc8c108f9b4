import { Alert } from 'antd'
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { KeyOverview } from './queries.ts'
import { useKeyWords } from './words.ts'

/** Which keys seal and search today, who holds them, and how far a change has come. */
export function KeyState({ overview }: { overview: KeyOverview }) {
  const words = useKeyWords()
  const { minute } = useTimes()
  const { turning, items, provider } = overview
  const isGoing = turning !== null && turning.finishedAt === null
  const newest = items.filter(({ isNewest }) => isNewest).toSorted((a, b) => a.purpose.localeCompare(b.purpose))
  const last = turning?.finishedAt ? words.finished(minute(turning.finishedAt), turning.done) : words.never
  return (
    <Section title={words.state}>
      {turning?.fault ? (
        <Alert type="error" showIcon title={words.fault} description={turning.fault} style={{ marginBottom: 12 }} />
      ) : null}
      {isGoing ? (
        <div style={{ marginBottom: 16 }}>
          {turning.total ? (
            <ProgressBar label={words.going} done={turning.done} total={turning.total} />
          ) : (
            <p>{words.counting}</p>
          )}
          <p style={{ marginTop: 6 }}>{words.goingNote}</p>
        </div>
      ) : null}
      <Facts
        items={[
          { label: words.provider, value: words.providers(provider) },
          {
            label: words.sealing,
            value: newest.map(({ purpose, id, algorithm }) => (
              <div key={purpose}>
                {words.purposes[purpose]} {id} · {words.algorithmOf(algorithm)}
              </div>
            )),
          },
          { label: words.last, value: isGoing ? words.begunAt(minute(turning.startedAt)) : last },
        ]}
      />
    </Section>
  )
}
