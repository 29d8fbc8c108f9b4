import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { PlacePicker } from '../../places/place-picker.tsx'
import { MESSAGES } from '../queries.ts'
import { useMessageWords } from '../words.ts'

type Typed = { person?: string | null; under?: string | null; text: string }
type Preview = Awaited<ReturnType<typeof api.messages.previewNotice>>

const audienceOf = ({ person, under }: Typed) => ({
  personIds: person ? [person] : [],
  ...(under ? { under } : {}),
})

/** A notice is seen before it leaves: how many by telephone, how many on paper, and when. */
export function SendNotice({ onClose }: { onClose: () => void }) {
  const words = useMessageWords()
  const [key] = useState(() => crypto.randomUUID())
  const [seen, setSeen] = useState<Preview>()
  const preview = useMutation({
    mutationFn: (typed: Typed) => api.messages.previewNotice(audienceOf(typed)),
    onSuccess: setSeen,
  })
  const send = useAct((typed: Typed) => api.messages.sendNotice({ ...audienceOf(typed), text: typed.text, key }), {
    said: ({ sms, paper }) => words.sent(sms, paper),
    refresh: [MESSAGES],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed>
      title={words.send}
      onClose={onClose}
      act={seen ? send : preview}
      submitLabel={seen ? words.sendNow : words.next}
      onChange={() => setSeen(undefined)}
    >
      <Form.Item label={words.people} name="person">
        <PersonPicker />
      </Form.Item>
      <Form.Item label={words.place} name="under" extra={words.placeHint}>
        <PlacePicker />
      </Form.Item>
      <Form.Item
        label={words.noticeText}
        name="text"
        extra={words.noticeHint}
        rules={[{ required: true, min: 5, message: words.noticeText }]}
      >
        <Input.TextArea maxLength={300} showCount autoSize={{ minRows: 3 }} />
      </Form.Item>
      {seen ? <Seen preview={seen} /> : null}
    </FormDialog>
  )
}

function Seen({ preview }: { preview: Preview }) {
  const words = useMessageWords()
  const times = useTimes()
  const [seenAt] = useState(() => Date.now())
  const isLater = Date.parse(preview.sendsAt) - seenAt > 60_000
  const lines = [
    words.preview(preview.sms, preview.paper, preview.withheld),
    preview.hasGateway ? (isLater && preview.sms ? words.sendsAt(times.minute(preview.sendsAt)) : '') : words.noGateway,
  ]
  return <Alert type="info" showIcon title={lines.filter(Boolean).join(' ')} role="status" style={{ marginTop: 24 }} />
}
