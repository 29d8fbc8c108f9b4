import SearchOutlined from '@ant-design/icons/SearchOutlined'
import { useId } from 'react'
import { useShellWords } from '../words.ts'
import { FoundList } from './found-list.tsx'
import css from './person-search.module.css'
import { useSearchBox } from './use-search-box.ts'

/** One box for everybody: name, pinyin, ID number, phone. `/` comes here from anywhere; arrows choose, Enter opens. */
export function PersonSearch() {
  const words = useShellWords()
  const listId = useId()
  const { box, text, q, found, active, isShown, setOpen, type, go, onKeyDown } = useSearchBox()
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
        onChange={(event) => type(event.target.value)}
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
