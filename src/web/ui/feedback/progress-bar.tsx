import { useKitWords } from '../language/words.ts'
import css from './progress-bar.module.css'

/** How far long work has come, in numbers as well. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const words = useKitWords()
  const share = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0
  return (
    <div className={css.progress}>
      <div className={css.words}>
        <span>{label}</span>
        <span>
          {words.progress(done, total)} · {share}%
        </span>
      </div>
      <div
        className={css.track}
        role="progressbar"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className={css.bar} style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
