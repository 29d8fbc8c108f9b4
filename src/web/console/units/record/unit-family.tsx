import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'
import { UnitLink } from './unit-facts.tsx'

type Brief = UnitRecord['children'][number]

/** The units below this one, and those it took over. */
export function UnitFamily({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  if (!unit.children.length && !unit.predecessors.length) return null
  const links = (units: readonly Brief[]) => (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {units.map((one) => (
        <li key={one.id}>
          <UnitLink unit={one} />
        </li>
      ))}
    </ul>
  )
  return (
    <Section title={words.children}>
      <Facts
        items={[
          { label: words.children, value: unit.children.length ? links(unit.children) : words.noChildren },
          ...(unit.predecessors.length ? [{ label: words.predecessors, value: links(unit.predecessors) }] : []),
        ]}
      />
    </Section>
  )
}
