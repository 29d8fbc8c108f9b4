import type { ReactNode } from 'react'
import { useKitWords } from '../language/words.ts'
import css from './facts.module.css'

export type Fact = { label: string; value: ReactNode; wide?: boolean }

/** Labelled values side by side; what is not known shows as a dash, never as a gap. */
export function Facts({ items }: { items: readonly Fact[] }) {
  const words = useKitWords()
  return (
    <dl className={css.facts}>
      {items.map(({ label, value, wide }) => (
        <div key={label} className={wide ? css.wide : css.fact}>
          <dt className={css.label}>{label}</dt>
          <dd className={css.value}>{value === null || value === undefined || value === '' ? words.nothing : value}</dd>
        </div>
      ))}
    </dl>
  )
}
