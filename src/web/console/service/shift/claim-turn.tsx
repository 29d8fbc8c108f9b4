import { Form } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { SERVICE, type ShiftRecord } from '../queries.ts'
import css from '../service.module.css'
import { useShiftWords } from '../words.ts'
import { WhoseField } from './fields.tsx'

type Typed = {
  personId: string
  onBehalf: 'self' | 'family' | 'clerk'
  consentBy?: 'self' | 'family'
  companion?: string
}

/** Claims a turn for a volunteer who telephones, comes by or is represented. */
export function ClaimTurn({ record, onClose }: { record: ShiftRecord; onClose: () => void }) {
  const words = useShiftWords()
  const kit = useKitWords()
  const claim = useAct(
    ({ personId, onBehalf, consentBy, companion }: Typed) =>
      api.turns.claimTurn({
        id: record.id,
        personId,
        onBehalf,
        consentBy: consentBy ?? null,
        companion: companion || null,
      }),
    {
      said: ({ status }) => (status === 'claimed' ? words.claimed : words.onList),
      refresh: [SERVICE],
      onDone: onClose,
    },
  )
  const consents = (['self', 'family'] as const).map((value) => ({ value, label: words.consents[value] }))
  return (
    <FormDialog<Typed>
      title={`${words.claim} · ${record.title}`}
      submitLabel={words.claim}
      onClose={onClose}
      act={claim}
      initial={{ onBehalf: 'self' }}
    >
      <Form.Item label={words.person} name="personId" rules={[{ required: true, message: kit.required(words.person) }]}>
        <PersonPicker label={words.person} />
      </Form.Item>
      <WhoseField />
      <p className={css.sub}>{words.needsConsent}</p>
      <div className={css.row}>
        <Form.Item label={words.consentBy} name="consentBy">
          <PlainSelect label={words.consentBy} any={kit.choose} options={consents} />
        </Form.Item>
        <TextField label={words.companion} name="companion" most={60} />
      </div>
    </FormDialog>
  )
}
