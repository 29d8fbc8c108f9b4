import { MessageChoice } from '../../../messages/choice/message-choice.tsx'
import type { PersonRecord } from '../../queries.ts'
import css from '../person.module.css'
import { ContactsPart } from './contacts-part.tsx'
import { FamilyPart } from './family-part.tsx'
import { PhonesPart } from './phones-part.tsx'

/** How to reach a person, whom to call, and who belongs to them. */
export function Ties({ person }: { person: PersonRecord }) {
  return (
    <div className={css.sections}>
      <PhonesPart person={person} />
      <MessageChoice personId={person.id} />
      <ContactsPart person={person} />
      <FamilyPart person={person} />
    </div>
  )
}
