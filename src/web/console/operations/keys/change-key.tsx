import { Form, Radio } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { KEYS } from './queries.ts'
import { useKeyWords } from './words.ts'

type Wish = { purpose: 'data' | 'index'; profile: 'sm4' | 'aes' }

/** Which key is changed, and what it will be. */
export function ChangeKey({ onClose, onBegun }: { onClose: () => void; onBegun: () => void }) {
  const words = useKeyWords()
  const act = useAct((wish: Wish) => api.keys.changeKey(wish), {
    said: words.begun,
    refresh: [KEYS],
    onDone: () => {
      onBegun()
      onClose()
    },
  })
  const choice = (value: Wish['purpose']) => ({
    value,
    label: words.choiceOf(words.purposes[value], words.purposeHelp[value]),
  })
  return (
    <FormDialog<Wish>
      title={words.change}
      onClose={onClose}
      act={act}
      initial={{ purpose: 'data', profile: 'sm4' }}
      submitLabel={words.begin}
    >
      <p style={{ marginBottom: 16 }}>{words.changeLead}</p>
      <Form.Item name="purpose" label={words.purpose}>
        <Radio.Group vertical options={[choice('data'), choice('index')]} />
      </Form.Item>
      <Form.Item name="profile" label={words.profile} extra={words.afterChange}>
        <Radio.Group
          vertical
          options={(['sm4', 'aes'] as const).map((value) => ({ value, label: words.profiles[value] }))}
        />
      </Form.Item>
    </FormDialog>
  )
}
