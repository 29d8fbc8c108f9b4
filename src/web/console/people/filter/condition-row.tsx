import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import { Select } from 'antd'
import type { Condition } from '#modules/people/search/contract.ts'
import { IconButton } from '../../../ui/control/icon-button.tsx'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePeopleWords } from '../words.ts'
import css from './condition-dialog.module.css'
import { withField, withOp } from './condition-draft.ts'
import { ConditionValue } from './condition-value.tsx'
import { opWord } from './condition-words.ts'
import { type FilterField, filterFieldOf, filterFields } from './filter-fields.ts'

type ConditionRowProps = {
  number: number
  draft: Condition
  onChange: (draft: Condition) => void
  onRemove: () => void
}

export function ConditionRow({ number, draft, onChange, onRemove }: ConditionRowProps) {
  const words = usePeopleWords()
  const say = useSay()
  const choices = useFieldChoices()
  const field = filterFieldOf(draft.field)
  return (
    <div className={css.row} role="group" aria-label={words.conditionNumber(number)}>
      <Select
        className={css.field ?? ''}
        aria-label={words.conditionField}
        value={draft.field || null}
        placeholder={words.conditionField}
        options={choices}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(key: string) => onChange(withField(key))}
      />
      {field ? (
        <>
          <PlainSelect
            label={words.conditionOp}
            options={field.ops.map((op) => ({ value: op, label: say(opWord(field, op)) }))}
            value={draft.op}
            onChange={(op) => op && onChange(withOp(draft, op))}
          />
          <div className={css.value}>
            <ConditionValue field={field} draft={draft} onChange={(value) => onChange({ ...draft, value })} />
          </div>
        </>
      ) : (
        <span className={css.later}>{words.conditionLater}</span>
      )}
      <IconButton label={words.dropCondition(number)} icon={<DeleteOutlined />} onClick={onRemove} />
    </div>
  )
}

function useFieldChoices() {
  const say = useSay()
  const groups = new Map<string, FilterField[]>()
  for (const field of filterFields) groups.set(say(field.group), [...(groups.get(say(field.group)) ?? []), field])
  return [...groups].map(([label, fields]) => ({
    label,
    options: fields.map((field) => ({ value: field.key, label: say(field.label) })),
  }))
}
