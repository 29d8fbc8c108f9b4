import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { type ExportKind, exportKinds, FREE_PEOPLE, SHORTEST_PURPOSE } from '#modules/people/search/export/rules.ts'
import { kindWords } from '#modules/people/search/export/words.ts'
import { Refused } from '#platform/client.ts'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useLanguage, useSay } from '../../../ui/language/language.ts'
import { useMay } from '../../shell/session/me.ts'
import type { PeopleColumns } from '../columns/use-people-columns.tsx'
import { useListAddress } from '../list/use-list-address.ts'
import { referenceRule } from '../person/acts/reference-rule.ts'
import { EXPORTS } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import css from './export-people.module.css'
import type { Chosen } from './use-people-selection.ts'

type ExportPeopleProps = { chosen: Chosen; count: number; columns: PeopleColumns; onClose: () => void }
type Typed = { kind: ExportKind; purpose: string; reference?: string; isWhole?: boolean }

/** The list as a spreadsheet: the columns shown, in the order seen. A long one, or one with whole numbers, is asked for. */
export function ExportPeople({ chosen, count, columns, onClose }: ExportPeopleProps) {
  const words = usePeopleWords()
  const may = useMay()
  const [isWhole, setWhole] = useState(false)
  const { save, ask } = useExport({ chosen, columns, onClose })
  const isRefused = save.error instanceof Refused && save.error.code === 'people.approval_needed'
  const isAsked = count > FREE_PEOPLE || isWhole || isRefused
  return (
    <FormDialog<Typed>
      title={words.exportMany(count)}
      onClose={onClose}
      act={isAsked && !isRefused ? ask : isRefused ? { ...ask, error: ask.error ?? save.error } : save}
      submitLabel={isAsked ? words.exportAsk : words.exportNow}
      onChange={(changed) => setWhole(changed.isWhole ?? isWhole)}
    >
      <p className={css.line}>{words.exportColumns(columns.shown.length)}</p>
      <ul className={css.columns}>
        {columns.shown.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ul>
      {may('people.reveal') ? (
        <Form.Item name="isWhole" valuePropName="checked" extra={isWhole ? null : words.exportMasked}>
          <Checkbox>{words.exportWhole}</Checkbox>
        </Form.Item>
      ) : null}
      <Cause />
      <Form.Item
        name="purpose"
        label={words.exportReason}
        extra={words.exportAudited}
        rules={[{ required: true, whitespace: true, min: SHORTEST_PURPOSE, message: words.exportReasonNeeded }]}
      >
        <Input maxLength={200} placeholder={words.exportReasonExample} />
      </Form.Item>
      {isAsked ? <p role="status">{count > FREE_PEOPLE ? words.exportSecond : words.exportSomeone}</p> : null}
    </FormDialog>
  )
}

/** What the trail keeps of the purpose: a kind, and a file number where there is one. */
function Cause() {
  const words = usePeopleWords()
  const say = useSay()
  return (
    <>
      <Form.Item name="kind" label={words.exportKind} rules={[{ required: true, message: words.exportKindNeeded }]}>
        <Select options={exportKinds.map((value) => ({ value, label: say(kindWords[value]) }))} />
      </Form.Item>
      <Form.Item
        name="reference"
        label={words.exportReference}
        extra={words.exportReferenceHint}
        rules={[referenceRule(words.exportReferenceWrong)]}
      >
        <Input maxLength={20} />
      </Form.Item>
    </>
  )
}

function useExport({ chosen, columns, onClose }: Omit<ExportPeopleProps, 'count'>) {
  const words = usePeopleWords()
  const lang = useLanguage()
  const { search } = useListAddress()
  const list = {
    selection: chosen,
    sort: search.sort ?? 'birthOn',
    descending: search.descending ?? false,
    columns: columns.shown.map(({ key }) => key),
    lang,
  }
  const save = useAct(({ isWhole: _whole, ...typed }: Typed) => api.peopleExports.exportPeople({ ...list, ...typed }), {
    said: words.exported,
    onDone: (file) => {
      saveFile(file)
      onClose()
    },
  })
  const ask = useAct(
    ({ isWhole, ...typed }: Typed) => api.peopleExports.requestExport({ ...list, ...typed, isWhole: isWhole === true }),
    { said: words.exportAsked, refresh: [EXPORTS], onDone: onClose },
  )
  return { save, ask }
}
