import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { onBehalves, redemptionStates } from '#modules/volunteering/bank/codes/index.ts'
import { Mark, type Tone } from '../../ui/control/mark.tsx'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useTimes } from '../../ui/language/times.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { RedemptionActs } from './acts/redemption-acts.tsx'
import { BankPage } from './parts/bank-page.tsx'
import { Requests } from './parts/requests.tsx'
import { PAGE, type Redemption, redemptionsQuery } from './queries.ts'
import type { RedemptionSearch } from './routes.ts'
import { useBankWords } from './words.ts'

const route = getRouteApi('/shell/bank/redemptions')
const STATES = Object.keys(redemptionStates) as (keyof typeof redemptionStates)[] // the keys of a closed record
const tones: Record<Redemption['status'], Tone> = {
  reserved: 'doubtful',
  handed_over: 'good',
  undone: 'plain',
  expired: 'plain',
  reversed: 'bad',
}

export function RedemptionListPage() {
  const words = useBankWords()
  const say = useSay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useColumns()
  const redemptions = useQuery({ ...redemptionsQuery(search), placeholderData: keepPreviousData })
  const show = (next: RedemptionSearch) => {
    navigate({ search: next }).catch(() => undefined)
  }
  return (
    <BankPage part="redemptions">
      <Requests />
      <Section title={words.redemptions} flush>
        <FilterBar>
          <PlainSelect
            label={words.status}
            any={words.any}
            value={search.status}
            onChange={(status) => show({ ...search, status, offset: undefined })}
            options={STATES.map((value) => ({ value, label: say(redemptionStates[value]) }))}
          />
          {search.personId ? <Button onClick={() => show({ status: search.status })}>{words.everybody}</Button> : null}
        </FilterBar>
        <Answer query={redemptions} lines={8}>
          {({ items, total }) => (
            <>
              <DataTable
                label={words.redemptions}
                columns={columns}
                rows={items}
                rowKey={({ id }) => id}
                stale={redemptions.isPlaceholderData}
                empty={<EmptyState title={words.noRedemptions} hint={words.noRedemptionsHint} />}
              />
              <Pager
                total={total}
                offset={search.offset ?? 0}
                limit={PAGE}
                onTurn={(offset) => show({ ...search, offset: offset || undefined })}
              />
            </>
          )}
        </Answer>
      </Section>
    </BankPage>
  )
}

function useColumns(): Column<Redemption>[] {
  const words = useBankWords()
  const kit = useKitWords()
  const say = useSay()
  const times = useTimes()
  return [
    {
      key: 'name',
      title: words.name,
      render: ({ personId, name }) => (
        <Link to="/bank/accounts/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    { key: 'item', title: words.item, width: 160, render: ({ item, quantity }) => `${item} × ${quantity}` },
    { key: 'partner', title: words.partner, width: 120, render: ({ partner }) => partner },
    { key: 'points', title: words.points, align: 'right', render: ({ points }) => points },
    {
      key: 'status',
      title: words.status,
      render: ({ status, isAsked, reason }) => (
        <>
          <Mark tone={tones[status]}>{say(redemptionStates[status])}</Mark> {isAsked ? words.waits : reason}
        </>
      ),
    },
    { key: 'onBehalf', title: words.onBehalf, render: ({ onBehalf }) => say(onBehalves[onBehalf]) },
    { key: 'at', title: words.reservedAt, width: 140, render: ({ reservedAt }) => times.minute(reservedAt) },
    { key: 'acts', title: kit.acts, render: (line) => <RedemptionActs line={line} /> },
  ]
}
