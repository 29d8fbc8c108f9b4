import { Form, Input } from 'antd'
import { phoneLabels } from '#modules/people/record/contract.ts'
import { api } from '../../../../api.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import type { PersonRecord } from '../../queries.ts'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import { RevealButton } from '../acts/reveal.tsx'
import { ListPart } from './list-part.tsx'
import { phoneLabelWords } from './phone-labels.ts'
import { PhoneNumber } from './phone-number.tsx'
import { PHONE } from './phone-pattern.ts'
import css from './ties.module.css'

type Phone = PersonRecord['phones'][number]

const MOST = 20

export function PhonesPart({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  return (
    <ListPart<Phone>
      person={person}
      sectionKey="phones"
      title={words.phones}
      itemsOf={({ phones }) => phones}
      Read={PhoneList}
      Boxes={PhoneBoxes}
      blank={{ number: '', label: '本人' }}
      most={MOST}
      addLabel={words.addPhone}
      save={(phones, version) => api.record.changePhones({ id: person.id, version, phones })}
    />
  )
}

function PhoneList({ items: phones, person }: { items: readonly Phone[]; person: PersonRecord }) {
  const words = usePersonWords()
  if (!phones.length) return <p className={css.note}>{words.noPhones}</p>
  const isMasked = phones.some(({ number }) => number.includes('*'))
  return (
    <>
      <ul className={css.phones}>
        {phones.map((phone, index) => (
          <li key={index}>
            <PhoneNumber phone={phone} />
          </li>
        ))}
      </ul>
      {isMasked ? <RevealButton person={person} field="phones" /> : null}
    </>
  )
}

function PhoneBoxes({ at }: { at: number }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const say = useSay()
  return (
    <>
      <Form.Item
        name={[at, 'number']}
        label={words.number}
        rules={[{ required: true, pattern: PHONE, message: people.badPhone }]}
      >
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'label']} label={words.whose}>
        <PlainSelect
          label={words.whose}
          options={phoneLabels.map((value) => ({
            value,
            label: say(phoneLabelWords[value] ?? { zh: value, en: value }),
          }))}
        />
      </Form.Item>
    </>
  )
}
