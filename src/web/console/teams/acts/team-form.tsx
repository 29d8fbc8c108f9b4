import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { needKinds, teamKinds } from '#modules/volunteering/codes/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useNamesOf } from '../../../ui/language/names-of.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { UnitPicker } from '../../units/unit-picker.tsx'
import { type TeamRecord, teamsQuery, VOLUNTEERING } from '../queries.ts'
import { useTeamsWords } from '../words.ts'

type Typed = {
  kind: keyof typeof teamKinds
  name: string
  parentId?: string
  fields: (keyof typeof needKinds)[]
  placeCode: string
  unitId?: string | null
  purpose?: string
}

/** A team as it is founded and as it is changed. */
export function TeamForm({ team, onClose }: { team?: TeamRecord; onClose: () => void }) {
  const words = useTeamsWords()
  const send = useAct(
    async ({ kind, parentId, unitId, purpose, ...typed }: Typed): Promise<unknown> => {
      const isTeam = (team?.kind ?? kind) === 'team'
      const facts = {
        ...typed,
        parentId: (isTeam && parentId) || null,
        unitId: unitId ?? null,
        purpose: purpose || null,
      }
      return team
        ? api.teams.changeTeam({ id: team.id, version: team.version, ...facts })
        : api.teams.foundTeam({ kind, ...facts })
    },
    { said: team ? words.saved : words.founded, refresh: [VOLUNTEERING], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={team ? `${words.change} · ${team.name}` : words.found}
      onClose={onClose}
      act={send}
      initial={initialOf(team)}
      {...(team ? {} : { submitLabel: words.found })}
    >
      <Fields team={team} />
    </FormDialog>
  )
}

function initialOf(team: TeamRecord | undefined): Partial<Typed> {
  if (!team) return { kind: 'team', fields: [] }
  const { kind, name, fields, placeCode, unitId } = team
  const more = {
    ...(team.parentId ? { parentId: team.parentId } : {}),
    ...(team.purpose ? { purpose: team.purpose } : {}),
  }
  return { kind, name, fields, placeCode, unitId, ...more }
}

function Fields({ team }: { team: TeamRecord | undefined }) {
  const words = useTeamsWords()
  const kit = useKitWords()
  const corps = useQuery(teamsQuery({}))
  const kind = Form.useWatch<Typed['kind'] | undefined>('kind') ?? team?.kind
  const namesOf = useNamesOf()
  const parents = (corps.data?.items ?? []).filter((one) => one.kind === 'corps' && one.id !== team?.id)
  return (
    <>
      {team ? null : (
        <Form.Item label={words.kind} name="kind">
          <PlainSelect label={words.kind} options={namesOf(teamKinds)} />
        </Form.Item>
      )}
      <TextField label={words.name} name="name" most={60} required />
      {kind === 'corps' ? null : (
        <Form.Item label={words.parent} name="parentId">
          <PlainSelect
            label={words.parent}
            any={kit.nothing}
            options={parents.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      <Form.Item label={words.place} name="placeCode" rules={[{ required: true, message: kit.required(words.place) }]}>
        <PlacePicker label={words.place} current={team ? { value: team.placeCode, label: team.place } : null} />
      </Form.Item>
      <Form.Item label={words.fields} name="fields">
        <Select
          mode="multiple"
          options={namesOf(needKinds)}
          aria-label={words.fields}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item label={words.unit} name="unitId">
        <UnitPicker label={words.unit} current={team?.unitId ? { value: team.unitId, label: team.unit ?? '' } : null} />
      </Form.Item>
      <Form.Item label={words.purpose} name="purpose">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}
