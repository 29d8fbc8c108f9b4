import { useQuery } from '@tanstack/react-query'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAddressWords } from '../words.ts'
import { AddressList } from './address-list.tsx'
import css from './addresses.module.css'
import { MakeAddress } from './make-address.tsx'
import { addressesQuery, type Subject } from './queries.ts'

/** The addresses of one calendar: those given out, and one more. */
export function Addresses({ subject }: { subject: Subject }) {
  const words = useAddressWords()
  const listed = useQuery(addressesQuery(subject))
  return (
    <Answer query={listed} lines={4}>
      {({ items, total, can }) => (
        <>
          <p>{subject.of === 'person' ? words.leadPerson : words.lead}</p>
          {can.give ? <MakeAddress subject={subject} inUse={items} /> : <p className={css.soft}>{words.notYours}</p>}
          <p className={css.soft}>{total ? words.inUse(total) : words.none}</p>
          <AddressList subject={subject} items={items} mayStop={can.give} />
        </>
      )}
    </Answer>
  )
}

/** The same under the name of what the calendar is of. */
export function NamedAddresses({ subject }: { subject: Subject }) {
  const words = useAddressWords()
  const name = useQuery(addressesQuery(subject)).data?.name
  return (
    <section className={css.part}>
      {name ? <h3 className={css.heading}>{words.of(name)}</h3> : null}
      <Addresses subject={subject} />
    </section>
  )
}
