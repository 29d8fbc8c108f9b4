import css from './meter.module.css'

/** How much of what a record needs is filled in, as a bar and as a number. */
export function Meter({ percent }: { percent: number }) {
  return (
    <span className={css.meter}>
      <span className={css.track} aria-hidden="true">
        <span className={percent >= 100 ? css.full : css.bar} style={{ width: `${percent}%` }} />
      </span>
      {percent}%
    </span>
  )
}
