import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useKitWords } from '../../../ui/language/words.ts'
import { useAddressWords } from '../words.ts'
import { NamedAddresses } from './addresses.tsx'
import type { Subject } from './queries.ts'

/** On the page of something that has a calendar: the way to its addresses. */
export function AddressesButton({ subject }: { subject: Subject }) {
  const words = useAddressWords()
  const kit = useKitWords()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.act}</Button>
      {isOpen ? (
        <Modal title={words.act} open onCancel={close} footer={<Button onClick={close}>{kit.close}</Button>}>
          <NamedAddresses subject={subject} />
        </Modal>
      ) : null}
    </>
  )
}
