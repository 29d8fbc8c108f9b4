import SearchOutlined from '@ant-design/icons/SearchOutlined'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useShellWords } from '../words.ts'
import { FoundList } from './found-list.tsx'
import css from './person-search.module.css'
import { useFocusKey } from './use-focus-key.ts'
import { usePeopleFound } from './use-people-found.ts'

/** One box for everybody: name, pinyin, ID number, phone. `/` comes here from anywhere; arrows choose, Enter opens. */
export function PersonSearch() {
  const words = useShellWords()
  const navigate = useNavigate()
  const listId = useId()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { q, found } = usePeopleFound(text)
  useFocusKey('/', box)
  const items = found.data?.items ?? []
  const isShown = isOpen && text.trim() !== ''

  const leave = (to: string, search: Record<string, string> = {}) => {
    setOpen(false)
    setText('')
    box.current?.blur()
    navigate({ to, search }).catch(() => undefined)
  }
  const go = (index: number) => {
    const person = items[index]
    if (person) leave(`/people/${person.id}`)
    else leave('/people', { q: text.trim() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim()) go(active)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    setActive((now) => Math.max(-1, Math.min(items.length, now + step)))
  }
  return (
    <search className={css.search}>
      <SearchOutlined aria-hidden="true" className={css.glass ?? ''} />
      <input
        ref={box}
        className={css.box}
        type="text"
        role="combobox"
        aria-label={words.search}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={words.searchHint}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={onKeyDown}
      />
      <kbd className={css.key} aria-hidden="true">
        /
      </kbd>
      {isShown ? <FoundList id={listId} q={q} answer={found.data} active={active} onGo={go} /> : null}
    </search>
  )
}
