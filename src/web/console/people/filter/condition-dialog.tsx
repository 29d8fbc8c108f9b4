import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Condition } from '#modules/people/search/contract.ts'
import { useFocusBack } from '../../../ui/form/use-focus-back.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { usePeopleWords } from '../words.ts'
import css from './condition-dialog.module.css'
import { isComplete } from './condition-draft.ts'
import { ConditionRow } from './condition-row.tsx'

/** A line in which no field is chosen yet. */
const blank: Condition = { field: '', op: 'filled', value: null }

/** The builder: every field of the record and a few besides, joined by "and". Unfinished lines are left out. */
export function ConditionDialog({ onClose }: { onClose: () => void }) {
  useFocusBack()
  const words = usePeopleWords()
  const kit = useKitWords()
  const { conditions, setConditions } = useListAddress()
  const [drafts, setDrafts] = useState<Condition[]>(conditions.length ? conditions : [blank])
  const put = (at: number, draft: Condition) => setDrafts(drafts.map((one, index) => (index === at ? draft : one)))
  const apply = () => {
    setConditions(drafts.filter(isComplete))
    onClose()
  }
  return (
    <Modal
      title={words.conditions}
      open
      onCancel={onClose}
      width={760}
      style={{ top: 48 }}
      footer={
        <>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button type="primary" onClick={apply}>
            {words.applyConditions}
          </Button>
        </>
      }
    >
      <p className={css.lead}>{words.conditionsLead}</p>
      <ul className={css.rows}>
        {drafts.map((draft, index) => (
          <li key={index}>
            <ConditionRow
              number={index + 1}
              draft={draft}
              onChange={(next) => put(index, next)}
              onRemove={() => setDrafts(drafts.filter((_one, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <Button onClick={() => setDrafts([...drafts, blank])}>{words.addCondition}</Button>
    </Modal>
  )
}
