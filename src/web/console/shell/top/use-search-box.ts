import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useFocusKey } from './use-focus-key.ts'
import { usePeopleFound } from './use-people-found.ts'

/** The state of the search box: what is typed, what is found, which line the arrows stand on, and going there. */
export function useSearchBox() {
  const { history } = useRouter()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { q, found } = usePeopleFound(text)
  useFocusKey('/', box)
  const items = found.data?.items ?? []

  const go = (index: number) => {
    const person = items[index]
    setOpen(false)
    setText('')
    box.current?.blur()
    history.push(person ? `/people/${person.id}` : `/people?q=${encodeURIComponent(text.trim())}`)
  }
  const type = (typed: string) => {
    setText(typed)
    setActive(-1)
    setOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim()) go(active)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    setActive((now) => Math.max(-1, Math.min(items.length, now + step)))
  }
  return { box, text, q, found, active, isShown: isOpen && text.trim() !== '', setOpen, type, go, onKeyDown }
}
