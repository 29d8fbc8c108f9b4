import { Checkbox, Form, Input } from 'antd'
import { type ConsentKey, purposeOf } from '#modules/people/privacy/registry/index.ts'
import { api } from '../../../../api.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { EvidenceInput } from './evidence-input.tsx'
import css from './person-privacy.module.css'

type Giver = 'self' | 'family' | 'worker'
type Way = 'signed' | 'spoken' | 'phone'
type Typed = { agreed?: boolean; givenBy: Giver; giver?: string; way: Way; evidenceId?: string }
type GiveConsentProps = { person: PersonRecord; purpose: ConsentKey; onClose: () => void }

const givers = ['self', 'family', 'worker'] as const
const ways = ['signed', 'spoken', 'phone'] as const

/** One question, one purpose, in plain words and large type; the box is empty until it was answered. */
export function GiveConsent({ person, purpose, onClose }: GiveConsentProps) {
  const words = usePrivacyWords()
  const say = useSay()
  const about = purposeOf(purpose)
  const give = useAct(
    ({ givenBy, giver, way, evidenceId }: Typed) =>
      api.consents.giveConsent({
        id: person.id,
        purpose,
        agreed: true,
        givenBy,
        way,
        giver: giver ?? null,
        evidenceId: evidenceId ?? null,
      }),
    { said: words.given, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.giveOf(say(about))}
      onClose={onClose}
      act={give}
      submitLabel={words.give}
      initial={{ givenBy: 'self', way: 'signed' }}
    >
      {'plain' in about ? <p className={css.told}>{say(about.plain)}</p> : null}
      <Form.Item
        name="agreed"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule: unknown, ticked: unknown) =>
              ticked === true ? Promise.resolve() : Promise.reject(new Error(words.agreedNeeded)),
          },
        ]}
      >
        <Checkbox>{words.agreed}</Checkbox>
      </Form.Item>
      <Form.Item name="way" label={words.way}>
        <PlainSelect<Way> label={words.way} options={ways.map((value) => ({ value, label: words.ways[value] }))} />
      </Form.Item>
      <GiverFields personId={person.id} />
    </FormDialog>
  )
}

function GiverFields({ personId }: { personId: string }) {
  const words = usePrivacyWords()
  const givenBy = Form.useWatch<Giver | undefined>('givenBy')
  return (
    <>
      <Form.Item name="givenBy" label={words.givenBy}>
        <PlainSelect<Giver>
          label={words.givenBy}
          options={givers.map((value) => ({ value, label: words.givers[value] }))}
        />
      </Form.Item>
      {givenBy && givenBy !== 'self' ? (
        <>
          <Form.Item
            name="giver"
            label={words.giver}
            rules={[{ required: true, whitespace: true, min: 2, message: words.giverNeeded }]}
          >
            <Input maxLength={60} placeholder={words.giverExample} />
          </Form.Item>
          <Form.Item
            name="evidenceId"
            label={words.evidence}
            rules={[{ required: true, message: words.evidenceNeeded }]}
          >
            <EvidenceInput personId={personId} />
          </Form.Item>
        </>
      ) : null}
    </>
  )
}
