import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert } from 'antd'
import { figureWords } from '#modules/reports/need-ledger/words.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { PlacePicker } from '../../places/place-picker.tsx'
import { LedgerEntries } from './entries.tsx'
import { KindFigures, MonthFigures, StreetFigures } from './figures.tsx'
import { LedgerActs } from './ledger-acts.tsx'
import { ledgerQuery, type NeedLedger, type NeedLedgerSearch } from './queries.ts'
import { useNeedLedgerWords } from './words.ts'

const route = getRouteApi('/shell/ledgers/needs')

export function NeedLedgerPage() {
  const words = useNeedLedgerWords()
  const say = useSay()
  const search = route.useSearch()
  const ledger = useQuery({ ...ledgerQuery(search), placeholderData: keepPreviousData })
  const found = ledger.data
  return (
    <Page
      title={found ? say(found.title) : words.title}
      lead={[found?.organisation, found && !found.isWhole ? words.partial : null, words.lead]
        .filter(Boolean)
        .join(' · ')}
      actions={found ? <LedgerActs ledger={found} search={search} /> : null}
    >
      <Section title={words.summary} quiet>
        <Filters months={found?.months.map(({ month }) => month) ?? []} month={found?.month} />
        <Answer query={ledger}>
          {(answer) => (
            <>
              <Closing ledger={answer} />
              <KindFigures ledger={answer} search={search} />
            </>
          )}
        </Answer>
      </Section>
      <LedgerEntries />
      {found && found.streets.length > 1 ? (
        <Section title={words.byStreet} flush>
          <StreetFigures ledger={found} />
        </Section>
      ) : null}
      {found ? (
        <Section title={words.months} flush>
          <MonthFigures ledger={found} search={search} />
        </Section>
      ) : null}
    </Page>
  )
}

function Filters({ months, month }: { months: readonly string[]; month: string | undefined }) {
  const words = useNeedLedgerWords()
  const times = useTimes()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: NeedLedgerSearch) => {
    const all = { figure: undefined, kind: undefined, offset: undefined, ...part }
    navigate({ search: (old) => ({ ...old, ...all }), replace: true }).catch(() => undefined)
  }
  return (
    <FilterBar>
      <PlainSelect
        label={words.month}
        options={months.map((value) => ({ value, label: times.month(value) }))}
        value={month}
        onChange={(value) => change({ month: value })}
      />
      <div style={{ width: 220 }}>
        <PlacePicker
          label={words.place}
          placeholder={words.anyPlace}
          value={search.place ?? null}
          onChange={(place) => change({ place: place ?? undefined })}
        />
      </div>
    </FilterBar>
  )
}

function Closing({ ledger }: { ledger: NeedLedger }) {
  const words = useNeedLedgerWords()
  const say = useSay()
  const times = useTimes()
  const { enumerate } = usePunctuation()
  const { closing } = ledger
  if (!closing)
    return (
      <p style={{ padding: '0 20px 8px' }}>
        <Mark>{ledger.isOver ? words.openMark : words.current}</Mark>
      </p>
    )
  const names = closing.differing.map((key) => say(figureWords[key]))
  return (
    <>
      <p style={{ padding: '0 20px 8px' }}>
        <Mark tone="good">{words.closedMark}</Mark>{' '}
        {words.closedBy(closing.closedBy ?? '', times.minute(closing.closedAt))}
      </p>
      {names.length ? <Alert type="error" showIcon title={words.differs(enumerate(names))} role="alert" /> : null}
    </>
  )
}
