import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { AddContact } from '../acts/add-contact.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Contact = UnitRecord['contacts'][number]

/** Whom to call there. */
export function UnitContacts({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  const kit = useKitWords()
  const [isAdding, setAdding] = useState(false)
  const remove = useAct((contactId: string) => api.unitContacts.removeUnitContact({ id: unit.id, contactId }), {
    said: words.contactRemoved,
    refresh: [UNITS],
  })
  const columns: Column<Contact>[] = [
    { key: 'name', title: words.personName, render: (contact) => contact.name },
    { key: 'post', title: words.post, render: (contact) => contact.post },
    { key: 'phone', title: words.phone, render: (contact) => contact.phone },
    { key: 'note', title: words.note, render: (contact) => contact.note },
  ]
  const acts: Column<Contact> = {
    key: 'acts',
    title: kit.acts,
    render: (contact) => (
      <Popconfirm title={words.removeContactSure(contact.name)} onConfirm={() => remove.mutate(contact.id)}>
        <Button size="small" aria-label={words.removeContactOf(contact.name)}>
          {words.removeContact}
        </Button>
      </Popconfirm>
    ),
  }
  const add = unit.can.change ? <Button onClick={() => setAdding(true)}>{words.addContact}</Button> : null
  return (
    <Section title={words.contacts} actions={add} flush>
      <ErrorNotice error={remove.error} />
      <DataTable
        label={words.contacts}
        columns={unit.can.change ? [...columns, acts] : columns}
        rows={unit.contacts}
        rowKey={(contact) => contact.id}
        empty={<EmptyState title={words.noContacts} />}
      />
      {isAdding ? <AddContact unit={unit} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}
