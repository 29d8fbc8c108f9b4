import { Scanner } from '../../../camera/scanner.tsx'
import type { GatheringRecord } from '../queries.ts'
import { useCardScanWords } from '../words.ts'
import css from './card-scan.module.css'
import { useCardScan } from './use-card-scan.ts'

/** The camera over the sheet: whoever shows a card is entered, until the camera is put away. */
export function CardScan({ record }: { record: GatheringRecord }) {
  const words = useCardScanWords()
  const { scanned, count, see } = useCardScan(record)
  return (
    <section className={css.scan} aria-label={words.view}>
      <Scanner words={words} className={css.camera} onSeen={see} />
      <div className={css.said}>
        <p>{words.count(count)}</p>
        <ul aria-label={words.scanned} aria-live="assertive" aria-relevant="additions">
          {scanned.map(({ key, isGood, text }) => (
            <li key={key} className={isGood ? css.good : css.bad}>
              {text}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
