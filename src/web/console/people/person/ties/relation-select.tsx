import { familyRelationCodes } from '#modules/people/codes/personal.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { usePersonWords } from '../../words.ts'

type RelationSelectProps = { id?: string; value?: string; onChange?: (relation: string | undefined) => void }

/** What the other is to the person; 本人 is nobody else. */
export function RelationSelect(props: RelationSelectProps) {
  const words = usePersonWords()
  const say = useSay()
  const options = familyRelationCodes.codes
    .filter((code) => code !== '0')
    .map((value) => ({ value, label: relationOf(value, say) }))
  return <PlainSelect {...props} label={words.relation} options={options} />
}

export function relationOf(code: string, say: ReturnType<typeof useSay>): string {
  return say(familyRelationCodes.words.get(code) ?? { zh: code, en: code })
}
