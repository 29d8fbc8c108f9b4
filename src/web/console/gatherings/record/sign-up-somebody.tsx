import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { GATHERINGS, type GatheringRecord } from '../queries.ts'
import { useGatheringWords } from '../words.ts'
import css from './record.module.css'

type Typed = {
  personId: string
  onBehalf: 'self' | 'family' | 'clerk'
  consentBy?: 'self' | 'family'
  companion?: string
}

/** Signs somebody up; before it is done the form says whether it is within their strength. */
export function SignUpSomebody({ record, onClose }: { record: GatheringRecord; onClose: () => void }) {
  const words = useGatheringWords()
  const kit = useKitWords()
  const [form] = Form.useForm<Typed>()
  const signUp = useAct(
    (typed: Typed) =>
      api.signUps.signUp({
        id: record.id,
        personId: typed.personId,
        onBehalf: typed.onBehalf,
        consentBy: typed.consentBy ?? null,
        companion: typed.companion || null,
      }),
    {
      said: ({ status }) => (status === 'in' ? words.signedUp : words.putOnList),
      refresh: [GATHERINGS],
      onDone: onClose,
    },
  )
  const whose = (['self', 'family', 'clerk'] as const).map((value) => ({ value, label: words.onBehalf[value] }))
  return (
    <FormDialog<Typed>
      title={`${words.signUpSomebody} · ${record.title}`}
      submitLabel={words.signUpSomebody}
      onClose={onClose}
      act={signUp}
      form={form}
      initial={{ onBehalf: 'self' }}
    >
      <Form.Item label={words.person} name="personId" rules={[{ required: true, message: kit.required(words.person) }]}>
        <PersonPicker label={words.person} />
      </Form.Item>
      <Form.Item label={words.byWhose} name="onBehalf">
        <PlainSelect label={words.byWhose} options={whose} />
      </Form.Item>
      <Judgement record={record} />
    </FormDialog>
  )
}

/** What the county's rule says of this person and this gathering, and what it then asks for. */
function Judgement({ record }: { record: GatheringRecord }) {
  const words = useGatheringWords()
  const kit = useKitWords()
  const say = useSay()
  const personId = Form.useWatch<string | null | undefined>('personId')
  const judged = useQuery({
    queryKey: [...GATHERINGS, record.id, 'strength', personId],
    queryFn: () => api.signUps.judgeSignUp({ id: record.id, personId: personId ?? '' }),
    enabled: Boolean(personId),
  })
  if (judged.error) return <ErrorNotice error={judged.error} />
  if (!judged.data || !personId) return null
  const { outcome, reasons } = judged.data
  const consents = (['self', 'family'] as const).map((value) => ({ value, label: words.consents[value] }))
  return (
    <>
      <div className={`${css.judged} ${css[outcome] ?? ''}`} role="status">
        <strong>
          {words.judgedTitle}：{words.judged[outcome]}
        </strong>
        {reasons.length ? (
          <ul>
            {reasons.map((reason) => (
              <li key={reason.zh}>{say(reason)}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {outcome === 'consent' ? (
        <>
          <Form.Item
            label={words.consentBy}
            name="consentBy"
            rules={[{ required: true, message: kit.required(words.consentBy) }]}
          >
            <PlainSelect label={words.consentBy} any={kit.choose} options={consents} />
          </Form.Item>
          <TextField label={words.companion} name="companion" most={60} required />
        </>
      ) : null}
    </>
  )
}
