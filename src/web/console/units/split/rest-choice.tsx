import { useUnitsWords } from '../words.ts'
import css from './split.module.css'
import type { Part } from './split.ts'

type RestChoiceProps = { parts: Part[]; value: string | null; onChange: (part: string | null) => void }

/** Whether the old unit goes on with the rest, or one new unit takes everybody over and the old one closes. */
export function RestChoice({ parts, value, onChange }: RestChoiceProps) {
  const words = useUnitsWords()
  return (
    <fieldset className={css.choice}>
      <legend className="visually-hidden">{words.splitRest}</legend>
      <label>
        <input type="radio" name="rest" checked={value === null} onChange={() => onChange(null)} />
        {words.restStays}
      </label>
      {parts.map((part, index) => (
        <label key={part.key}>
          <input type="radio" name="rest" checked={value === part.key} onChange={() => onChange(part.key)} />
          {words.restTo(part.name.trim() || words.splitPart(index + 1))}
        </label>
      ))}
    </fieldset>
  )
}
