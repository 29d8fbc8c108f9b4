import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { PLACES, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { LonLat } from './lon-lat.tsx'

type Typed = { lon: number; lat: number }

export function LocatePlace({ place, onClose }: { place: PlaceRecord; onClose: () => void }) {
  const words = usePlacesWords()
  const locate = useAct((typed: Typed) => api.placeChanges.locatePlace({ code: place.code, ...typed }), {
    said: words.located,
    refresh: [PLACES],
    onDone: onClose,
  })
  const known = place.lon !== null && place.lat !== null ? { lon: place.lon, lat: place.lat } : {}
  return (
    <FormDialog<Typed> title={`${words.locate} · ${place.short}`} onClose={onClose} act={locate} initial={known}>
      <LonLat required />
    </FormDialog>
  )
}
