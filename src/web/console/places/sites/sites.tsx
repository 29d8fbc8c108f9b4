import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { siteKindWords } from '#modules/places/sites/words.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { PLACES, type PlaceRecord, sitesQuery } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { type Site, siteColumns } from './site-columns.tsx'
import { SiteForm } from './site-form.tsx'

/** Venues, clinics and shops in a place and below it. */
export function Sites({ place }: { place: PlaceRecord }) {
  const words = usePlacesWords()
  const kit = useKitWords()
  const say = useSay()
  const sites = useQuery(sitesQuery(place.code))
  const [form, setForm] = useState<Site | 'new' | null>(null)
  const close = useAct((id: string) => api.sites.closeSite({ id }), { said: words.siteClosed, refresh: [PLACES] })
  const acts = (site: Site) =>
    site.can.change && !site.closedOn ? (
      <span style={{ whiteSpace: 'nowrap' }}>
        <Button size="small" onClick={() => setForm(site)}>
          {words.edit}
        </Button>{' '}
        <Popconfirm title={words.closeSiteSure(site.name)} onConfirm={() => close.mutate(site.id)}>
          <Button size="small" aria-label={words.closeSiteOf(site.name)}>
            {words.closeSite}
          </Button>
        </Popconfirm>
      </span>
    ) : null
  const add = place.can.change ? <Button onClick={() => setForm('new')}>{words.addSite}</Button> : null
  return (
    <Section title={words.sites} note={words.sitesNote} actions={add} flush>
      <ErrorNotice error={close.error} />
      <PagedTable
        label={words.sites}
        query={sites}
        columns={siteColumns(words, (kind) => say(siteKindWords[kind]), { title: kit.acts, render: acts })}
        rowKey={(site) => site.id}
        empty={<EmptyState title={words.noSites} />}
      />
      {form ? <SiteForm place={place} site={form === 'new' ? null : form} onClose={() => setForm(null)} /> : null}
    </Section>
  )
}
