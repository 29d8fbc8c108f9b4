import { Button, Checkbox } from 'antd'
import { fieldsOf, sectionWords, shaanxiFields } from '#modules/people/fields/catalogue.ts'
import { sectionKeys } from '#modules/people/fields/field.ts'
import { useSay } from '../../ui/language/language.ts'
import css from './county.module.css'
import { useCountyWords } from './words.ts'

type RequiredFieldsProps = { value?: string[]; onChange?: (keys: string[]) => void }
type Choice = { key: string; zh: string; en: string }

/** Kept beside the sections: where somebody lives, and by what number. */
const beside: readonly Choice[] = [
  { key: 'placeCode', zh: '现住社区', en: 'Community of the home' },
  { key: 'phone', zh: '联系电话', en: 'Telephone' },
]

const groups = [
  ...sectionKeys
    .filter((key) => key !== 'death')
    .map((key) => ({ key: key as string, words: sectionWords[key], choices: fieldsOf(key) as readonly Choice[] })), // one list with the last group
  { key: 'beside', words: { zh: '住址与联系', en: 'Home and contact' }, choices: beside },
]

/** Ticks what a complete record fills in, section by section. */
export function RequiredFields({ value = [], onChange = () => undefined }: RequiredFieldsProps) {
  const words = useCountyWords()
  const say = useSay()
  const chosen = new Set(value)
  const choose = (keys: readonly Choice[], ticked: string[]) => {
    const others = value.filter((key) => !keys.some((choice) => choice.key === key))
    onChange([...others, ...ticked])
  }
  return (
    <div>
      <div className={css.top}>
        <span aria-live="polite">{words.chosen(value.length)}</span>
        <Button size="small" onClick={() => onChange([...shaanxiFields])}>
          {words.asShaanxi}
        </Button>
      </div>
      {groups.map(({ key, words: name, choices }) => (
        <fieldset key={key} className={css.group}>
          <legend className={css.legend}>{say(name)}</legend>
          <Checkbox.Group
            className={css.choices ?? ''}
            value={choices.map((choice) => choice.key).filter((one) => chosen.has(one))}
            onChange={(ticked) => choose(choices, ticked)}
            options={choices.map((choice) => ({ value: choice.key, label: say(choice) }))}
          />
        </fieldset>
      ))}
    </div>
  )
}
