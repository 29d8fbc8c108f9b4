import { Button, Form, Input, Popconfirm } from 'antd'
import { partnerKinds } from '#modules/volunteering/bank/codes/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { BANK, type Partner } from '../queries.ts'
import { useBankWords } from '../words.ts'

type Kind = Partner['kind']
type Typed = { name: string; kind: Kind; placeCode: string; address?: string | null; phone?: string | null }
const KINDS = Object.keys(partnerKinds) as Kind[] // the keys of a closed record

export function PartnerDialog({ partner, onClose }: { partner: Partner | undefined; onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const say = useSay()
  const save = useAct(
    async (typed: Typed) => {
      const { id, version, unitId } = partner ?? {}
      if (id !== undefined && version !== undefined)
        await api.bankPartners.changePartner({ id, version, unitId: unitId ?? null, ...typed })
      else await api.bankPartners.addPartner(typed)
    },
    { said: words.saved, refresh: [BANK], onDone: onClose },
  )
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<Typed>
      title={partner ? `${words.changePartner} · ${partner.name}` : words.addPartner}
      onClose={onClose}
      act={save}
      initial={partner ?? { kind: 'shop' }}
    >
      <Form.Item label={words.partnerName} name="name" rules={must(words.partnerName)}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={words.kind} name="kind" rules={must(words.kind)}>
        <PlainSelect label={words.kind} options={KINDS.map((value) => ({ value, label: say(partnerKinds[value]) }))} />
      </Form.Item>
      <Form.Item label={words.place} name="placeCode" rules={must(words.place)}>
        <PlacePicker
          label={words.place}
          {...(partner ? { current: { value: partner.placeCode, label: partner.place } } : {})}
        />
      </Form.Item>
      <Form.Item label={words.address} name="address">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item label={words.phone} name="phone">
        <Input maxLength={40} />
      </Form.Item>
      {partner ? <Standing partner={partner} onClose={onClose} /> : null}
    </FormDialog>
  )
}

function Standing({ partner: { id, status }, onClose }: { partner: Partner; onClose: () => void }) {
  const words = useBankWords()
  const change = useAct(
    () => (status === 'open' ? api.bankPartners.closePartner({ id }) : api.bankPartners.reopenPartner({ id })),
    { said: words.saved, refresh: [BANK], onDone: onClose },
  )
  if (status === 'closed') return <Button onClick={() => change.mutate()}>{words.reopen}</Button>
  return (
    <Popconfirm title={words.closeSure} onConfirm={() => change.mutate()}>
      <Button danger>{words.close}</Button>
    </Popconfirm>
  )
}
