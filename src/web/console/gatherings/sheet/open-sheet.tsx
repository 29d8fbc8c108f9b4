import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { GatheringRecord } from '../queries.ts'
import { useSheetWords } from '../words.ts'
import { FindOrAdd } from './find-or-add.tsx'
import { countsOf, stateOf } from './marks.ts'
import css from './sheet.module.css'
import { SheetRow } from './sheet-row.tsx'
import { useOpenSheet } from './use-open-sheet.ts'

type Sheet = Awaited<ReturnType<typeof api.attendance.readSheet>>

/** Forty people in under a minute: all present, tap the exceptions, save once. */
export function OpenSheet({ record, sheet }: { record: GatheringRecord; sheet: Sheet }) {
  const words = useSheetWords()
  const open = useOpenSheet(record, sheet.items)
  const [text, setText] = useState('')
  const { listed, marks, save, close } = open
  const { present, silent } = countsOf(listed, marks)
  const shown = text ? listed.filter((one) => one.name.includes(text)) : listed
  return (
    <Section title={words.title} quiet>
      <FindOrAdd record={record} listed={listed} text={text} onText={setText} onAdd={open.add} />
      {listed.length ? null : <p className={css.note}>{words.nobody}</p>}
      <ul className={css.rows} aria-label={words.title}>
        {shown.map((one) => (
          <SheetRow
            key={one.personId}
            one={one}
            state={stateOf(one, marks)}
            isChanged={marks.has(one.personId)}
            onDrop={open.wrong.has(one.personId) ? () => open.drop(one.personId) : undefined}
            onMark={(state) => open.mark(one, state)}
          />
        ))}
      </ul>
      {sheet.others ? <p className={css.note}>{words.others(sheet.others)}</p> : null}
      <ErrorNotice error={save.error ?? close.error} />
      <div className={css.bar}>
        <span className={css.counts} role="status">
          <strong>{words.counts(present, listed.length)}</strong>
          <span className={css.soft}>
            {marks.size ? words.unsaved(marks.size) : listed.length ? words.allSaved : ''}
          </span>
        </span>
        <Button size="large" disabled={silent === 0} onClick={open.markAll}>
          {words.allPresent}
        </Button>
        <Button
          size="large"
          type="primary"
          disabled={marks.size === 0}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {words.save}
        </Button>
        <Popconfirm title={words.close} description={words.closeSure(silent)} onConfirm={() => close.mutate()}>
          <Button size="large" disabled={!listed.length} loading={close.isPending}>
            {words.close}
          </Button>
        </Popconfirm>
      </div>
    </Section>
  )
}
