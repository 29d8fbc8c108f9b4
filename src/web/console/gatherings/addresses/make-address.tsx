import { Button, Input, QRCode } from 'antd'
import { useId, useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useAddressWords } from '../words.ts'
import css from './addresses.module.css'
import { addressesQuery, type Listed, type Subject } from './queries.ts'

const MOST = 40
const SIZE = 168

/** Makes one more address and shows it, once; one that was stopped meanwhile is gone. */
export function MakeAddress({ subject, inUse }: { subject: Subject; inUse: Listed['items'] }) {
  const words = useAddressWords()
  const id = useId()
  const [label, setLabel] = useState('')
  const asked = { ...subject, origin: window.location.origin, label: label.trim() || null }
  const refresh = [addressesQuery(subject).queryKey]
  const make = useAct(() => api.calendarAddresses.giveCalendarAddress(asked), { refresh, onDone: () => setLabel('') })
  return (
    <>
      <div className={css.make}>
        {subject.of === 'person' ? null : (
          <label className={css.label} htmlFor={id}>
            {words.label}
            <Input
              id={id}
              value={label}
              maxLength={MOST}
              placeholder={words.labelHint}
              onChange={(event) => setLabel(event.target.value)}
            />
          </label>
        )}
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
          {words.make}
        </Button>
      </div>
      {inUse.some(({ id: made }) => made === make.data?.id) && make.data ? <Given {...make.data} /> : null}
      <ErrorNotice error={make.error} />
    </>
  )
}

function Given({ address, link }: { address: string; link: string }) {
  const words = useAddressWords()
  return (
    <div className={css.given} role="status">
      <QRCode
        role="img"
        aria-label={words.qr}
        value={link}
        size={SIZE}
        type="svg"
        bordered={false}
        color="#000000"
        bgColor="#ffffff"
      />
      <div className={css.words}>
        <Input.TextArea readOnly autoSize value={address} aria-label={words.address} />
        <span className={css.soft}>{words.once}</span>
      </div>
    </div>
  )
}
