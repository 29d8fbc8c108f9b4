import { type ReasonCode, reasonWords } from '#modules/people/duplicates/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import css from './list/list.module.css'

const AGAINST: ReadonlySet<ReasonCode> = new Set(['different_id', 'different_birth', 'different_gender'])

/** What speaks for one person, and what against. */
export function Reasons({ reasons }: { reasons: readonly ReasonCode[] }) {
  const say = useSay()
  return (
    <ul className={css.reasons}>
      {reasons.map((code) => (
        <li key={code} className={AGAINST.has(code) ? css.against : undefined}>
          {say(reasonWords[code])}
        </li>
      ))}
    </ul>
  )
}
