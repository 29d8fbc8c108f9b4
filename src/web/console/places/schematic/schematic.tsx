import { Link } from '@tanstack/react-router'
import type { api } from '../../../api.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { usePlacesWords } from '../words.ts'
import css from './schematic.module.css'
import { type Placed, treemap } from './treemap.ts'

export type SchematicMap = Awaited<ReturnType<typeof api.schematic.readSchematic>>
type Street = SchematicMap['streets'][number]

/** The width of the drawing against its height; blocks are placed in percent of it. */
const FULL = { x: 0, y: 0, width: 100, height: 42 }

/** Streets as blocks sized by people, the communities inside them as finer lines. */
export function Schematic({ map }: { map: SchematicMap }) {
  const words = usePlacesWords()
  const blocks = treemap(
    map.streets.map((street) => ({ item: street, size: street.people })),
    FULL,
  )
  const most = Math.max(1, ...map.streets.map((street) => street.people))
  return (
    <Section title={words.schematic} note={words.schematicNote}>
      {blocks.length ? (
        <ul className={css.map}>
          {blocks.map((block) => (
            <StreetBlock key={block.item.code} block={block} share={block.item.people / most} />
          ))}
        </ul>
      ) : (
        <EmptyState title={words.schematicEmpty} />
      )}
    </Section>
  )
}

function StreetBlock({ block, share }: { block: Placed<Street>; share: number }) {
  const words = usePlacesWords()
  const { item: street, x, y, width, height } = block
  const lines = treemap(
    street.communities.map((community) => ({ item: community, size: community.people })),
    { x: 0, y: 0, width, height },
  )
  const style = {
    left: `${x}%`,
    top: `${(y / FULL.height) * 100}%`,
    width: `${width}%`,
    height: `${(height / FULL.height) * 100}%`,
  }
  return (
    <li className={css.block} style={style}>
      <Link
        to="/places/$code"
        params={{ code: street.code }}
        className={css.street ?? ''}
        style={{ backgroundColor: `color-mix(in srgb, #e3a27c ${Math.round(14 + share * 52)}%, #fdf6ee)` }}
        title={`${street.short} ${words.peopleCount(street.people)}`}
      >
        <svg className={css.lines} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {lines.map((line) => (
            <rect key={line.item.code} x={line.x} y={line.y} width={line.width} height={line.height} />
          ))}
        </svg>
        <span className={css.name}>{street.short}</span>
        <span className={css.people}>{words.peopleCount(street.people)}</span>
      </Link>
    </li>
  )
}
