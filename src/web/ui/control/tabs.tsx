import css from './tabs.module.css'

type Option<V extends string> = { value: V; label: string; count?: number }
type TabsProps<V extends string> = {
  label: string
  options: readonly Option<V>[]
  value: V
  onChange: (value: V) => void
}

/** Where the row is wider than a phone it scrolls sideways: what is chosen is shown, and the page stays where it is. */
function intoView(chosen: HTMLButtonElement | null): void {
  const row = chosen?.parentElement
  if (!chosen || !row || row.scrollWidth <= row.clientWidth) return
  row.scrollLeft = chosen.offsetLeft - row.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2
}

/** A choice of one among a few, each with its count: filters of a list, parts of a record. */
export function Tabs<V extends string>({ label, options, value, onChange }: TabsProps<V>) {
  return (
    <div className={css.tabs} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={option.value === value ? css.on : css.tab}
          aria-pressed={option.value === value}
          ref={option.value === value ? intoView : undefined}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count === undefined ? null : <span className={css.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  )
}
