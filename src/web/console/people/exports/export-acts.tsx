import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { type Fact, Facts } from '../../../ui/page/facts.tsx'
import { EXPORTS, type ExportLine } from '../queries.ts'
import css from './exports.module.css'
import { useColumnTitles } from './use-column-titles.ts'
import { useExportsWords } from './words.ts'

/** What this reader can do with one export: decide a colleague's, fetch or take back one's own. */
export function ExportActs({ line }: { line: ExportLine }) {
  const words = useExportsWords()
  const [open, setOpen] = useState<'approve' | 'refuse' | null>(null)
  const { id, can } = line
  const fetched = useAct(() => api.peopleExports.fetchExport({ id }), { refresh: [EXPORTS], onDone: saveFile })
  const back = useAct(() => api.peopleExports.withdrawExport({ id }), { refresh: [EXPORTS], said: words.withdrawn })
  return (
    <span className={css.acts}>
      {can.decide ? (
        <>
          <Button size="small" type="primary" onClick={() => setOpen('approve')}>
            {words.approve}
          </Button>
          <Button size="small" onClick={() => setOpen('refuse')}>
            {words.refuse}
          </Button>
        </>
      ) : null}
      {can.fetch ? (
        <Button size="small" type="primary" loading={fetched.isPending} onClick={() => fetched.mutate()}>
          {words.fetch}
        </Button>
      ) : null}
      {can.withdraw ? (
        <Button size="small" loading={back.isPending} onClick={() => back.mutate()}>
          {words.withdraw}
        </Button>
      ) : null}
      <ErrorNotice error={fetched.error ?? back.error} />
      {open === 'approve' ? <Approve line={line} onClose={() => setOpen(null)} /> : null}
      {open === 'refuse' ? <Refuse line={line} onClose={() => setOpen(null)} /> : null}
    </span>
  )
}

type DecideProps = { line: ExportLine; onClose: () => void }
type Typed = { note?: string }

function Approve({ line, onClose }: DecideProps) {
  const words = useExportsWords()
  const { enumerate } = usePunctuation()
  const titleOf = useColumnTitles()
  const act = useAct(({ note = '' }: Typed) => api.peopleExports.approveExport({ id: line.id, note }), {
    said: words.approved,
    refresh: [EXPORTS],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed> title={words.approveTitle} onClose={onClose} act={act} submitLabel={words.approve}>
      <p style={{ marginBottom: 16 }}>{words.approveLead(line.requestedBy, line.people)}</p>
      <Facts items={factsOf(line, words, enumerate(line.columns.map(titleOf)))} />
      <Form.Item name="note" label={words.note} extra={words.noteHint}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}

/** Everything a second person has to weigh. */
function factsOf(line: ExportLine, words: ReturnType<typeof useExportsWords>, columns: string): Fact[] {
  return [
    { label: words.purpose, value: line.purpose, wide: true },
    ...(columns ? [{ label: words.columns(line.columns.length), value: columns, wide: true }] : []),
    ...(line.isWhole ? [{ label: words.whole, value: words.wholeMeans, wide: true }] : []),
  ]
}

function Refuse({ line, onClose }: DecideProps) {
  const words = useExportsWords()
  const act = useAct(({ note = '' }: Typed) => api.peopleExports.refuseExport({ id: line.id, note }), {
    said: words.refused,
    refresh: [EXPORTS],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed> title={words.refuseTitle} onClose={onClose} act={act} submitLabel={words.refuse} danger>
      <Form.Item
        name="note"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: words.reasonNeeded }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
