import { Input } from 'antd'

type DayInputProps = {
  id?: string
  value?: string
  onChange?: (day: string | undefined) => void
  max?: string
  disabled?: boolean
}

/** A day as 2026-01-31, by the browser's own calendar: typed by keyboard or picked. */
export function DayInput({ value, onChange, ...rest }: DayInputProps) {
  return (
    <Input
      {...rest}
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || undefined)}
      style={{ maxWidth: 220 }}
    />
  )
}
