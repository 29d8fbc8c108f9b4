import { Button, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import { ErrorNotice } from '../feedback/error-notice.tsx'
import { useKitWords } from '../language/words.ts'
import css from './form-dialog.module.css'
import { useFocusBack } from './use-focus-back.ts'

type FormDialogProps<V extends object> = {
  title: string
  onClose: () => void
  /** What is done with the answers; its refusal is shown above the buttons. */
  act: { mutate: (values: V) => void; isPending: boolean; error: unknown }
  initial?: Partial<V>
  submitLabel?: string
  danger?: boolean
  form?: FormInstance<V>
  /** Told what has just been changed. */
  onChange?: (changed: Partial<V>) => void
  children: ReactNode
}

/** A long form scrolls between its title and its buttons, also where a phone's address bar takes of the height; the margins leave room for the rings around what has the focus. */
const BODY = { maxHeight: 'calc(100dvh - 240px)', overflowY: 'auto', margin: '0 -24px', padding: '0 24px' } as const

/** A question that is asked over the page. A refusal is shown above the buttons and everything typed stays. */
export function FormDialog<V extends object>(props: FormDialogProps<V>) {
  useFocusBack()
  const words = useKitWords()
  const [own] = Form.useForm<V>()
  const form = props.form ?? own
  // The buttons stand outside the form; tied to it by its id, they let Enter send it from any field.
  const id = useId()
  const footer = (
    <>
      <Button onClick={props.onClose}>{words.cancel}</Button>
      <Button type="primary" danger={props.danger ?? false} loading={props.act.isPending} htmlType="submit" form={id}>
        {props.submitLabel ?? words.save}
      </Button>
    </>
  )
  return (
    <Modal
      title={props.title}
      open
      onCancel={props.onClose}
      footer={footer}
      destroyOnHidden
      width={560}
      style={{ top: 48 }}
      styles={{ header: { marginBottom: 16, paddingRight: 28 }, body: BODY }}
    >
      <Form<V>
        id={id}
        className={css.form ?? ''}
        form={form}
        layout="vertical"
        preserve={false}
        scrollToFirstError={{ block: 'center', focus: true }}
        onFinish={props.act.mutate}
        onValuesChange={(changed: Partial<V>) => props.onChange?.(changed)}
        {...(props.initial ? { initialValues: props.initial } : {})}
      >
        {props.children}
        <ErrorNotice error={props.act.error} />
      </Form>
    </Modal>
  )
}
