import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { onBehalves, redemptionStates } from '#modules/volunteering/bank/codes/index.ts'
import { Mark, type Tone } from '../../ui/control/mark.tsx'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useTimes } from '../../ui/language/times.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { RedemptionActs } from './acts/redemption-acts.tsx'
import { BankPage } from './parts/bank-page.tsx'
import { Requests } from './parts/requests.tsx'
import { PAGE, type Redemption, redemptionsQuery } from './queries.ts'
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
  const { search, change, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const columns = useColumns()
  const redemptions = useQuery({ ...redemptionsQuery(search), placeholderData: keepPreviousData })
  return (
    <BankPage part="redemptions">
      <Requests />
      <Section title={words.redemptions} flush>
        <FilterBar>
          <PlainSelect
            label={words.status}
            any={words.any}
            value={search.status}
            onChange={(status) => change({ status })}
            options={STATES.map((value) => ({ value, label: say(redemptionStates[value]) }))}
          />
          {search.personId ? <Button onClick={() => change({ personId: undefined })}>{words.everybody}</Button> : null}
        </FilterBar>
        <PagedTable
          query={redemptions}
          label={words.redemptions}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words.noRedemptions} hint={words.noRedemptionsHint} />}
          page={pageOf(PAGE)}
          lines={8}
        />
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
