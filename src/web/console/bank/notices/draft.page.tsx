import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { dayOf } from '../../gatherings/calendar/days.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { treeQuery } from '../../places/queries.ts'
import { useMay } from '../../shell/session/me.ts'
import { BANK } from '../queries.ts'
import { FiguresOf } from './figures.tsx'
import { PeopleOf } from './people.tsx'
import { draftQuery } from './queries.ts'
import type { DraftSearch } from './search.ts'
import { useNoticeWords } from './words.ts'

const route = getRouteApi('/shell/bank/notices/draft')
const DAY_MS = 86_400_000
const lastMonth = () => dayOf(Date.parse(`${dayOf(Date.now()).slice(0, 7)}-01T00:00:00Z`) - DAY_MS).slice(0, 7)

/** What a notice would say, looked through before it is published. */
export function NoticeDraftPage() {
  const words = useNoticeWords()
  const search = route.useSearch()
  const tree = useQuery(treeQuery)
  const [before] = useState(lastMonth)
  const month = search.month ?? before
  // Whose area is a street finds it as the highest place of the tree.
  const top = tree.data?.items[0]
  const placeCode = search.place ?? top?.code ?? ''
  const name = tree.data?.items.find(({ code }) => code === placeCode)?.name ?? ''
  const draft = useQuery(draftQuery({ month, placeCode }))
  const [isPublishing, setPublishing] = useState(false)
  const may = useMay()('bank.manage')
  const standing = draft.data?.standing
  const publish = may && draft.data?.people.length && !standing && (
    <Button type="primary" onClick={() => setPublishing(true)}>
      {words.publish}
    </Button>
  )
  const open = standing && (
    <ButtonLink to="/bank/notices/$id" params={{ id: standing }}>
      {words.open}
    </ButtonLink>
  )
  return (
    <Page
      title={words.draft}
      lead={standing ? words.standing : words.draftLead}
      trail={<Link to="/bank/notices">{words.title}</Link>}
      actions={publish || open || null}
    >
      <Choose month={month} placeCode={placeCode} name={name} />
      <Answer query={draft} lines={8}>
        {({ people, ...figures }) =>
          people.length ? (
            <>
              <FiguresOf figures={figures} />
              <PeopleOf people={people} />
            </>
          ) : (
            <EmptyState title={words.nothing} hint={words.nothingHint} />
          )
        }
      </Answer>
      {isPublishing ? <Publish asked={{ month, placeCode }} name={name} onClose={() => setPublishing(false)} /> : null}
    </Page>
  )
}

function Choose({ month, placeCode, name }: { month: string; placeCode: string; name: string }) {
  const words = useNoticeWords()
  const navigate = route.useNavigate()
  const change = (part: DraftSearch) => {
    navigate({ search: (old) => ({ ...old, ...part }), replace: true }).catch(() => undefined)
  }
  return (
    <Section title={words.month} quiet>
      <FilterBar>
        <Input
          type="month"
          aria-label={words.month}
          value={month}
          onChange={(event) => change({ month: event.target.value || undefined })}
          style={{ maxWidth: 200 }}
        />
        <div style={{ minWidth: 220 }}>
          <PlacePicker
            key={name}
            label={words.place}
            value={placeCode || null}
            current={placeCode && name ? { value: placeCode, label: name } : null}
            onChange={(place) => change({ place: place ?? undefined })}
          />
        </div>
      </FilterBar>
    </Section>
  )
}

type Asked = { month: string; placeCode: string }

function Publish({ asked, name, onClose }: { asked: Asked; name: string; onClose: () => void }) {
  const words = useNoticeWords()
  const times = useTimes()
  const navigate = useNavigate()
  const publish = useAct(
    ({ phone }: { phone?: string }) => api.bankNotices.publishNotice({ ...asked, phone: phone || null }),
    {
      said: ({ untilOn }) => words.published(untilOn),
      refresh: [BANK],
      onDone: ({ id }) => {
        navigate({ to: '/bank/notices/$id', params: { id } }).catch(() => undefined)
      },
    },
  )
  return (
    <FormDialog<{ phone?: string }>
      title={words.publishSure(times.month(asked.month), name)}
      submitLabel={words.publish}
      onClose={onClose}
      act={publish}
    >
      <p>{words.publishHint}</p>
      <TextField label={words.phone} name="phone" most={40} hint={words.phoneHint} />
    </FormDialog>
  )
}
