import type { api } from '../../../api.ts'
import { useTimes } from '../../../ui/language/times.ts'
import type { GatheringRecord } from '../queries.ts'
import { useSigningWords } from '../words.ts'
import css from './signing.module.css'

type Sheet = Awaited<ReturnType<typeof api.attendance.readSheet>>

/** Lines for those who come without having signed up. */
const EMPTY = 6

/** A4: who signed up, as the one who prints sees them, and room to sign. */
export function SigningSheet({ record, sheet }: { record: GatheringRecord; sheet: Sheet }) {
  const words = useSigningWords()
  const times = useTimes()
  const listed = sheet.items.filter(({ isSignedUp }) => isSignedUp)
  const lines = [...listed, ...Array.from({ length: EMPTY }, () => null)]
  return (
    <article className={css.sheet} data-sheet="" aria-label={words.titleOf(record.title)}>
      <h2 className={css.title}>{words.titleOf(record.title)}</h2>
      <p>{words.when(times.minute(record.startsAt), times.minute(record.endsAt))}</p>
      <p>{words.count(listed.length)}</p>
      {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls and has no focusable child of its own */}
      <div className={css.scroll} role="group" aria-label={words.title} tabIndex={0}>
        <table className={css.lines}>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.community}</th>
              <th scope="col">{words.sign}</th>
              <th scope="col">{words.note}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={line?.personId ?? `empty ${at - listed.length}`}>
                <td>{at + 1}</td>
                <td className={css.name}>{line?.name ?? '\u00a0'}</td>
                <td>{line?.community ?? '\u00a0'}</td>
                <td>{'\u00a0'}</td>
                <td>{'\u00a0'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet.others ? <p>{words.others(sheet.others)}</p> : null}
    </article>
  )
}
