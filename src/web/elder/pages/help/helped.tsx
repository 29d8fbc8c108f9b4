import type { contract } from '#modules/volunteering/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { dayOf, lengthOf } from '../../../light/dates.ts'
import { useLang } from '../../shell/settings.ts'
import { useWords } from '../../words/index.ts'

/** What somebody did for others; nobody has to look for it among what was done for them. */
export function Helped({ helped }: { helped: Answered<typeof contract.myShifts>['helped'] }) {
  const { help: words, tools } = useWords()
  const lang = useLang()
  if (helped.length === 0) return null
  return (
    <>
      <h2>{words.helped}</h2>
      <ul>
        {helped.map((one) => (
          <li className="card" key={one.id}>
            <strong>{one.title}</strong>
            {dayOf(one.on, lang)}
            {tools.comma}
            {lengthOf(one.minutes, lang)}
          </li>
        ))}
      </ul>
    </>
  )
}
