import { Checkbox, Form, Select } from 'antd'
import { siteKindWords } from '#modules/places/sites/words.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { LonLat } from '../acts/lon-lat.tsx'
import { PLACES, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import type { Site } from './site-columns.tsx'

type Typed = Pick<Site, 'name' | 'kind' | 'address' | 'phone' | 'opens' | 'isShared' | 'lon' | 'lat'>
type SiteFormProps = { place: PlaceRecord; site: Site | null; onClose: () => void }

/** Registers a site in a place, or changes one that is there. */
export function SiteForm({ place, site, onClose }: SiteFormProps) {
  const words = usePlacesWords()
  const say = useSay()
  const save = useAct(
    async (typed: Typed) => {
      if (site) await api.sites.changeSite({ ...typed, id: site.id, placeCode: site.placeCode, unitId: site.unitId })
      else await api.sites.addSite({ ...typed, placeCode: place.code })
    },
    { said: words.siteSaved, refresh: [PLACES], onDone: onClose },
  )
  const kinds = Object.entries(siteKindWords).map(([value, name]) => ({ value, label: say(name) }))
  return (
    <FormDialog<Typed>
      title={site ? words.changeSite : `${words.addSite} · ${place.short}`}
      onClose={onClose}
      act={save}
      initial={site ?? { kind: 'venue', isShared: false }}
    >
      <TextField label={words.name} name="name" most={100} required />
      <Form.Item label={words.kind} name="kind">
        <Select options={kinds} />
      </Form.Item>
      <TextField label={words.address} name="address" />
      <TextField label={words.phone} name="phone" most={40} />
      <TextField label={words.opens} name="opens" most={100} />
      <LonLat />
      <Form.Item name="isShared" valuePropName="checked">
        <Checkbox>{words.shared}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
