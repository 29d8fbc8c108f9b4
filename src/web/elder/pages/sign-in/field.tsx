import { useId } from 'react'

type Props = { label: string; value: string; onChange: (value: string) => void; mode?: 'numeric' | 'tel' | 'text' }

export function Field({ label, value, onChange, mode = 'numeric' }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        inputMode={mode}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
