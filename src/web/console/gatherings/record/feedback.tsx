import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { Section } from '../../../ui/page/section.tsx'
import { Timeline } from '../../../ui/page/timeline.tsx'
import { useMay } from '../../shell/session/me.ts'
import { feedbackQuery, GATHERINGS, type GatheringRecord, sheetQuery } from '../queries.ts'
import { useGatheringWords } from '../words.ts'

/** What those who came say of it. */
export function Feedback({ record }: { record: GatheringRecord }) {
  const words = useGatheringWords()
  const times = useTimes()
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const said = useQuery(feedbackQuery(record.id))
  const average = said.data?.averageStars
  const add = may('gatherings.sign_up') ? <Button onClick={() => setAdding(true)}>{words.addFeedback}</Button> : null
  return (
    <Section title={words.feedback} note={average ? words.average(average) : null} actions={add}>
      <Answer query={said} lines={3}>
        {({ items }) => (
          <Timeline
            empty={words.noFeedback}
            items={items.map((one) => ({
              id: one.id,
              when: times.day(one.givenAt),
              what: (
                <>
                  <Link to="/people/$id" params={{ id: one.personId }}>
                    {one.name}
                  </Link>{' '}
                  {words.starCount(one.stars)}
                </>
              ),
              more: one.words,
              note: [words.onBehalf[one.onBehalf], one.by].filter(Boolean).join(' · '),
            }))}
          />
        )}
      </Answer>
      {isAdding ? <AddFeedback record={record} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}

type Typed = {
  personId: string
  stars: '1' | '2' | '3' | '4' | '5'
  words?: string
  onBehalf: 'self' | 'family' | 'clerk'
}

function AddFeedback({ record, onClose }: { record: GatheringRecord; onClose: () => void }) {
  const words = useGatheringWords()
  const kit = useKitWords()
  const sheet = useQuery(sheetQuery(record.id))
  const came = (sheet.data?.items ?? []).filter(({ minutes }) => minutes !== null)
  const save = useAct(
    ({ personId, stars, words: text, onBehalf }: Typed) =>
      api.gatheringFeedback.giveFeedback({
        id: record.id,
        personId,
        stars: Number(stars),
        words: text || null,
        onBehalf,
      }),
    { said: words.feedbackSaved, refresh: [GATHERINGS], onDone: onClose },
  )
  const stars = (['5', '4', '3', '2', '1'] as const).map((value) => ({ value, label: words.starCount(Number(value)) }))
  const whose = (['self', 'family', 'clerk'] as const).map((value) => ({ value, label: words.onBehalf[value] }))
  return (
    <FormDialog<Typed>
      title={words.addFeedback}
      onClose={onClose}
      act={save}
      initial={{ stars: '5', onBehalf: 'self' }}
    >
      <Form.Item label={words.person} name="personId" rules={[{ required: true, message: kit.required(words.person) }]}>
        <PlainSelect
          label={words.person}
          any={kit.choose}
          options={came.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
      </Form.Item>
      <Form.Item label={words.stars} name="stars">
        <PlainSelect label={words.stars} options={stars} />
      </Form.Item>
      <Form.Item label={words.words} name="words">
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item label={words.byWhose} name="onBehalf">
        <PlainSelect label={words.byWhose} options={whose} />
      </Form.Item>
    </FormDialog>
  )
}
