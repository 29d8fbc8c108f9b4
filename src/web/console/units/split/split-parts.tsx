import { Button, Input } from 'antd'
import { Section } from '../../../ui/page/section.tsx'
import { useUnitsWords } from '../words.ts'
import css from './split.module.css'
import type { Part } from './split.ts'

const MOST = 10

/** The names of the units that come into being. */
export function SplitParts({ parts, onChange }: { parts: Part[]; onChange: (parts: Part[]) => void }) {
  const words = useUnitsWords()
  const rename = (key: string, name: string) => onChange(parts.map((part) => (part.key === key ? { key, name } : part)))
  const add = () => onChange([...parts, { key: String(Number(parts.at(-1)?.key ?? 0) + 1), name: '' }])
  return (
    <Section title={words.splitParts}>
      {parts.map((part, index) => (
        <div key={part.key} className={css.part}>
          <label className={css.label} htmlFor={`part-${part.key}`}>
            {words.splitPart(index + 1)}
          </label>
          <Input
            id={`part-${part.key}`}
            value={part.name}
            maxLength={100}
            placeholder={words.name}
            onChange={(event) => rename(part.key, event.target.value)}
          />
          {parts.length > 1 ? (
            <Button
              aria-label={words.removePartOf(index + 1)}
              onClick={() => onChange(parts.filter((one) => one.key !== part.key))}
            >
              {words.removePart}
            </Button>
          ) : null}
        </div>
      ))}
      {parts.length < MOST ? <Button onClick={add}>{words.addPart}</Button> : null}
    </Section>
  )
}
