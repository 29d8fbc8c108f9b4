import { Form, Input } from 'antd'
import type { CodeTable } from '#modules/people/codes/code-table.ts'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { codesOf } from '#modules/people/fields/tables.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useLanguage } from '../../../ui/language/language.ts'
import { UnitPicker } from '../../units/unit-picker.tsx'
import type { Batch, RowLine } from '../queries.ts'
import { useImportsWords } from '../words.ts'

type Planned = NonNullable<RowLine['record']>
type Values = Record<string, string | undefined> & { unitId?: string }
type EditRowProps = { batch: Batch; row: RowLine; record: Planned; onClose: () => void }

/** The fields in which rosters go wrong. The rest is corrected on the person's own page. */
const FIELDS = ['name', 'idNumber', 'birthOn', 'gender', 'kind', 'workStartedOn', 'retiredOn', 'post'] as const

/** A correction of one row in place: it is judged again at once, the cells of the file stay as they were. */
export function EditRow({ batch, row, record, onClose }: EditRowProps) {
  const words = useImportsWords()
  const language = useLanguage()
  const save = useAct(
    (values: Values) =>
      api.rosterImport.editImportRow({ id: batch.id, seq: row.seq, record: corrected(record, values) }),
    {
      refresh: [['imports', batch.id]],
      onDone: onClose,
    },
  )
  const initial = Object.fromEntries(FIELDS.map((key) => [key, textOf(record.values[key])]))
  const unit = record.unitId ? { value: record.unitId, label: record.unitName ?? '' } : null
  return (
    <FormDialog<Values>
      title={words.editTitle(row.name ?? '')}
      onClose={onClose}
      act={save}
      initial={{ ...initial, ...(record.unitId ? { unitId: record.unitId } : {}) }}
    >
      {FIELDS.map((key) => {
        const field = fieldOf(key)
        const codes = field && codesOf(field)
        return (
          <Form.Item key={key} name={key} label={field?.[language]}>
            {codes ? (
              <PlainSelect label={field?.[language] ?? key} any={words.empty} options={optionsOf(codes, language)} />
            ) : (
              <Input />
            )}
          </Form.Item>
        )
      })}
      <Form.Item name="unitId" label={fieldOf('unitText')?.[language]}>
        <UnitPicker current={unit} />
      </Form.Item>
    </FormDialog>
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function optionsOf(table: CodeTable<string>, language: 'zh' | 'en') {
  return table.codes.map((code) => ({ value: code, label: table.words.get(code)?.[language] ?? code }))
}

/** The row as corrected: an emptied field is gone, what the form does not show stays. */
function corrected(record: Planned, { unitId, ...typed }: Values) {
  const values = { ...record.values }
  for (const key of FIELDS) {
    const text = typed[key]?.trim()
    if (text) values[key] = text
    else delete values[key]
  }
  const { phones, placeCode, isDeceased } = record
  return { values, phones, placeCode, isDeceased, unitId: unitId ?? null }
}
