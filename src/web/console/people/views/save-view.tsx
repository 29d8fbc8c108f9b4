import { Checkbox, Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { type SavedView, viewsQuery } from '../queries.ts'
import { usePeopleWords } from '../words.ts'

type SaveViewProps = { current: SavedView | undefined; definition: SavedView['definition']; onClose: () => void }
type Typed = { name: string; isShared?: boolean; isDefault?: boolean }

/** Keeps the present list under a name; one's own view of that name is written over. */
export function SaveView({ current, definition, onClose }: SaveViewProps) {
  const words = usePeopleWords()
  const kit = useKitWords()
  const { change } = useListAddress()
  const save = useAct(
    ({ name, isShared = false, isDefault = false }: Typed) =>
      api.search.saveView({ name: name.trim(), isShared, isDefault, definition }),
    {
      said: words.viewSaved,
      refresh: [viewsQuery.queryKey],
      onDone: ({ id }) => {
        change({ view: id, columns: definition.columns.join(',') })
        onClose()
      },
    },
  )
  return (
    <FormDialog<Typed>
      title={words.saveView}
      onClose={onClose}
      act={save}
      initial={current?.isMine ? { name: current.name, isShared: current.isShared, isDefault: current.isDefault } : {}}
    >
      <Form.Item
        name="name"
        label={words.viewName}
        extra={words.viewNameHint}
        rules={[{ required: true, whitespace: true, message: kit.required(words.viewName) }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="isShared" valuePropName="checked">
        <Checkbox>{words.shareView}</Checkbox>
      </Form.Item>
      <Form.Item name="isDefault" valuePropName="checked">
        <Checkbox>{words.defaultView}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
