import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../../api.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useMay } from '../../../shell/session/me.ts'
import { PEOPLE } from '../../queries.ts'
import type { CorrectionRead } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'

/** What may be done with the request by whoever looks at it. */
export function Decision({ correction }: { correction: CorrectionRead }) {
  const words = usePrivacyWords()
  const may = useMay()
  const { can } = correction
  if (can.decide) return <Decide correction={correction} />
  if (can.withdraw)
    return (
      <>
        {may('people.approve') ? <p>{words.someoneElse}</p> : null}
        <Withdraw id={correction.id} />
      </>
    )
  return null
}

function Decide({ correction: { id, version } }: { correction: CorrectionRead }) {
  const words = usePrivacyWords()
  const [note, setNote] = useState('')
  const options = { refresh: [PEOPLE] }
  const approve = useAct(() => api.corrections.decideCorrection({ id, approve: true, note, version }), {
    ...options,
    said: words.corrected,
  })
  const refuse = useAct(() => api.corrections.decideCorrection({ id, approve: false, note }), {
    ...options,
    said: words.refused,
  })
  return (
    <Form layout="vertical" style={{ marginTop: 16, maxWidth: 640 }}>
      <Form.Item label={words.decision} htmlFor="decision" extra={words.decisionHint}>
        <Input.TextArea
          id="decision"
          value={note}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form.Item>
      <ErrorNotice error={approve.error ?? refuse.error} />
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
          {words.approveCorrection}
        </Button>
        <Button loading={refuse.isPending} onClick={() => refuse.mutate()}>
          {words.refuse}
        </Button>
      </div>
    </Form>
  )
}

function Withdraw({ id }: { id: string }) {
  const words = usePrivacyWords()
  const withdraw = useAct(() => api.corrections.withdrawCorrection({ id }), {
    refresh: [PEOPLE],
    said: words.withdrawn,
  })
  return (
    <>
      <ErrorNotice error={withdraw.error} />
      <Button style={{ marginTop: 12 }} loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {words.withdraw}
      </Button>
    </>
  )
}
