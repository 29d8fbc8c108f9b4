import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { NEEDS, type NeedRecord } from '../queries.ts'
import { useNeedsWords } from '../words.ts'
import { NeedFields } from './need-fields.tsx'

type Typed = Omit<Parameters<typeof api.needs.classifyNeed>[0], 'id' | 'version' | 'wishedOn'> & {
  wishedOn?: string | undefined
}

export function ClassifyNeed({ need, onClose }: { need: NeedRecord; onClose: () => void }) {
  const words = useNeedsWords()
  const { id, version, kind, urgency, placeCode, intensity, minutes } = need
  const change = useAct(
    ({ wishedOn, ...typed }: Typed) =>
      api.needs.classifyNeed({
        id,
        version,
        ...typed,
        wishedOn: wishedOn ?? null,
      }),
    { said: words.saved, refresh: [NEEDS], onDone: onClose },
  )
  // A list box holds texts; the contract is told a number.
  const initial = { kind, urgency, placeCode, minutes, intensity: String(intensity) as unknown as number } // as above
  return (
    <FormDialog<Typed>
      title={`${words.classify} · ${need.number}`}
      onClose={onClose}
      act={change}
      initial={{ ...initial, words: need.words ?? '', ...(need.wishedOn ? { wishedOn: need.wishedOn } : {}) }}
    >
      <NeedFields place={{ value: placeCode, label: need.place }} isPlaceNeeded />
    </FormDialog>
  )
}
