import { useMay } from '../../../shell/session/me.ts'
import type { PersonRecord } from '../../queries.ts'
import { CorrectionList } from '../lists/correction-list.tsx'
import { ErasureList } from '../lists/erasure-list.tsx'
import { Consents } from './consents.tsx'
import css from './person-privacy.module.css'
import { Rights } from './rights.tsx'

/** What this person agreed to, and what they may ask of the bureau. */
export function PersonPrivacy({ person }: { person: PersonRecord }) {
  const may = useMay()
  return (
    <div className={css.parts}>
      <Consents person={person} />
      <Rights person={person} />
      <CorrectionList offset={0} onTurn={() => undefined} personId={person.id} />
      {may('people.write') ? <ErasureList offset={0} onTurn={() => undefined} personId={person.id} /> : null}
    </div>
  )
}
