import { Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { SERVICE, type ShiftRecord } from '../queries.ts'
import { useShiftWords } from '../words.ts'

/** A scanner types like a keyboard and ends with Enter; the dialog stays open for the next card. */
export function ScanCode({ record, onClose }: { record: ShiftRecord; onClose: () => void }) {
  const words = useShiftWords()
  const [form] = Form.useForm<{ code: string }>()
  const [last, setLast] = useState('')
  const scan = useAct(({ code }: { code: string }) => api.checking.scanCode({ id: record.id, code }), {
    refresh: [SERVICE],
    onDone: ({ name, done, minutes }) => {
      form.resetFields()
      setLast(done === 'in' ? words.scannedIn(name) : words.scannedOut(name, minutes ?? 0))
    },
  })
  return (
    <FormDialog<{ code: string }>
      title={`${words.scan} · ${record.title}`}
      submitLabel={`${words.checkIn} / ${words.checkOut}`}
      onClose={onClose}
      act={scan}
      form={form}
    >
      <p>{words.scanHint}</p>
      <TextField label={words.scanCode} name="code" most={20} required />
      <p role="status">{last}</p>
    </FormDialog>
  )
}
