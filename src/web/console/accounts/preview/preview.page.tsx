import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { classWords, permissionWords } from '#modules/accounts/rights/words.ts'
import { PERMISSIONS, type PermissionName } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Facts } from '../../../ui/page/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { navGroups } from '../../nav.ts'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'

type Preview = Awaited<ReturnType<typeof api.rights.previewAccount>>
const route = getRouteApi('/shell/accounts/$id/preview')

/** What an account would see. Asked once for each visit of the page: each asking is in the audit trail. */
export function PreviewPage() {
  const words = useAdministrationWords()
  const { id } = route.useParams()
  const preview = useQuery({
    queryKey: ['preview', id],
    queryFn: () => api.rights.previewAccount({ id }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Page
      title={words.previewTitle(preview.data?.name ?? '')}
      lead={words.previewLead}
      actions={
        <ButtonLink to="/accounts" search={{ account: id, q: preview.data?.login }}>
          {words.back}
        </ButtonLink>
      }
    >
      <Answer query={preview} lines={8}>
        {(found) => (
          <>
            <Rights preview={found} />
            <Numbers preview={found} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Rights({ preview }: { preview: Preview }) {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const say = useSay()
  const holds = new Set(preview.permissions)
  const { enumerate } = usePunctuation()
  const list = (items: string[]) => enumerate(items) || words.nothing
  const lines = navGroups.flatMap(({ entries }) => entries)
  const menu = lines.filter(({ needs }) => needs === undefined || holds.has(needs)).map(({ label }) => say(label))
  const rights = PERMISSIONS.filter((one) => holds.has(one)).map((one: PermissionName) => say(permissionWords[one]))
  return (
    <Section title={words.previewRights}>
      <Facts
        items={[
          { label: accounts.role, value: list(preview.roles.map((role) => say(roleWords[role]))) },
          { label: words.areas, value: list(preview.areas) },
          { label: words.previewMenu, value: list(menu), wide: true },
          { label: words.previewRights, value: list(rights), wide: true },
          { label: words.previewSees, value: list(preview.sees.map((one) => say(classWords[one]))), wide: true },
        ]}
      />
    </Section>
  )
}

function Numbers({ preview }: { preview: Preview }) {
  const words = useAdministrationWords()
  if (preview.people === 0) return <EmptyState title={words.noPeople} hint={words.noPeopleHint} />
  return (
    <>
      <Section title={words.previewPeople}>
        <strong style={{ fontSize: '1.6rem' }}>{words.peopleCount(preview.people)}</strong>
      </Section>
      <Counts title={words.byCommunity} head={words.community} rows={preview.communities} />
      <Counts title={words.byUnit} head={words.unit} rows={preview.units} />
    </>
  )
}

type CountsProps = { title: string; head: string; rows: Preview['communities'] }

function Counts({ title, head, rows }: CountsProps) {
  const words = useAdministrationWords()
  if (rows.length === 0) return null
  return (
    <Section title={title} flush>
      <DataTable
        label={title}
        rowKey={({ id }) => id}
        rows={rows}
        columns={[
          { key: 'name', title: head, render: ({ name }) => name },
          {
            key: 'people',
            title: words.people,
            align: 'right',
            render: ({ people }) => words.peopleCount(people),
          },
        ]}
      />
    </Section>
  )
}
