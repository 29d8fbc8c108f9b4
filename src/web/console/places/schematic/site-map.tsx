import { siteKindWords } from '#modules/places/sites/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useNarrow } from '../../shell/use-narrow.ts'
import { usePlacesWords } from '../words.ts'
import { besides, withoutOverlap } from './labels.ts'
import { type Frame, projectionOf, scaleBar } from './projection.ts'
import css from './schematic.module.css'
import type { SchematicMap } from './schematic.tsx'

type Site = SchematicMap['sites'][number]
type Located<T> = T & { lon: number; lat: number }
const DESK: Frame = { width: 740, height: 520, margin: 44 }
const PHONE: Frame = { width: 380, height: 420, margin: 40 }
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
  const frame = useNarrow() ? PHONE : DESK
  const { at, metresPerUnit } = projectionOf([...sites, ...streets], frame)
  const names = withoutOverlap([
    ...streets.map((street) => ({ id: street.code, text: street.short, x: at(street).x - 24, y: at(street).y - 12 })),
    ...sites.map((site) => ({ id: site.id, ...besides(site.name, at(site), frame.width) })),
  ])
  return (
    <svg className={css.scatter} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={label}>
      {sites.map((site) => (
        <circle
          key={site.id}
          cx={at(site).x}
          cy={at(site).y}
          r="6"
          fill={COLOURS[site.kind]}
          stroke="#fff"
          strokeWidth="1.5"
        >
          <title>{site.name}</title>
        </circle>
      ))}
      {names.map(({ id, text, x, y }) => (
        <text key={id} x={x} y={y}>
          {text}
        </text>
      ))}
      <ScaleAndNorth frame={frame} metresPerUnit={metresPerUnit} />
    </svg>
  )
}

function ScaleAndNorth({ frame, metresPerUnit }: { frame: Frame; metresPerUnit: number }) {
  const bar = scaleBar(metresPerUnit, frame.width / 5)
  return (
    <g>
      <path d={`M24 ${frame.height - 24}v6h${bar.units}v-6`} fill="none" stroke="#1f2328" strokeWidth="1.5" />
      <text x={28 + bar.units} y={frame.height - 16}>
        {bar.metres >= 1000 ? `${bar.metres / 1000} km` : `${bar.metres} m`}
      </text>
      <path d={`M${frame.width - 36} 46v-22l-6 9m6-9l6 9`} fill="none" stroke="#1f2328" strokeWidth="1.5" />
      <text x={frame.width - 36} y="62" textAnchor="middle">
        N
      </text>
    </g>
  )
}
