import { useNavigate } from '@tanstack/react-router'
import { Button, Drawer, Form, Input } from 'antd'
import { useId } from 'react'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import type { FieldValues } from '#modules/people/fields/field.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useFocusBack } from '../../../ui/form/use-focus-back.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PlacePicker } from '../../places/place-picker.tsx'
import { useNarrow } from '../../shell/use-narrow.ts'
import { UnitPicker } from '../../units/unit-picker.tsx'
import { FieldItem } from '../fields/field-item.tsx'
import { PEOPLE } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { keepDraft, keptDraft, type Typed } from './draft.ts'
import { Lookalikes } from './lookalikes.tsx'
import css from './register-person.module.css'

const ASKED = ['gender', 'birthOn', 'kind', 'idNumber'] as const
const WIDTH = 480
const blank: Typed = {
  name: null,
  gender: null,
  birthOn: null,
  kind: null,
  idNumber: null,
  phone: null,
  unitId: null,
  placeCode: null,
}

/** A new record. Only the name is needed; everything else can follow on the person's own page. */
export function RegisterPerson({ onClose }: { onClose: () => void }) {
  useFocusBack()
  const words = usePeopleWords()
  const kit = useKitWords()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const formId = useId()
  const [form] = Form.useForm<Typed>()
  const typed: Typed = Form.useWatch([], form) ?? {}
  const isBegun = Object.values(typed).some(Boolean)
  const register = useAct((values: Typed) => api.record.registerPerson(inputOf(values)), {
    said: words.registered,
    refresh: [PEOPLE],
    onDone: ({ id }) => {
      keepDraft({})
      navigate({ to: '/people/$id', params: { id } }).catch(() => undefined)
    },
  })
  const clear = () => {
    keepDraft({})
    form.setFieldsValue(blank)
  }
  const footer = (
    <div className={css.foot}>
      {isBegun ? (
        <Button type="text" className={css.clear ?? ''} onClick={clear}>
          {words.clearDraft}
        </Button>
      ) : null}
      <Button onClick={onClose}>{kit.cancel}</Button>
      <Button type="primary" loading={register.isPending} htmlType="submit" form={formId}>
        {words.registerNow}
      </Button>
    </div>
  )
  return (
    <Drawer title={words.register} open onClose={onClose} size={narrow ? '100%' : WIDTH} footer={footer}>
      <Form<Typed>
        id={formId}
        form={form}
        layout="vertical"
        initialValues={keptDraft()}
        onValuesChange={(_one, all) => keepDraft(all)}
        onFinish={register.mutate}
      >
        <Boxes typed={typed} />
        <ErrorNotice error={register.error} />
      </Form>
    </Drawer>
  )
}

/** The boxes in the order in which an office asks. */
function Boxes({ typed }: { typed: Typed }) {
  const words = usePeopleWords()
  return (
    <>
      <p className={css.lead}>{words.registerLead}</p>
      <Field name="name" required />
      <Lookalikes typed={typed} />
      {ASKED.map((key) => (
        <Field key={key} name={key} />
      ))}
      <Form.Item name="phone" label={words.phone} rules={[{ pattern: /^[\d-]{5,24}$/, message: words.badPhone }]}>
        <Input autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item name="unitId" label={words.unit}>
        <UnitPicker id="unitId" />
      </Form.Item>
      <Form.Item name="placeCode" label={words.community}>
        <PlacePicker id="placeCode" />
      </Form.Item>
    </>
  )
}

function Field({ name, required = false }: { name: string; required?: boolean }) {
  const field = fieldOf(name)
  return field ? <FieldItem field={field} required={required} /> : null
}

function inputOf({ phone, unitId, placeCode, ...rest }: Typed) {
  const filled = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const values: FieldValues = Object.fromEntries(filled)
  return {
    values,
    phones: phone ? [{ number: phone, label: '本人' as const }] : [],
    unitId: unitId ?? null,
    placeCode: placeCode ?? null,
  }
}
