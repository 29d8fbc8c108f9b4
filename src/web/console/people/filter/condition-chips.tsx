import CloseOutlined from '@ant-design/icons/CloseOutlined'
import type { Condition } from '#modules/people/search/contract.ts'
import { useLanguage } from '../../../ui/language/language.ts'
import { isQuick } from '../list/quick.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { usePeopleWords } from '../words.ts'
import css from './condition-chips.module.css'
import { conditionText } from './condition-words.ts'
import { useNaming } from './use-naming.ts'

type Chip = { key: string; text: string; remove: () => void }

/** Everything that narrows the list, in words, each with a way to be rid of it. */
export function ConditionChips() {
  const words = usePeopleWords()
  const chips = useChips()
  if (!chips.length) return null
  return (
    <ul className={css.chips} aria-label={words.narrowedBy}>
      {chips.map(({ key, text, remove }) => (
        <li key={key} className={css.chip}>
          <span>{text}</span>
          <button type="button" className={css.remove} aria-label={words.removeCondition(text)} onClick={remove}>
            <CloseOutlined />
          </button>
        </li>
      ))}
    </ul>
  )
}

function useChips(): Chip[] {
  const lang = useLanguage()
  const words = usePeopleWords()
  const { search, conditions, change, setConditions } = useListAddress()
  const { place, unit } = search
  const asked: Condition[] = [
    ...(place ? [{ field: 'place', op: 'under' as const, value: place }] : []),
    ...(unit ? [{ field: 'unit', op: 'under' as const, value: unit }] : []),
  ]
  const naming = useNaming([...asked, ...conditions])
  return [
    ...(place
      ? [{ key: 'place', text: words.livesIn(naming('place', place)), remove: () => change({ place: undefined }) }]
      : []),
    ...(unit
      ? [{ key: 'unit', text: words.belongsTo(naming('unit', unit)), remove: () => change({ unit: undefined }) }]
      : []),
    ...conditions.flatMap((condition, index) =>
      isQuick(condition)
        ? []
        : [
            {
              key: `${index} ${condition.field}`,
              text: conditionText(condition, lang, naming),
              remove: () => setConditions(conditions.filter((_one, at) => at !== index)),
            },
          ],
    ),
  ]
}
