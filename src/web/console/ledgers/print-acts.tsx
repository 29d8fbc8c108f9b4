import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Refused } from '#platform/client.ts'
import { api } from '../../api.ts'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { saveFile } from '../../ui/control/save-file.ts'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { useLanguage } from '../../ui/language/language.ts'
import { AskForLedger } from './ask-for-ledger.tsx'
import css from './entries.module.css'
import { cutOf } from './queries.ts'
import { useLedgerWords } from './words.ts'

const route = getRouteApi('/shell/ledgers/people')
const papers = [
  { value: 'A4', label: 'A4' },
  { value: 'A3', label: 'A3' },
] as const

/** The book on paper: what is seen, laid out for A4 or A3. */
export function PrintActs() {
  const words = useLedgerWords()
  const lang = useLanguage()
  const search = route.useSearch()
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4')
  const print = useAct(
    (format: 'xlsx' | 'pdf') => api.personLedger.printPersonLedger({ ...cutOf(search), format, paper, lang }),
    { onDone: saveFile },
  )
  const isAsked = print.error instanceof Refused && print.error.code === 'people.approval_needed'
  return (
    <div className={css.print}>
      <PlainSelect label={words.paper} options={papers} value={paper} onChange={(value) => setPaper(value ?? 'A4')} />
      <Button loading={print.isPending && print.variables === 'xlsx'} onClick={() => print.mutate('xlsx')}>
        {words.xlsx}
      </Button>
      <Button type="primary" loading={print.isPending && print.variables === 'pdf'} onClick={() => print.mutate('pdf')}>
        {words.pdf}
      </Button>
      {isAsked && print.variables ? (
        <AskForLedger format={print.variables} paper={paper} onClose={print.reset} />
      ) : (
        <ErrorNotice error={print.error} />
      )}
    </div>
  )
}
