import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { RemoteSelect } from '../../../ui/form/remote-select.tsx'
import { GATHERINGS, type GatheringRecord } from '../queries.ts'
import { useGatheringWords } from '../words.ts'
import css from './record.module.css'

type Guest = { id: string; name: string }

/** People are picked one after another, then all are invited in one act. */
export function Invite({ record, onClose }: { record: GatheringRecord; onClose: () => void }) {
  const words = useGatheringWords()
  const [guests, setGuests] = useState<Guest[]>([])
  const invite = useAct(() => api.signUps.invite({ id: record.id, people: guests.map(({ id }) => id) }), {
    said: ({ invited }) => words.invited(invited),
    refresh: [GATHERINGS],
    onDone: onClose,
  })
  const load = async (q: string) => {
    if (!q) return []
    const { items } = await api.search.listPeople({ q, limit: 20, counted: false })
    return items.map(({ id, name, community }) => ({ value: id, label: name, note: community ?? undefined }))
  }
  return (
    <FormDialog<Record<string, never>>
      title={`${words.invite} · ${record.title}`}
      submitLabel={words.invite}
      onClose={onClose}
      act={{ ...invite, mutate: () => (guests.length ? invite.mutate() : undefined) }}
    >
      <p>{words.inviteHint}</p>
      <RemoteSelect
        id="invite-guest"
        label={words.person}
        name="invite"
        load={load}
        value={null}
        onChange={(id, choice) => {
          if (id && choice && !guests.some((one) => one.id === id)) setGuests([...guests, { id, name: choice.label }])
        }}
      />
      <p className={css.sub} role="status">
        {words.chosen(guests.length)}
      </p>
      <div className={css.acts}>
        {guests.map((one) => (
          <Button
            key={one.id}
            size="small"
            aria-label={`${words.removeOne} · ${one.name}`}
            onClick={() => setGuests(guests.filter(({ id }) => id !== one.id))}
          >
            {one.name} ×
          </Button>
        ))}
      </div>
    </FormDialog>
  )
}
