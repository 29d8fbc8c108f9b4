import { Form } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { ACCOUNTS, type AccountLine } from '../queries.ts'
import { useAdministrationWords } from '../requests/words.ts'

const REASONS = ['left', 'moved', 'other'] as const
type Typed = { reason: (typeof REASONS)[number] }

/** Closing is for good, so it is asked with its reason: the closed accounts are the county's list of leavers. */
export function CloseAccount({ account, onClose }: { account: AccountLine; onClose: () => void }) {
  const words = useAdministrationWords()
  const close = useAct(({ reason }: Typed) => api.accounts.closeAccount({ id: account.id, reason }), {
    said: words.closed,
    refresh: [ACCOUNTS],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed>
      title={words.closeTitle(account.name)}
      onClose={onClose}
      act={close}
      initial={{ reason: 'left' }}
      submitLabel={words.close}
      danger
    >
      <p style={{ margin: '0 0 16px' }}>{words.closeNote}</p>
      <Form.Item label={words.closeReason} name="reason">
        <PlainSelect
          label={words.closeReason}
          options={REASONS.map((reason) => ({ value: reason, label: words.closeReasons[reason] }))}
        />
      </Form.Item>
    </FormDialog>
  )
}
