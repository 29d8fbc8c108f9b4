import { Form, Input } from 'antd'
import { api } from '../../../../api.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { PersonRecord } from '../../queries.ts'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import { ListPart } from './list-part.tsx'
import { PhoneNumber } from './phone-number.tsx'
import { PHONE } from './phone-pattern.ts'
import { RelationSelect, relationOf } from './relation-select.tsx'
import css from './ties.module.css'

type Contact = PersonRecord['contacts'][number]

const MOST = 4

/** Whom to call when something is the matter; the paper form has four lines. */
export function ContactsPart({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  return (
    <ListPart<Contact>
      person={person}
      sectionKey="contacts"
      title={words.contacts}
      itemsOf={({ contacts }) => contacts}
      Read={ContactList}
      Boxes={ContactBoxes}
      blank={{ relation: '2', name: '', landline: null, mobile: null }}
      most={MOST}
      addLabel={words.addContact}
      save={(contacts, version) =>
        api.record.changeContacts({ id: person.id, version, contacts: contacts.map(withoutBlanks) })
      }
    />
  )
}

function withoutBlanks(contact: Contact): Contact {
  return { ...contact, landline: contact.landline || null, mobile: contact.mobile || null }
}

function ContactList({ items: contacts }: { items: readonly Contact[] }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const say = useSay()
  if (!contacts.length) return <p className={css.note}>{words.noContacts}</p>
  return (
    <DataTable
      label={words.contacts}
      rows={contacts}
      rowKey={(contact) => `${contact.relation} ${contact.name} ${contact.mobile} ${contact.landline}`}
      columns={[
        { key: 'name', title: people.name, render: ({ name }) => name },
        { key: 'relation', title: words.relation, render: ({ relation }) => relationOf(relation, say) },
        {
          key: 'mobile',
          title: words.mobile,
          render: ({ mobile }) => (mobile ? <PhoneNumber phone={{ number: mobile }} /> : null),
        },
        {
          key: 'landline',
          title: words.landline,
          render: ({ landline }) => (landline ? <PhoneNumber phone={{ number: landline }} /> : null),
        },
      ]}
    />
  )
}

function ContactBoxes({ at }: { at: number }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const kit = useKitWords()
  const phone = { pattern: PHONE, message: people.badPhone }
  return (
    <>
      <Form.Item name={[at, 'relation']} label={words.relation}>
        <RelationSelect />
      </Form.Item>
      <Form.Item
        name={[at, 'name']}
        label={people.name}
        rules={[{ required: true, whitespace: true, message: kit.required(people.name) }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'mobile']} label={words.mobile} rules={[phone]}>
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'landline']} label={words.landline} rules={[phone]}>
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
    </>
  )
}
