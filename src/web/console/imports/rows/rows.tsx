import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { plans } from '#modules/people/roster-import/contract.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { type Batch, PAGE, type Plan, rowsQuery } from '../queries.ts'
import { useImportsWords } from '../words.ts'
import { DecideAll } from './decide-all.tsx'
import { RowCard } from './row-card.tsx'
import css from './rows.module.css'

const route = getRouteApi('/shell/imports/$id')

/** The preview: rows by what would happen to them, and by the reasons of doubt. */
export function Rows({ batch }: { batch: Batch }) {
  const words = useImportsWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const shown = search.plan ?? firstOf(batch)
  const rows = useQuery({ ...rowsQuery(batch.id, { ...search, plan: shown }), placeholderData: keepPreviousData })
  const go = (change: Partial<typeof search>) => {
    navigate({ search: (old) => ({ ...old, offset: undefined, ...change }), replace: true }).catch(() => undefined)
  }
  const tabs = plans
    .filter((plan) => batch.counts[plan] > 0)
    .map((plan) => ({ value: plan, label: words.plans[plan], count: batch.counts[plan] }))
  return (
    <Section title={words.counts} note={words.planHints[shown]} flush>
      <div className={css.tabs}>
        <Tabs
          label={words.planFilter}
          options={tabs}
          value={shown}
          onChange={(plan) => go({ plan, reason: undefined })}
        />
      </div>
      <Filters batch={batch} shown={shown} go={go} />
      <Answer query={rows} lines={8}>
        {({ items, total }) => (
          <>
            {batch.can.remap ? <DecideAll batch={batch} plan={shown} reason={search.reason} total={total} /> : null}
            {items.length ? (
              <ol className={css.rows}>
                {items.map((row) => (
                  <RowCard key={row.seq} batch={batch} row={row} />
                ))}
              </ol>
            ) : (
              <EmptyState title={words.noneHere} />
            )}
            <Pager
              total={total}
              offset={search.offset ?? 0}
              limit={PAGE}
              onTurn={(offset) => go({ offset: offset || undefined })}
            />
          </>
        )}
      </Answer>
    </Section>
  )
}

/** Doubtful rows first: they are what waits for somebody. */
function firstOf({ counts }: Batch): Plan {
  const order: Plan[] = ['doubtful', 'changed', 'new', 'refused', 'duplicate', 'unchanged']
  return order.find((plan) => counts[plan] > 0) ?? 'not-a-person'
}

type FiltersProps = {
  batch: Batch
  shown: Plan
  go: (change: { reason?: string | undefined; q?: string | undefined }) => void
}

function Filters({ batch, shown, go }: FiltersProps) {
  const words = useImportsWords()
  const say = useSay()
  const { aside } = usePunctuation()
  const { reason, q } = route.useSearch()
  const reasons = batch.reasons.map(({ code, count, words: sentence }) => ({
    value: code,
    label: aside(say(sentence), String(count)),
  }))
  const hasReasons = shown === 'doubtful' || shown === 'refused' || shown === 'duplicate'
  return (
    <FilterBar onClear={reason || q ? () => go({ reason: undefined, q: undefined }) : undefined}>
      <SearchInput label={words.searchName} value={q ?? ''} onSearch={(text) => go({ q: text || undefined })} />
      {hasReasons && reasons.length ? (
        <div className={css.reason}>
          <PlainSelect
            label={words.reasonFilter}
            any={words.allReasons}
            options={reasons}
            value={reason}
            onChange={(code) => go({ reason: code })}
          />
        </div>
      ) : null}
    </FilterBar>
  )
}
