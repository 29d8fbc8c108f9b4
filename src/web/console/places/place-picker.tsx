import { levelWords } from '#modules/places/words.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { type Choice, RemoteSelect } from '../../ui/form/remote-select.tsx'
import { useSay } from '../../ui/language/language.ts'
import { PLACES, type PlaceLine, treeQuery } from './queries.ts'

type PlacePickerProps = {
  id?: string
  value?: string | null
  onChange?: (code: string | null) => void
  current?: Choice | null
  label?: string
  /** Shown while nothing is chosen. */
  placeholder?: string
  disabled?: boolean
}
const SHOWN = 60
const TREE_MS = 300_000

/** A place of any level, by name. Before anything is typed it offers the streets. */
export function PlacePicker({ onChange, ...rest }: PlacePickerProps) {
  const say = useSay()
  const load = async (q: string) => {
    const { items } = await api.places.listPlaces(q ? { q } : {})
    const tree = q ? await queries.query({ ...treeQuery, staleTime: TREE_MS }) : null
    return items.slice(0, SHOWN).map((place) => toChoice(place, tree?.items ?? [], say(levelWords[place.level])))
  }
  return <RemoteSelect {...rest} name={PLACES[0]} load={load} onChange={(code) => onChange?.(code)} />
}

function toChoice(place: PlaceLine, tree: readonly PlaceLine[], level: string): Choice {
  const parent = tree.find((one) => one.code === place.parent)
  const above = parent && parent.level !== 'county' ? `${parent.short} · ` : ''
  return { value: place.code, label: place.name, note: `${above}${level}` }
}
