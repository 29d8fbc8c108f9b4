import { siteKindWords } from '#modules/places/sites/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { usePlacesWords } from '../words.ts'
import { projectionOf, scaleBar } from './projection.ts'
import css from './schematic.module.css'
import type { SchematicMap } from './schematic.tsx'

type Site = SchematicMap['sites'][number]
type Located<T> = T & { lon: number; lat: number }
const FRAME = { width: 900, height: 380, margin: 60 }
const COLOURS: Record<Site['kind'], string> = {
  venue: '#a8322a',
  station: '#7a1f5c',
  clinic: '#2b665a',
  hospital: '#1d5f8a',
  shop: '#8a5a00',
  school: '#4a4fa3',
  canteen: '#a14a00',
  service_centre: '#5b3a1e',
  other: '#5f6670',
}

function isLocated<T extends { lon: number | null; lat: number | null }>(one: T): one is Located<T> {
  return one.lon !== null && one.lat !== null
}

/** Sites, and streets that have coordinates, where they lie: north up, to scale, without a base map. */
export function SiteMap({ map }: { map: SchematicMap }) {
  const words = usePlacesWords()
  const say = useSay()
  const sites = map.sites.filter(isLocated)
  const kinds = [...new Set(sites.map((site) => site.kind))]
  return (
    <Section title={words.siteMap} note={words.siteMapNote}>
      {sites.length ? (
        <>
          <Scatter sites={sites} streets={map.streets.filter(isLocated)} label={words.siteMap} />
          <ul className={css.legend}>
            {kinds.map((kind) => (
              <li key={kind}>
                <span className={css.dot} style={{ background: COLOURS[kind] }} aria-hidden="true" />
                {say(siteKindWords[kind])} {sites.filter((site) => site.kind === kind).length}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <EmptyState title={words.siteMapEmpty} />
      )}
    </Section>
  )
}

type ScatterProps = { sites: Located<Site>[]; streets: Located<SchematicMap['streets'][number]>[]; label: string }

function Scatter({ sites, streets, label }: ScatterProps) {
  const { at, metresPerUnit } = projectionOf([...sites, ...streets], FRAME)
  const bar = scaleBar(metresPerUnit, 160)
  return (
    <svg className={css.scatter} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label={label}>
      {streets.map((street) => {
        const { x, y } = at(street)
        return (
          <text key={street.code} x={x} y={y} textAnchor="middle" fontWeight="600">
            {street.short}
          </text>
        )
      })}
      {sites.map((site) => {
        const { x, y } = at(site)
        return (
          <g key={site.id}>
            <circle cx={x} cy={y} r="6" fill={COLOURS[site.kind]} stroke="#fff" strokeWidth="1.5" />
            <text x={x + 10} y={y + 4}>
              {site.name}
            </text>
          </g>
        )
      })}
      <path d={`M24 ${FRAME.height - 24}v6h${bar.units}v-6`} fill="none" stroke="#1f2328" strokeWidth="1.5" />
      <text x={28 + bar.units} y={FRAME.height - 16}>
        {bar.metres >= 1000 ? `${bar.metres / 1000} km` : `${bar.metres} m`}
      </text>
      <path d={`M${FRAME.width - 36} 46v-22l-6 9m6-9l6 9`} fill="none" stroke="#1f2328" strokeWidth="1.5" />
      <text x={FRAME.width - 36} y="62" textAnchor="middle">
        N
      </text>
    </svg>
  )
}
