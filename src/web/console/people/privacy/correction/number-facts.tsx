import { Mark } from '../../../../ui/control/mark.tsx'
import { usePunctuation } from '../../../../ui/language/punctuation.ts'
import { Facts } from '../../../../ui/page/facts.tsx'
import type { CorrectionRead } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'

/** Both numbers are masked alike: what tells them apart for whoever decides is how they fit the record. */
export function NumberFacts({ number }: Pick<CorrectionRead, 'number'>) {
  const words = usePrivacyWords()
  const { enumerate } = usePunctuation()
  if (!number) return null
  const fits = (is: boolean | null) =>
    is === null ? (
      words.numberUnknown
    ) : (
      <Mark tone={is ? 'good' : 'bad'}>{is ? words.numberFits : words.numberFitsNot}</Mark>
    )
  const { changes } = number
  const changed = changes?.length ? enumerate(changes.map((part) => words.numberParts[part])) : words.numberSame
  return (
    <div style={{ marginTop: 16 }}>
      <h3>{words.numberFacts}</h3>
      <p>{words.numberFactsNote}</p>
      <Facts
        items={[
          { label: words.numberChecks, value: fits(number.checksOut) },
          { label: words.numberBirth, value: fits(number.birthFits) },
          { label: words.numberGender, value: fits(number.genderFits) },
          {
            label: words.numberTaken,
            value: (
              <Mark tone={number.isTaken ? 'bad' : 'good'}>
                {number.isTaken ? words.numberIsTaken : words.numberIsFree}
              </Mark>
            ),
          },
          { label: words.numberChanges, value: changes ? changed : words.numberNone, wide: true },
        ]}
      />
    </div>
  )
}
