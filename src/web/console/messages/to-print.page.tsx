import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PlacePicker } from '../places/place-picker.tsx'
import { PrintSheet } from './paper/print-sheet.tsx'
import { toPrintQuery } from './queries.ts'
import { useMessageWords } from './words.ts'

const route = getRouteApi('/shell/notices-to-print')

/** What is brought home on paper, a sheet for each community, with a line to sign for each. */
export function ToPrintPage() {
  const words = useMessageWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery(toPrintQuery(search))
  const change = (place: string | null) => {
    navigate({ search: { place: place ?? undefined }, replace: true }).catch(() => undefined)
  }
  const print = (
    <Button type="primary" disabled={!list.data?.total} onClick={() => window.print()}>
      {words.print}
    </Button>
  )
  return (
    <Page title={words.toPrint} lead={words.toPrintLead} actions={print}>
      <Section title={words.underPlace} quiet>
        <FilterBar>
          <div style={{ width: 260, maxWidth: '100%' }}>
            <PlacePicker label={words.underPlace} value={search.place ?? null} onChange={change} />
          </div>
        </FilterBar>
      </Section>
      <Answer query={list} lines={8}>
        {({ groups }) =>
          groups.length ? (
            <div data-sheet>
              {groups.map((group) => (
                <PrintSheet key={group.placeCode ?? 'none'} group={group} />
              ))}
            </div>
          ) : (
            <EmptyState title={words.toPrintNone} hint={words.toPrintNoneHint} />
          )
        }
      </Answer>
    </Page>
  )
}
