import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input } from 'antd'
import { type GroupPost, postWords } from '#modules/activities/groups/rules.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { GROUPS, type GroupRecord, membersQuery } from '../queries.ts'
import { useGroupWords } from '../words.ts'
import css from './acts.module.css'

type Wish = { personId?: string; post?: GroupPost; isPaid?: boolean; approvalNo?: string }
type Typed = { heldOn: string; untilOn: string; voted: string; note?: string; officers: Wish[] }

/** What the members have decided: who leads until when. Former terms end with it. */
export function HoldElection({ group, onClose }: { group: GroupRecord; onClose: () => void }) {
  const words = useGroupWords()
  const kit = useKitWords()
  const say = useSay()
  const { sentences } = usePunctuation()
  const hold = useAct(
    ({ voted, note, officers, ...days }: Typed) =>
      api.groupOfficers.holdElection({
        ...days,
        id: group.id,
        voted: Number(voted),
        note: note || null,
        officers: officers.map(({ personId = '', post = 'council', isPaid = false, approvalNo }) => ({
          personId,
          post,
          isPaid,
          approvalNo: approvalNo || null,
        })),
      }),
    {
      said: ({ warnings }) =>
        warnings.length
          ? words.electedWith(sentences(warnings.map((one) => `${one.name} ${say(one)}`)))
          : words.elected,
      refresh: [GROUPS],
      onDone: onClose,
    },
  )
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<Typed>
      title={`${words.elect} · ${group.name}`}
      onClose={onClose}
      act={hold}
      initial={{ officers: [{ post: 'head' }] }}
      submitLabel={words.elect}
    >
      <div className={css.row}>
        <Form.Item label={words.heldOn} name="heldOn" rules={must(words.heldOn)}>
          <DayInput />
        </Form.Item>
        <Form.Item label={words.termUntil} name="untilOn" rules={must(words.termUntil)}>
          <DayInput />
        </Form.Item>
        <Form.Item label={words.voted} name="voted" rules={must(words.voted)}>
          <Input inputMode="numeric" maxLength={5} />
        </Form.Item>
      </div>
      <p className={css.hint}>
        {words.onlyMembers} {group.filing === 'registered' ? words.approvalHint : ''}
      </p>
      <Elected group={group} />
      <Form.Item label={words.note} name="note">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}

function Elected({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const kit = useKitWords()
  const say = useSay()
  const members = useQuery(membersQuery(group.id)).data?.items.filter((one) => one.leftOn === null) ?? []
  const people = members.map(({ personId, name, community }) => ({
    value: personId,
    label: [name, community].filter(Boolean).join(' · '),
  }))
  const posts = Object.entries(postWords).map(([value, name]) => ({ value, label: say(name) }))
  return (
    <Form.List name="officers">
      {(fields, { add, remove }) => (
        <fieldset className={css.list}>
          <legend>{words.candidates}</legend>
          {fields.map(({ key, name }, at) => (
            <div key={key} className={css.line}>
              <Form.Item name={[name, 'personId']} rules={[{ required: true, message: kit.required(words.person) }]}>
                <PlainSelect label={words.person} any={words.chooseMember} options={people} />
              </Form.Item>
              <Form.Item name={[name, 'post']}>
                <PlainSelect label={words.post} options={posts} />
              </Form.Item>
              {group.filing === 'registered' ? <Approval at={name} /> : null}
              {fields.length > 1 ? (
                <Button type="text" aria-label={words.removeCandidate(at + 1)} onClick={() => remove(name)}>
                  ✕
                </Button>
              ) : null}
            </div>
          ))}
          <Button onClick={() => add({ post: 'deputy' })}>{words.addCandidate}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

function Approval({ at }: { at: number }) {
  const words = useGroupWords()
  return (
    <>
      <Form.Item name={[at, 'approvalNo']}>
        <Input maxLength={60} placeholder={words.approvalNo} aria-label={words.approvalNo} />
      </Form.Item>
      <Form.Item name={[at, 'isPaid']} valuePropName="checked">
        <Checkbox>{words.isPaid}</Checkbox>
      </Form.Item>
    </>
  )
}
