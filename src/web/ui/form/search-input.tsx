import { Input } from 'antd'
import { useRef, useState } from 'react'

type SearchInputProps = { label: string; value: string; onSearch: (q: string) => void; width?: number }
const PAUSE_MS = 250

/** A search box whose text lives in the address: it asks when typing rests, and follows when the address changes by other means. */
export function SearchInput({ label, value, onSearch, width = 260 }: SearchInputProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState({ value, asked: value })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (value !== known.value) {
    setKnown({ value, asked: value })
    if (value !== known.asked) setText(value)
  }
  const ask = (q: string) => {
    setKnown((old) => ({ ...old, asked: q }))
    onSearch(q)
  }
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(typed.trim()), PAUSE_MS)
  }
  return (
    <Input
      value={text}
      onChange={(event) => type(event.target.value)}
      placeholder={label}
      aria-label={label}
      style={{ width, maxWidth: '100%' }}
    />
  )
}
