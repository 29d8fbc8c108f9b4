import css from './plain-select.module.css'

type PlainSelectProps<V extends string> = {
  id?: string
  label: string
  /** What stands for no choice. */
  any?: string
  options: readonly { value: V; label: string }[]
  value?: V | undefined
  onChange?: (value: V | undefined) => void
}

/** The browser's own list box: works by keyboard and on phones as people know it. */
export function PlainSelect<V extends string>({ id, label, any, options, value, onChange }: PlainSelectProps<V>) {
  return (
    <select
      id={id}
      aria-label={label}
      className={css.select}
      value={value ?? ''}
      onChange={(event) => onChange?.(options.find((one) => one.value === event.target.value)?.value)}
    >
      {any === undefined ? null : <option value="">{any}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
