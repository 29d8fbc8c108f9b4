import { getRouteApi } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { SHORTEST_PURPOSE } from '#modules/people/search/export/rules.ts'
import { api } from '../../api.ts'
import { useAct } from '../../ui/feedback/use-act.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useLanguage } from '../../ui/language/language.ts'
import { cutOf } from './queries.ts'
import { useLedgerWords } from './words.ts'

const route = getRouteApi('/shell/ledgers/people')

type AskForLedgerProps = { format: 'xlsx' | 'pdf'; paper: 'A4' | 'A3'; onClose: () => void }
type Typed = { purpose: string }

/** A long book needs a second person; the same cut, format and paper are asked for. */
export function AskForLedger({ format, paper, onClose }: AskForLedgerProps) {
  const words = useLedgerWords()
  const lang = useLanguage()
  const search = route.useSearch()
  const ask = useAct(
    ({ purpose }: Typed) => api.personLedger.requestPersonLedger({ ...cutOf(search), format, paper, lang, purpose }),
    { said: words.asked, refresh: [['exports']], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={words.askTitle} onClose={onClose} act={ask} submitLabel={words.ask}>
      <p style={{ marginBottom: 16 }}>{words.askLead}</p>
      <Form.Item
        name="purpose"
        label={words.purpose}
        extra={words.purposeHint}
        rules={[{ required: true, whitespace: true, min: SHORTEST_PURPOSE, message: words.purposeNeeded }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
