import { Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { PersonRecord } from '../queries.ts'
import { MOBILE } from './open-dialog.tsx'
import type { OnCard } from './person-access.tsx'
import { ACCESS, useAccessWords } from './words.ts'

type Relative = Awaited<ReturnType<typeof api.elderAccess.readAccess>>['family'][number]
type Props = { person: PersonRecord; family: readonly Relative[]; onCard: OnCard }

const TONES = { waiting: 'doubtful', in_force: 'good', over: 'plain', ended: 'plain' } as const

/** Who acts for the elder, who asked to, and who did. */
export function FamilyPart({ person, family, onCard }: Props) {
  const words = useAccessWords()
  const times = useTimes()
  const { aside } = usePunctuation()
  const [isAdding, setAdding] = useState(false)
  const columns = [
    { key: 'name', title: words.name, render: (one: Relative) => aside(one.name, one.relation) },
    {
      key: 'state',
      title: words.state,
      render: (one: Relative) => <Mark tone={TONES[one.state]}>{words.states[one.state]}</Mark>,
    },
    { key: 'until', title: words.last, render: (one: Relative) => one.until },
    { key: 'asked', title: words.asked, render: (one: Relative) => times.day(one.askedAt) },
    { key: 'acts', title: '', render: (one: Relative) => <Acts id={person.id} relative={one} onCard={onCard} /> },
  ]
  return (
    <Section
      title={words.family}
      note={words.familyHint}
      actions={<Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      {family.length ? (
        <DataTable label={words.family} rows={family} rowKey={({ id }) => id} columns={columns} />
      ) : (
        <p>{words.noFamily}</p>
      )}
      {isAdding ? <AddDialog id={person.id} onClose={() => setAdding(false)} onCard={onCard} /> : null}
    </Section>
  )
}

function Acts({ id, relative, onCard }: { id: string; relative: Relative; onCard: OnCard }) {
  const words = useAccessWords()
  const named = { id, authorityId: relative.id }
  const confirm = useAct(() => api.elderAccess.confirmAuthority(named), { said: words.confirmed, refresh: [ACCESS] })
  const end = useAct(() => api.elderAccess.endAuthority(named), { said: words.ended, refresh: [ACCESS] })
  const renew = useAct(() => api.elderAccess.renewFamilyCard(named), {
    refresh: [ACCESS],
    onDone: (card) => onCard(relative.name, card),
  })
  if (relative.state === 'ended') return null
  return (
    <>
      {relative.state === 'waiting' ? (
        <Button type="primary" onClick={() => confirm.mutate()} loading={confirm.isPending}>
          {words.confirm}
        </Button>
      ) : null}
      <Popconfirm title={words.familyCardSure} onConfirm={() => renew.mutate()}>
        <Button loading={renew.isPending}>{words.familyCard}</Button>
      </Popconfirm>
      <Popconfirm title={words.endSure} onConfirm={() => end.mutate()}>
        <Button loading={end.isPending}>{words.end}</Button>
      </Popconfirm>
      <ErrorNotice error={confirm.error ?? renew.error ?? end.error} />
    </>
  )
}

type Asked = { name: string; relation: string; mobile?: string; until?: string }
type AddProps = { id: string; onClose: () => void; onCard: OnCard }

function AddDialog({ id, onClose, onCard }: AddProps) {
  const words = useAccessWords()
  const add = useAct(
    ({ mobile, until, ...asked }: Asked) =>
      api.elderAccess.giveAuthority({ id, ...asked, mobile: mobile || null, until: until ?? null }),
    {
      said: words.added,
      refresh: [ACCESS],
      onDone: ({ card }, { name }) => {
        onClose()
        if (card) onCard(name, card)
      },
    },
  )
  return (
    <FormDialog<Asked> title={words.add} onClose={onClose} act={add} submitLabel={words.add}>
      <Form.Item name="name" label={words.name} rules={[{ required: true, min: 2, message: words.name }]}>
        <Input />
      </Form.Item>
      <Form.Item
        name="relation"
        label={words.relation}
        extra={words.relationHint}
        rules={[{ required: true, message: words.relationHint }]}
      >
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="mobile" label={words.mobile} rules={[{ pattern: MOBILE, message: words.badMobile }]}>
        <Input inputMode="tel" />
      </Form.Item>
      <Form.Item name="until" label={words.last}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
