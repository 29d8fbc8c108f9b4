import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { PersonRecord } from '../queries.ts'
import { type Card, CardDialog } from './card-dialog.tsx'
import { FamilyPart } from './family-part.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { ACCESS, useAccessWords } from './words.ts'

type Access = NonNullable<Awaited<ReturnType<typeof api.elderAccess.readAccess>>['access']>

/** Whether an elder signs in, with which card, and who acts for them. */
export function PersonAccess({ person }: { person: PersonRecord }) {
  const [card, setCard] = useState<Card | null>(null)
  const query = useQuery({
    queryKey: [...ACCESS, person.id],
    queryFn: () => api.elderAccess.readAccess({ id: person.id }),
  })
  const hand = (name: string, given: Omit<Card, 'name'>) => setCard({ name, ...given })
  return (
    <Answer query={query}>
      {({ access, family }) => (
        <>
          <OwnPart person={person} access={access} onCard={hand} />
          <FamilyPart person={person} family={family} onCard={hand} />
          <CardDialog card={card} onClose={() => setCard(null)} />
        </>
      )}
    </Answer>
  )
}

export type OnCard = (name: string, card: Omit<Card, 'name'>) => void
type OwnProps = { person: PersonRecord; access: Access | null; onCard: OnCard }

function OwnPart({ person, access, onCard }: OwnProps) {
  const words = useAccessWords()
  const [isOpening, setOpening] = useState(false)
  const given = (card: Omit<Card, 'name'>) => onCard(person.name, card)
  const { id } = person
  const renew = useAct(() => api.elderAccess.renewCard({ id }), { refresh: [ACCESS], onDone: given })
  const withdraw = useAct(() => api.elderAccess.withdrawAccess({ id }), { said: words.withdrawn, refresh: [ACCESS] })
  const acts = access ? (
    <>
      <Popconfirm title={words.renewSure} onConfirm={() => renew.mutate()}>
        <Button loading={renew.isPending}>{words.renew}</Button>
      </Popconfirm>
      <Popconfirm title={words.withdrawSure} onConfirm={() => withdraw.mutate()}>
        <Button loading={withdraw.isPending}>{words.withdraw}</Button>
      </Popconfirm>
    </>
  ) : (
    <Button type="primary" onClick={() => setOpening(true)}>
      {words.open}
    </Button>
  )
  return (
    <Section title={words.title} actions={acts}>
      {access ? <AccessFacts access={access} /> : <p>{words.none}</p>}
      <ErrorNotice error={renew.error ?? withdraw.error} />
      {isOpening ? <OpenDialog id={id} onClose={() => setOpening(false)} onCard={given} /> : null}
    </Section>
  )
}

function AccessFacts({ access }: { access: Access }) {
  const words = useAccessWords()
  const times = useTimes()
  return (
    <Facts
      items={[
        { label: words.number, value: access.number },
        { label: words.until, value: access.cardUntil },
        { label: words.phone, value: access.mobileTail && `*******${access.mobileTail}` },
        { label: words.openedOn, value: `${times.day(access.openedAt)} ${access.openedBy ?? ''}` },
        { label: words.lastSeen, value: access.lastSignedInAt ? times.minute(access.lastSignedInAt) : words.never },
      ]}
    />
  )
}
