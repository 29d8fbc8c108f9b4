import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TagInput } from '../fields/tag-input.tsx'
import { PEOPLE } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import type { Chosen } from './use-people-selection.ts'

type TagPeopleProps = { chosen: Chosen; count: number; onClose: () => void }
type Typed = { add?: string[]; remove?: string[] }

/** Tags for many at once; each record keeps a line of history. */
export function TagPeople({ chosen, count, onClose }: TagPeopleProps) {
  const words = usePeopleWords()
  const tag = useAct(({ add = [], remove = [] }: Typed) => api.search.tagPeople({ selection: chosen, add, remove }), {
    said: ({ changed }) => words.tagged(changed),
    refresh: [PEOPLE],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed> title={words.tagMany(count)} onClose={onClose} act={tag} submitLabel={words.tagNow(count)}>
      <Form.Item name="add" label={words.addTags} extra={words.tagsHint}>
        <TagInput />
      </Form.Item>
      <Form.Item name="remove" label={words.removeTags}>
        <TagInput />
      </Form.Item>
    </FormDialog>
  )
}
