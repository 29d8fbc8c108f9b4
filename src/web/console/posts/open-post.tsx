import { Form, Input } from 'antd'
import { postKinds } from '#modules/volunteering/codes/index.ts'
import { api } from '../../api.ts'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { PlacePicker } from '../places/place-picker.tsx'
import { VOLUNTEERING } from '../teams/queries.ts'
import { usePostsWords } from './words.ts'

type Typed = { kind: keyof typeof postKinds; placeCode: string; duties?: string }

export function OpenPost({ onClose }: { onClose: () => void }) {
  const words = usePostsWords()
  const kit = useKitWords()
  const say = useSay()
  const open = useAct(({ duties, ...typed }: Typed) => api.posts.openPost({ ...typed, duties: duties || null }), {
    said: words.opened,
    refresh: [VOLUNTEERING],
    onDone: onClose,
  })
  const kinds = Object.entries(postKinds).map(([value, name]) => ({ value, label: say(name) }))
  return (
    <FormDialog<Typed>
      title={words.open}
      onClose={onClose}
      act={open}
      submitLabel={words.open}
      initial={{ kind: 'building_head' }}
    >
      <Form.Item label={words.kind} name="kind">
        <PlainSelect label={words.kind} options={kinds} />
      </Form.Item>
      <Form.Item
        label={words.building}
        name="placeCode"
        rules={[{ required: true, message: kit.required(words.building) }]}
      >
        <PlacePicker label={words.building} />
      </Form.Item>
      <Form.Item label={words.duties} name="duties">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
