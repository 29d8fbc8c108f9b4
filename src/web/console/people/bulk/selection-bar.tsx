import { Button } from 'antd'
import { useState } from 'react'
import { useKitWords } from '../../../ui/language/words.ts'
import { useMay } from '../../shell/session/me.ts'
import type { PeopleColumns } from '../columns/use-people-columns.tsx'
import { usePeopleWords } from '../words.ts'
import { ExportPeople } from './export-people.tsx'
import css from './selection-bar.module.css'
import { TagPeople } from './tag-people.tsx'
import type { PeopleSelection } from './use-people-selection.ts'

type SelectionBarProps = { selection: PeopleSelection; total: number; columns: PeopleColumns }

/** What can be done with those chosen; it is there only when somebody is. */
export function SelectionBar({ selection, total, columns }: SelectionBarProps) {
  const words = usePeopleWords()
  const kit = useKitWords()
  const may = useMay()
  const [open, setOpen] = useState<'tag' | 'export' | null>(null)
  const count = selection.isAll ? total : selection.keys.size
  if (!count) return null
  const close = () => setOpen(null)
  return (
    <div className={css.bar} role="group" aria-label={words.bulk}>
      <span role="status" className={css.count}>
        {selection.isAll ? words.allChosen(count) : kit.selected(count)}
      </span>
      {!selection.isAll && total > count ? (
        <Button type="link" onClick={selection.takeAll}>
          {words.chooseAll(total)}
        </Button>
      ) : null}
      <Button type="link" onClick={selection.clear}>
        {kit.clearSelection}
      </Button>
      <span className={css.acts}>
        {may('people.tag') ? <Button onClick={() => setOpen('tag')}>{words.tagThem}</Button> : null}
        {may('people.export') ? <Button onClick={() => setOpen('export')}>{words.exportThem}</Button> : null}
      </span>
      {open === 'tag' ? <TagPeople chosen={selection.chosen} count={count} onClose={close} /> : null}
      {open === 'export' ? (
        <ExportPeople chosen={selection.chosen} count={count} columns={columns} onClose={close} />
      ) : null}
    </div>
  )
}
