import { useKitWords } from '../language/words.ts'
import css from './waiting.module.css'

/** Grey lines in the place of what is being read. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const words = useKitWords()
  return (
    <div className={css.waiting} role="status">
      <span className="visually-hidden">{words.loading}</span>
      {Array.from({ length: lines }, (_line, index) => (
        <div key={index} className={css.line} style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
