import { Input } from 'antd'

type DayInputProps = {
  id?: string
  value?: string | undefined
  onChange?: (day: string | undefined) => void
  /** Where no visible label stands beside it: written in the box, as an empty box tells nothing. */
  label?: string
  disabled?: boolean
}

/** A day as 2026-01-31, by the browser's own calendar: typed by keyboard or picked. */
export function DayInput({ value, onChange, label, ...rest }: DayInputProps) {
  return (
    <Input
      {...rest}
      type="date"
      aria-label={label}
      prefix={label ? <span aria-hidden="true">{label}</span> : undefined}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || undefined)}
      style={{ maxWidth: 240 }}
    />
  )
}
