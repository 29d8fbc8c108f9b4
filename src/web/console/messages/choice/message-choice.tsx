import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { type Kind, kinds } from '#modules/messages/templates/shipped/index.ts'
import { wayWords } from '#modules/messages/words.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { MESSAGES } from '../queries.ts'
import { useMessageWords } from '../words.ts'

type Choice = Awaited<ReturnType<typeof api.messageChoices.showChoice>>
type Typed = { way: Choice['way']; declined: Kind[]; onBehalf: NonNullable<Choice['onBehalf']> }

/** How somebody wishes to be told, on their own page. */
export function MessageChoice({ personId }: { personId: string }) {
  const words = useMessageWords()
  const [isChoosing, setChoosing] = useState(false)
  const shown = useQuery({
    queryKey: [...MESSAGES, 'choice', personId],
    queryFn: () => api.messageChoices.showChoice({ id: personId }),
  })
  const choose = shown.data?.can.choose ? <Button onClick={() => setChoosing(true)}>{words.choose}</Button> : null
  return (
    <Section title={words.choice} note={words.choiceNote} actions={choose}>
      <Answer query={shown}>{(choice) => <Shown choice={choice} />}</Answer>
      {isChoosing && shown.data ? (
        <Choose personId={personId} choice={shown.data} onClose={() => setChoosing(false)} />
      ) : null}
    </Section>
  )
}

function Shown({ choice }: { choice: Choice }) {
  const words = useMessageWords()
  const say = useSay()
  const times = useTimes()
  const { enumerate } = usePunctuation()
  const isLacking = !choice.hasPhone && choice.way !== 'paper'
  const declined = enumerate(choice.declined.map((kind) => say(kinds[kind])))
  return (
    <Facts
      items={[
        { label: words.way, value: isLacking ? words.noMobile : say(wayWords[choice.way]) },
        { label: words.declined, value: declined || words.nothingDeclined },
        ...(choice.at
          ? [{ label: words.onBehalf, value: [choice.onBehalf ? words.behalf[choice.onBehalf] : '', words.chosen(choice.by ?? words.office, times.day(choice.at))].filter(Boolean).join(' · ') }] // biome-ignore format: one fact
          : []),
      ]}
    />
  )
}

function Choose({ personId, choice, onClose }: { personId: string; choice: Choice; onClose: () => void }) {
  const words = useMessageWords()
  const say = useSay()
  const save = useAct((typed: Typed) => api.messageChoices.chooseWay({ id: personId, ...typed }), {
    said: words.saved,
    refresh: [MESSAGES],
    onDone: onClose,
  })
  const ways = Object.entries(wayWords).map(([value, name]) => ({ value: value as Choice['way'], label: say(name) })) // the record's own keys
  const behalf = Object.entries(words.behalf).map(([value, label]) => ({ value: value as Typed['onBehalf'], label })) // the record's own keys
  const options = Object.entries(kinds)
    .filter(([, { mayDecline }]) => mayDecline)
    .map(([value, name]) => ({ value, label: say(name) }))
  const initial = { way: choice.way, declined: choice.declined, onBehalf: choice.onBehalf ?? 'clerk' }
  return (
    <FormDialog<Typed> title={words.choice} onClose={onClose} act={save} initial={initial}>
      <Form.Item label={words.way} name="way">
        <PlainSelect label={words.way} options={ways} />
      </Form.Item>
      <Form.Item label={words.declined} name="declined">
        <Checkbox.Group options={options} />
      </Form.Item>
      <Form.Item label={words.onBehalf} name="onBehalf">
        <PlainSelect label={words.onBehalf} options={behalf} />
      </Form.Item>
    </FormDialog>
  )
}
