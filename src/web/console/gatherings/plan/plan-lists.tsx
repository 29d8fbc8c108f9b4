import { Button, Form, Input } from 'antd'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { UnitPicker } from '../../units/unit-picker.tsx'
import { useGatheringWords } from '../words.ts'
import css from './plan.module.css'
import type { Typed } from './plan-draft.ts'

/** The units that hold it together; the first is in charge. */
export function PlanHosts() {
  const words = useGatheringWords()
  return (
    <fieldset className={css.list}>
      <legend>{words.hosts}</legend>
      <Form.List name="hosts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={css.line}>
                <Form.Item name={name}>
                  <UnitPicker label={words.hosts} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{words.removeOne}</Button>
              </div>
            ))}
            <Button onClick={() => add(null)}>{words.addHost}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

export function PlanResources() {
  const words = useGatheringWords()
  return (
    <fieldset className={css.list}>
      <legend>{words.resources}</legend>
      <Form.List name="resources">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <ResourceLine key={key} name={name} onRemove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ kind: 'funds', name: '' })}>{words.addResource}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function ResourceLine({ name, onRemove }: { name: number; onRemove: () => void }) {
  const words = useGatheringWords()
  const kit = useKitWords()
  const all = Form.useWatch<Typed['resources']>('resources')
  const isMoney = all?.[name]?.kind === 'funds'
  const kinds = (['funds', 'people', 'equipment', 'vehicle'] as const).map((value) => ({
    value,
    label: words.resourceKinds[value],
  }))
  const amount = isMoney ? words.yuan : words.amount
  return (
    <div className={css.line}>
      <Form.Item name={[name, 'kind']}>
        <PlainSelect label={words.resourceKind} options={kinds} />
      </Form.Item>
      <Form.Item name={[name, 'name']} rules={[{ required: true, message: kit.required(words.resourceName) }]}>
        <Input aria-label={words.resourceName} placeholder={words.resourceName} maxLength={60} />
      </Form.Item>
      <Form.Item name={[name, 'amount']} rules={[{ required: isMoney, message: kit.required(amount) }]}>
        <Input
          type="number"
          min={isMoney ? 0.01 : 1}
          step={isMoney ? 0.01 : 1}
          aria-label={amount}
          placeholder={amount}
        />
      </Form.Item>
      <Form.Item name={[name, 'unitId']}>
        <UnitPicker label={words.broughtBy} />
      </Form.Item>
      <Button onClick={onRemove}>{words.removeOne}</Button>
    </div>
  )
}
