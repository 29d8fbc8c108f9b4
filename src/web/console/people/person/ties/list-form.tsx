import PlusOutlined from '@ant-design/icons/PlusOutlined'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { usePersonWords } from '../../words.ts'
import { FormActs } from '../saving/form-acts.tsx'
import { ListConflict } from '../saving/list-conflict.tsx'
import { useVersionedSave } from '../saving/use-versioned-save.ts'
import { useLeaveGuard } from '../use-leave-guard.ts'
import type { ListPartProps } from './list-part.tsx'
import css from './ties.module.css'

type ListFormProps<T extends object> = ListPartProps<T> & { version: number; onClose: () => void }
type Typed<T> = { items: T[] }

export function ListForm<T extends object>(props: ListFormProps<T>) {
  const { person, onClose } = props
  const [before] = useState({ version: props.version, items: props.itemsOf(person) })
  const [isDirty, setDirty] = useState(false)
  const { save, conflict, typed, error, isPending, isDone } = useVersionedSave<T[]>(props.save, onClose)
  useLeaveGuard(isDirty && !isDone)
  return (
    <Form<Typed<T>>
      layout="vertical"
      initialValues={{ items: before.items.length ? before.items : [props.blank] }}
      onFinish={({ items }) => save(items ?? [], before.version)}
      onValuesChange={() => setDirty(true)}
    >
      <div className={conflict ? 'visually-hidden' : undefined} inert={conflict !== null}>
        <Lines {...props} />
      </div>
      {conflict ? (
        <ListConflict
          person={person}
          conflict={conflict}
          itemsOf={props.itemsOf}
          Read={props.Read}
          mine={typed ?? []}
          pending={isPending}
          onMine={() => save(typed ?? [], conflict.version)}
          onClose={onClose}
        />
      ) : (
        <FormActs error={error} pending={isPending} onCancel={onClose} />
      )}
    </Form>
  )
}

function Lines<T extends object>({ title, Boxes, blank, most, addLabel }: ListPartProps<T>) {
  const words = usePersonWords()
  return (
    <Form.List name="items">
      {(lines, { add, remove }) => (
        <div className={css.lines}>
          {lines.map(({ key, name }) => (
            <div key={key} className={css.line} role="group" aria-label={words.lineOf(title, name + 1)}>
              <div className={css.boxes}>
                <Boxes at={name} />
              </div>
              <Button onClick={() => remove(name)}>
                {words.removeLine}
                <span className="visually-hidden"> {words.lineOf(title, name + 1)}</span>
              </Button>
            </div>
          ))}
          {lines.length < most ? (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ ...blank })}>
              {addLabel}
            </Button>
          ) : (
            <p className={css.note}>{words.mostLines(most)}</p>
          )}
        </div>
      )}
    </Form.List>
  )
}
