import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { MESSAGES, settingsQuery } from '../queries.ts'
import { useMessageWords } from '../words.ts'

type Typed = { quietFrom: string; quietTo: string }

/** When nothing is sent, and whether anything can be. */
export function QuietHours() {
  const words = useMessageWords()
  const settings = useQuery(settingsQuery)
  const [isChanging, setChanging] = useState(false)
  const save = useAct((typed: Typed) => api.messageSettings.setQuietHours(typed), {
    said: words.saved,
    refresh: [MESSAGES],
    onDone: () => setChanging(false),
  })
  if (!settings.data) return null
  const { quietFrom, quietTo, hasGateway, can } = settings.data
  const change = can.change ? (
    <Button size="small" onClick={() => setChanging(true)}>
      {words.change}
    </Button>
  ) : null
  const said = [hasGateway ? '' : words.noGateway, words.quietNote(quietFrom, quietTo)].filter(Boolean).join(' ')
  return (
    <>
      <Alert type={hasGateway ? 'info' : 'warning'} showIcon title={said} action={change} />
      {isChanging ? (
        <FormDialog<Typed>
          title={words.quiet}
          onClose={() => setChanging(false)}
          act={save}
          initial={{ quietFrom, quietTo }}
        >
          <Form.Item label={words.quietFrom} name="quietFrom">
            <Input type="time" style={{ maxWidth: 160 }} />
          </Form.Item>
          <Form.Item label={words.quietTo} name="quietTo">
            <Input type="time" style={{ maxWidth: 160 }} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  )
}
