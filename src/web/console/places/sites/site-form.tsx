import { Checkbox, Form, Input, Select } from 'antd'
import { siteKindWords } from '#modules/places/sites/words.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { LonLat } from '../acts/lon-lat.tsx'
import { PLACES, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import type { Site } from './site-columns.tsx'

type Typed = Pick<Site, 'name' | 'kind' | 'address' | 'phone' | 'opens' | 'isShared' | 'lon' | 'lat'>
type SiteFormProps = { place: PlaceRecord; site: Site | null; onClose: () => void }

/** Registers a site in a place, or changes one that is there. */
export function SiteForm({ place, site, onClose }: SiteFormProps) {
  const words = usePlacesWords()
  const kit = useKitWords()
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
      open
      onClose={onClose}
      onSubmit={save.mutate}
      pending={save.isPending}
      error={save.error}
      initial={site ?? { kind: 'venue', isShared: false }}
    >
      <Form.Item label={words.name} name="name" rules={[{ required: true, message: kit.required(words.name) }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item label={words.kind} name="kind">
        <Select options={kinds} />
      </Form.Item>
      <Form.Item label={words.address} name="address">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item label={words.phone} name="phone">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item label={words.opens} name="opens">
        <Input maxLength={100} />
      </Form.Item>
      <LonLat />
      <Form.Item name="isShared" valuePropName="checked">
        <Checkbox>{words.shared}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
