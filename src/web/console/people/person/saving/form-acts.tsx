import { Button } from 'antd'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useKitWords } from '../../../../ui/language/words.ts'
import css from './saving.module.css'

type FormActsProps = { error: unknown; pending: boolean; onCancel: () => void }

/** The foot of a form in place: the refusal, if there was one, and the two ways out. */
export function FormActs({ error, pending, onCancel }: FormActsProps) {
  const kit = useKitWords()
  return (
    <>
      <ErrorNotice error={error} />
      <div className={css.acts}>
        <Button onClick={onCancel}>{kit.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={pending}>
          {kit.save}
        </Button>
      </div>
    </>
  )
}
