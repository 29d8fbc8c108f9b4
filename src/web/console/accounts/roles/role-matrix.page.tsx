import CheckOutlined from '@ant-design/icons/CheckOutlined'
import { Button } from 'antd'
import { type MatrixRow, matrixRows } from '#modules/accounts/rights/rules.ts'
import { ROLES } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'
import css from './role-matrix.module.css'

/** Roles across, rights and field classes down: drawn from the very rules that the server asks. */
export function RoleMatrixPage() {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const say = useSay()
  const save = useAct(() => api.rights.exportRoles(), { onDone: saveFile })
  const rooms = Map.groupBy(matrixRows(), ({ room }) => room)
  return (
    <Page
      title={words.rolesTitle}
      lead={words.rolesLead}
      actions={
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {more.export}
        </Button>
      }
    >
      <ErrorNotice error={save.error} />
      {[...rooms].map(([room, rows]) => (
        <Matrix
          key={room}
          title={say(rows[0]?.kind ?? { zh: room, en: room })}
          head={room === 'sees' ? words.sees : words.permission}
          rows={rows}
        />
      ))}
    </Page>
  )
}

function Matrix({ title, head, rows }: { title: string; head: string; rows: MatrixRow[] }) {
  const words = useAccountsWords()
  const say = useSay()
  return (
    <Section title={title} flush>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls and has nothing in it to focus */}
      <div className={css.scroll} role="group" aria-label={title} tabIndex={0}>
        <table className={css.matrix}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className={css.role}>
                  {say(roleWords[role])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{say(row.words)}</th>
                {ROLES.map((role, at) => (
                  <td key={role}>
                    {row.holders[at] ? <CheckOutlined className={css.yes ?? ''} aria-hidden="true" /> : '–'}
                    <span className="visually-hidden">{row.holders[at] ? words.may : words.mayNot}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
