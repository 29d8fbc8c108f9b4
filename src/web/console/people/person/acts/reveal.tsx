import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { type RevealPurpose, revealPurposes } from '#modules/people/record/reveal/rules.ts'
import { purposeWords } from '#modules/people/record/reveal/words.ts'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useFocusBack } from '../../../../ui/form/use-focus-back.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { referenceRule } from './reference-rule.ts'
import { Revealed } from './revealed.tsx'

type RevealField = 'idNumber' | 'idText' | 'medicalInsuranceNo' | 'phones'
type RevealProps = { person: PersonRecord; field: RevealField }
type Typed = { purpose: RevealPurpose; note: string; reference?: string }

/** The way to a whole number: a purpose is asked, it is shown once, and the audit trail keeps who looked and why. */
export function RevealButton({ person, field }: RevealProps) {
  const words = usePersonWords()
  const [isOpen, setOpen] = useState(false)
  if (!person.can.reveal) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.reveal}
        <span className="visually-hidden"> {words.revealNames[field]}</span>
      </Button>
      {isOpen ? <Reveal person={person} field={field} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Reveal({ person, field, onClose }: RevealProps & { onClose: () => void }) {
  useFocusBack()
  const words = usePersonWords()
  const kit = useKitWords()
  const say = useSay()
  const reveal = useAct((typed: Typed) => api.record.revealField({ id: person.id, field, ...typed }), {
    refresh: [[...PEOPLE, person.id, 'changes']],
  })
  const title = words.revealOf(words.revealNames[field])
  if (reveal.data) return <Revealed title={title} values={reveal.data.values} onClose={onClose} />
  return (
    <FormDialog<Typed> title={title} onClose={onClose} act={reveal} submitLabel={words.reveal}>
      <Form.Item name="purpose" label={words.purpose} rules={[{ required: true, message: words.purposeChosen }]}>
        <Select
          placeholder={kit.choose}
          options={revealPurposes.map((value) => ({ value, label: say(purposeWords[value]) }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={words.purposeNote}
        extra={words.purposeHint}
        rules={[{ required: true, whitespace: true, min: 2, message: words.purposeNeeded }]}
      >
        <Input maxLength={100} placeholder={words.purposeExample} />
      </Form.Item>
      <Form.Item
        name="reference"
        label={words.reference}
        extra={words.referenceHint}
        rules={[referenceRule(words.referenceWrong)]}
      >
        <Input maxLength={20} />
      </Form.Item>
      <p style={{ marginBottom: 16 }}>{words.revealAudited}</p>
    </FormDialog>
  )
}
