import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Refused } from '#platform/client.ts'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useLanguage } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { NEEDS } from '../queries.ts'
import type { NeedLedger, NeedLedgerSearch } from './queries.ts'
import { useNeedLedgerWords } from './words.ts'

/** The book on paper, and the closing of its month. */
export function LedgerActs({ ledger, search }: { ledger: NeedLedger; search: NeedLedgerSearch }) {
  const words = useNeedLedgerWords()
  const lang = useLanguage()
  const times = useTimes()
  const [isAsking, setAsking] = useState(false)
  const cut = { month: ledger.month, ...(search.place ? { place: search.place } : {}) }
  const print = useAct((format: 'xlsx' | 'pdf') => api.needLedger.printNeedLedger({ ...cut, format, lang }), {
    onDone: saveFile,
  })
  const close = useAct(() => api.needLedger.closeNeedMonth(cut), {
    said: words.closed,
    refresh: [NEEDS],
    onDone: () => setAsking(false),
  })
  const isTooMany = print.error instanceof Refused && print.error.code === 'people.approval_needed'
  return (
    <>
      {ledger.can.close ? <Button onClick={() => setAsking(true)}>{words.close}</Button> : null}
      <Button loading={print.isPending && print.variables === 'xlsx'} onClick={() => print.mutate('xlsx')}>
        {words.xlsx}
      </Button>
      <Button type="primary" loading={print.isPending && print.variables === 'pdf'} onClick={() => print.mutate('pdf')}>
        {words.pdf}
      </Button>
      {isTooMany ? <p role="alert">{words.tooMany}</p> : <ErrorNotice error={print.error} />}
      <Modal
        title={words.closeOf(times.month(ledger.month))}
        open={isAsking}
        onCancel={() => setAsking(false)}
        onOk={() => close.mutate()}
        okText={words.close}
        confirmLoading={close.isPending}
      >
        <p>{words.closeHint}</p>
        <ErrorNotice error={close.error} />
      </Modal>
    </>
  )
}
