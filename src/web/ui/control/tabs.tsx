import css from './tabs.module.css'

type Option<V extends string> = { value: V; label: string; count?: number }
type TabsProps<V extends string> = {
  label: string
  options: readonly Option<V>[]
  value: V
  onChange: (value: V) => void
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
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count === undefined ? null : <span className={css.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  )
}
