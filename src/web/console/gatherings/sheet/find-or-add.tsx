import { Button, Input } from 'antd'
import { useState } from 'react'
import { plainCode } from '#modules/gatherings/person-codes/rules.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { usePeopleFound } from '../../shell/top/use-people-found.ts'
import { GATHERINGS, type GatheringRecord } from '../queries.ts'
import { useCardScanWords, useSheetWords } from '../words.ts'
import { CardScan } from './card-scan.tsx'
import type { Listed } from './marks.ts'
import css from './sheet.module.css'

type FindOrAddProps = {
  record: GatheringRecord
  listed: readonly Listed[]
  text: string
  onText: (text: string) => void
  onAdd: (one: Pick<Listed, 'personId' | 'name' | 'community'>) => void
}

/** One box for names and for codes: a scanner types the code and Enter; a name finds who is on the sheet, and who is not. */
export function FindOrAdd({ record, listed, text, onText, onAdd }: FindOrAddProps) {
  const words = useSheetWords()
  const scan = useCardScanWords()
  const [said, setSaid] = useState('')
  const [isScanning, setScanning] = useState(false)
  const byCode = useAct((typed: string) => api.attendance.markByCode({ id: record.id, typed }), {
    refresh: [GATHERINGS],
    onDone: ({ name, isAgain }) => {
      setSaid(isAgain ? words.codeAgain(name) : words.codeMarked(name))
      onText('')
    },
  })
  const enter = () => {
    if (plainCode(text)) byCode.mutate(text)
  }
  return (
    <>
      <div className={css.find}>
        <Input
          size="large"
          value={text}
          onChange={(event) => {
            setSaid('')
            byCode.reset()
            onText(event.target.value)
          }}
          onPressEnter={enter}
          placeholder={words.findHint}
          aria-label={words.find}
          allowClear
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="go"
        />
        {plainCode(text) ? (
          <Button size="large" loading={byCode.isPending} onClick={enter}>
            {words.typedCode}
          </Button>
        ) : null}
        <Button size="large" aria-expanded={isScanning} onClick={() => setScanning(!isScanning)}>
          {isScanning ? scan.stop : scan.scan}
        </Button>
      </div>
      {isScanning ? <CardScan record={record} /> : null}
      <p className={said ? css.said : 'visually-hidden'} role="status">
        {said}
      </p>
      <ErrorNotice error={byCode.error} />
      {text.trim() ? <Strangers listed={listed} text={text} onAdd={onAdd} onText={onText} /> : null}
    </>
  )
}

/** Who of the county is meant, though they did not sign up. */
function Strangers({ listed, text, onAdd, onText }: Omit<FindOrAddProps, 'record'>) {
  const words = useSheetWords()
  const { q, found } = usePeopleFound(text)
  const known = new Set(listed.map(({ personId }) => personId))
  const people = (found.data?.items ?? []).filter(({ id }) => !known.has(id))
  const isHere = listed.some(({ name }) => name.includes(text))
  if (!q || found.isPending) return null
  if (!people.length) return isHere || plainCode(text) ? null : <p className={css.note}>{words.nobodyFound}</p>
  return (
    <ul className={css.found}>
      {people.map(({ id, name, community, unit }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => {
              onAdd({ personId: id, name, community: community ?? null })
              onText('')
            }}
          >
            {words.addWalkIn(name)} <span className={css.soft}>{[community, unit].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
