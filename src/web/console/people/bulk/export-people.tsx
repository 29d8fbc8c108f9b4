import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useLanguage } from '../../../ui/language/language.ts'
import type { PeopleColumns } from '../columns/use-people-columns.tsx'
import { useListAddress } from '../list/use-list-address.ts'
import { usePeopleWords } from '../words.ts'
import css from './export-people.module.css'
import type { Chosen } from './use-people-selection.ts'

type ExportPeopleProps = { chosen: Chosen; count: number; columns: PeopleColumns; onClose: () => void }
type Typed = { reason?: string }

/** Up to so many may be exported without a reason. */
const FREE = 50
const SHORTEST = 4
/** What every export carries, whatever columns are shown. */
const ALWAYS = ['name', 'age', 'unit', 'street', 'community', 'phone', 'completeness']

/** The list as a spreadsheet, in the order seen. Says beforehand who and what will be in it. */
export function ExportPeople({ chosen, count, columns, onClose }: ExportPeopleProps) {
  const words = usePeopleWords()
  const lang = useLanguage()
  const { search } = useListAddress()
  const isLarge = count > FREE
  const save = useAct(
    ({ reason = '' }: Typed) =>
      api.search.exportPeople({
        selection: chosen,
        sort: search.sort ?? 'birthOn',
        descending: search.descending ?? false,
        columns: columns.fieldKeys,
        reason: reason.trim(),
        lang,
      }),
    {
      said: words.exported,
      onDone: (file) => {
        saveFile(file)
        onClose()
      },
    },
  )
  const own = columns.all.filter(({ key }) => ALWAYS.includes(key))
  const fields = columns.shown.filter(({ key }) => columns.fieldKeys.includes(key))
  return (
    <FormDialog<Typed> title={words.exportMany(count)} onClose={onClose} act={save} submitLabel={words.exportNow}>
      <p className={css.line}>{words.exportColumns(own.length + fields.length)}</p>
      <ul className={css.columns}>
        {[...own, ...fields].map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ul>
      <Form.Item
        name="reason"
        label={words.exportReason}
        extra={isLarge ? words.exportWatermark : words.exportAudited}
        rules={isLarge ? [{ required: true, whitespace: true, min: SHORTEST, message: words.exportReasonNeeded }] : []}
      >
        <Input maxLength={200} placeholder={words.exportReasonExample} />
      </Form.Item>
    </FormDialog>
  )
}
