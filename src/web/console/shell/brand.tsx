import { useKitWords } from '../../ui/language/words.ts'
import css from './brand.module.css'

/** The seal: a sun low over the water, 莫道桑榆晚，为霞尚满天. */
export function Seal({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#a8322a" />
      <path d="M7 21a9 9 0 0 1 18 0z" fill="#faf3e7" />
      <path d="M5 24.5h22M9 28h14" stroke="#faf3e7" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M16 5v3.4M7.6 8.4l2.3 2.5M24.4 8.4l-2.3 2.5" stroke="#faf3e7" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  )
}

export function Brand({ folded = false }: { folded?: boolean }) {
  const words = useKitWords()
  return (
    <span className={css.brand}>
      <Seal />
      {folded ? null : <span className={css.name}>{words.product}</span>}
    </span>
  )
}
