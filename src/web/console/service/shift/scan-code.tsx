import { Button, Form } from 'antd'
import { useRef, useState } from 'react'
import { plainCode } from '#modules/gatherings/person-codes/rules.ts'
import { api } from '../../../api.ts'
import { Scanner } from '../../../camera/scanner.tsx'
import { signal } from '../../../camera/signal.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import css from '../../gatherings/sheet/card-scan.module.css'
import { useCardScanWords } from '../../gatherings/words.ts'
import { SERVICE, type ShiftRecord } from '../queries.ts'
import { useShiftWords } from '../words.ts'

/** A scanner types like a keyboard and ends with Enter; the dialog stays open for the next card. */
export function ScanCode({ record, onClose }: { record: ShiftRecord; onClose: () => void }) {
  const words = useShiftWords()
  const camera = useCardScanWords()
  const [form] = Form.useForm<{ code: string }>()
  const [last, setLast] = useState('')
  const [isScanning, setScanning] = useState(false)
  const seen = useRef(new Set<string>())
  const scan = useAct(({ code }: { code: string }) => api.checking.scanCode({ id: record.id, code }), {
    refresh: [SERVICE],
    onDone: ({ name, done, minutes }) => {
      signal('good')
      form.resetFields()
      setLast(done === 'in' ? words.scannedIn(name) : words.scannedOut(name, minutes ?? 0))
    },
  })
  const see = (text: string) => {
    const code = plainCode(text)
    if (!code) return setLast(camera.notACard)
    // In and at once out again by a shaking hand would lose the visit: while the camera is open a card counts once.
    if (!seen.current.has(code)) scan.mutate({ code })
    seen.current.add(code)
  }
  const turnCamera = () => {
    seen.current.clear()
    setScanning(!isScanning)
  }
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
      <Button aria-expanded={isScanning} onClick={turnCamera}>
        {isScanning ? camera.stop : camera.scan}
      </Button>
      {isScanning ? <Scanner words={camera} className={css.camera} onSeen={see} /> : null}
    </FormDialog>
  )
}
