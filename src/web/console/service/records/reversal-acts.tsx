import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { SERVICE, type ServiceRecord } from '../queries.ts'
import css from '../service.module.css'
import { ReasonField } from '../shift/fields.tsx'
import { Once } from '../shift/once.tsx'
import { useRecordsWords } from '../words.ts'

/** One asks, another decides; the record itself never goes. */
export function ReversalActs({ one }: { one: ServiceRecord }) {
  const words = useRecordsWords()
  const [isAsking, setAsking] = useState(false)
  const id = one.reversal?.id ?? ''
  const decide = (isAgreed: boolean) => () => api.serviceRecords.decideReversal({ id, isAgreed })
  return (
    <div className={css.acts}>
      {one.can.ask ? (
        <Button size="small" onClick={() => setAsking(true)} aria-label={`${words.ask} · ${one.name}`}>
          {words.ask}
        </Button>
      ) : null}
      {one.can.decide ? (
        <>
          <Once label={words.agree} name={one.name} act={decide(true)} said={words.agreed} />
          <Once label={words.decline} name={one.name} act={decide(false)} said={words.declined} />
        </>
      ) : null}
      {isAsking ? <AskReversal one={one} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

function AskReversal({ one, onClose }: { one: ServiceRecord; onClose: () => void }) {
  const words = useRecordsWords()
  const ask = useAct(({ reason }: { reason: string }) => api.serviceRecords.askReversal({ id: one.id, reason }), {
    said: words.askDone,
    refresh: [SERVICE],
    onDone: onClose,
  })
  return (
    <FormDialog<{ reason: string }>
      title={words.askSure(one.name)}
      submitLabel={words.ask}
      danger
      onClose={onClose}
      act={ask}
    >
      <p>{words.askHint}</p>
      <ReasonField />
    </FormDialog>
  )
}
