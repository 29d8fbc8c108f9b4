import { fieldOf } from '#modules/people/fields/catalogue.ts'
import type { Field } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage, useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { Section } from '../../../../ui/page/section.tsx'
import type { Comparison, Side } from '../queries.ts'
import { useDuplicatesWords } from '../words.ts'
import css from './compare.module.css'
import { type MergeChoice, sideOf, type Which } from './merge-choice.ts'

type DifferingFieldsProps = { both: Comparison; choice: MergeChoice; onChoose: (choice: MergeChoice) => void }

const SIDES = ['first', 'second'] as const

/** What the two do not have alike. Which record stays, and of each field which value, is chosen here. */
export function DifferingFields({ both, choice, onChoose }: DifferingFieldsProps) {
  const words = useDuplicatesWords()
  const fields = both.differing.flatMap((key) => fieldOf(key) ?? [])
  return (
    <Section title={words.differing(fields.length)} note={both.can.merge ? words.differingNote : null}>
      <div className={css.pairs}>
        <fieldset className={css.pair}>
          <legend>{words.whichStays}</legend>
          {SIDES.map((which) => (
            <KeptChoice
              key={which}
              side={both[which]}
              which={which}
              isKept={choice.kept === which}
              mayChoose={both.can.merge}
              onKeep={() => onChoose({ kept: which, fields: choice.fields })}
            />
          ))}
        </fieldset>
        {fields.map((field) => (
          <FieldChoice
            key={field.key}
            field={field}
            both={both}
            chosen={sideOf(choice, both, field.key)}
            onChoose={(which) => onChoose({ ...choice, fields: { ...choice.fields, [field.key]: which } })}
          />
        ))}
      </div>
    </Section>
  )
}

type KeptChoiceProps = { side: Side; which: Which; isKept: boolean; mayChoose: boolean; onKeep: () => void }

function KeptChoice({ side, which, isKept, mayChoose, onKeep }: KeptChoiceProps) {
  const words = useDuplicatesWords()
  const { day } = useTimes()
  return (
    <div className={isKept ? css.keptBox : css.box}>
      <label className={css.choice}>
        <input type="radio" name="kept" checked={isKept} disabled={!mayChoose} onChange={onKeep} />
        {isKept ? words.stays(words.sides[which]) : words.goes(words.sides[which])}
      </label>
      <a className={css.open} href={`/people/${side.id}`} target="_blank" rel="noreferrer">
        {words.open}
        <span className="visually-hidden"> {words.newWindow}</span>
      </a>
      <p className={css.more}>{words.changedOn(day(side.updatedAt))}</p>
    </div>
  )
}

type FieldChoiceProps = { field: Field; both: Comparison; chosen: Which; onChoose: (which: Which) => void }

function FieldChoice({ field, both, chosen, onChoose }: FieldChoiceProps) {
  const words = useDuplicatesWords()
  const say = useSay()
  const lang = useLanguage()
  return (
    <fieldset className={css.pair}>
      <legend>{say(field)}</legend>
      {SIDES.map((which) => (
        <label key={which} className={chosen === which ? css.chosen : css.choice}>
          <input
            type="radio"
            name={`take-${field.key}`}
            checked={chosen === which}
            disabled={!both.can.merge}
            onChange={() => onChoose(which)}
          />
          {showValue(field, both[which].values[field.key], lang) || words.empty}
        </label>
      ))}
    </fieldset>
  )
}
