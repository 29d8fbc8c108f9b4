import { Form } from 'antd'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { TagInput } from '../../fields/tag-input.tsx'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'

type Typed = { tags: string[] }

export function TagPerson({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const words = usePersonWords()
  const tag = useAct(
    ({ tags }: Typed) =>
      api.search.tagPeople({
        selection: { ids: [person.id] },
        add: tags.filter((one) => !person.tags.includes(one)),
        remove: person.tags.filter((one) => !tags.includes(one)),
      }),
    { said: words.saved, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={words.tagOf(person.name)} onClose={onClose} act={tag} initial={{ tags: person.tags }}>
      <Form.Item name="tags" label={words.tags} extra={words.tagsHint}>
        <TagInput />
      </Form.Item>
    </FormDialog>
  )
}
