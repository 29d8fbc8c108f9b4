import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useLanguage } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { treeQuery } from '../../places/queries.ts'
import { SERVICE, type ServiceLedger } from '../queries.ts'
import { useServiceLedgerWords } from '../words.ts'

type ActsProps = { month: string; place: string | undefined; ledger: ServiceLedger }

export function LedgerActs({ month, place, ledger }: ActsProps) {
  const words = useServiceLedgerWords()
  const lang = useLanguage()
  const print = useAct(
    (format: 'xlsx' | 'pdf') =>
      api.serviceLedger.printServiceLedger({ month, ...(place ? { place } : {}), format, lang }),
    { onDone: saveFile },
  )
  return (
    <>
      <ErrorNotice error={print.error} />
      {ledger.can.close ? <CloseMonth month={month} place={place} /> : null}
      <Button loading={print.isPending} onClick={() => print.mutate('xlsx')}>
        {words.printXlsx}
      </Button>
      <Button type="primary" loading={print.isPending} onClick={() => print.mutate('pdf')}>
        {words.printPdf}
      </Button>
    </>
  )
}

/** The county's own book where no place is chosen. */
function CloseMonth({ month, place }: { month: string; place: string | undefined }) {
  const words = useServiceLedgerWords()
  const times = useTimes()
  const tree = useQuery(treeQuery)
  const county = tree.data?.items.find(({ level }) => level === 'county')?.code
  const own = place ?? county
  const close = useAct(() => api.serviceLedger.closeServiceLedger({ month, place: own ?? '' }), {
    said: words.closed,
    refresh: [SERVICE],
  })
  return (
    <>
      <ErrorNotice error={close.error} />
      <Popconfirm title={words.closeSure(times.month(month))} onConfirm={() => close.mutate()} disabled={!own}>
        <Button disabled={!own} loading={close.isPending}>
          {words.close}
        </Button>
      </Popconfirm>
    </>
  )
}
