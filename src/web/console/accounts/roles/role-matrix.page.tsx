import CheckOutlined from '@ant-design/icons/CheckOutlined'
import { PERMISSIONS, powersOf, ROLES, type Role } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useAccountsWords } from '../words.ts'
import css from './role-matrix.module.css'

const ROOMS = [
  'people',
  'import',
  'ledger',
  'places',
  'units',
  'settings',
  'accounts',
  'grants',
  'policy',
  'audit',
  'operations',
] as const
const CLASSES = ['pi', 'sensitive', 'restricted'] as const

/** Roles across, permissions down: drawn from the very rules that the server asks. */
export function RoleMatrixPage() {
  const words = useAccountsWords()
  return (
    <Page title={words.rolesTitle} lead={words.rolesLead}>
      {ROOMS.map((room) => (
        <Matrix
          key={room}
          title={words.rooms[room]}
          head={words.permission}
          rows={PERMISSIONS.filter((permission) => permission.startsWith(`${room}.`)).map((permission) => ({
            key: permission,
            label: words.permissions[permission],
            may: (role) => powersOf([role]).permissions.has(permission),
          }))}
        />
      ))}
      <Matrix
        title={words.rooms.sees}
        head={words.sees}
        rows={CLASSES.map((one) => ({
          key: one,
          label: words.classes[one],
          may: (role) => powersOf([role]).sees.has(one),
        }))}
      />
    </Page>
  )
}

type MatrixRow = { key: string; label: string; may: (role: Role) => boolean }

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
                <th scope="row">{row.label}</th>
                {ROLES.map((role) => (
                  <td key={role}>
                    {row.may(role) ? <CheckOutlined className={css.yes ?? ''} aria-hidden="true" /> : '–'}
                    <span className="visually-hidden">{row.may(role) ? words.may : words.mayNot}</span>
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
