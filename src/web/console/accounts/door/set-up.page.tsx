import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { queries } from '../../../queries.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { language } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { useAccountsWords } from '../words.ts'
import { type County, CountyFinder } from './county-finder.tsx'
import { DoorFrame } from './door-frame.tsx'
import { type Founding, FoundingFields } from './founding-fields.tsx'

/** The first page of an empty installation: the code of the terminal, the county, the bureau, the first administrator. */
export function SetUpPage() {
  const words = useAccountsWords()
  const state = useQuery({ queryKey: ['setup'], queryFn: () => api.setup.setupState(), staleTime: 0 })
  return (
    <DoorFrame title={words.setUp} lead={words.setUpLead}>
      <Answer query={state}>
        {({ needed }) =>
          needed ? (
            <SetUpForm />
          ) : (
            <EmptyState title={words.isSetUp} action={<Link to="/sign-in">{words.signIn}</Link>} />
          )
        }
      </Answer>
    </DoorFrame>
  )
}

function SetUpForm() {
  const navigate = useNavigate()
  const [county, setCounty] = useState<County | null>(null)
  const [form] = Form.useForm<Founding>()
  const setUp = useAct(
    ({ code, bureau, login, name, password }: Founding & { county: County }) =>
      api.setup.setUp({
        code,
        county: county?.county ?? 0,
        countyName: county?.name ?? '',
        bureau,
        administrator: { login, name, password },
      }),
    {
      onDone: () => {
        queries.clear()
        api.sessions.changeMyLanguage({ lang: language() }).catch(() => undefined)
        navigate({ to: '/' }).catch(() => location.assign('/'))
      },
    },
  )
  const choose = (chosen: County | null) => {
    setCounty(chosen)
    if (chosen && !form.isFieldTouched('bureau')) form.setFieldValue('bureau', `中共${chosen.name}委老干部局`)
  }
  return (
    <Form<Founding>
      form={form}
      layout="vertical"
      onFinish={(typed) => county && setUp.mutate({ ...typed, county })}
      scrollToFirstError
    >
      <FoundingFields
        finder={<CountyFinder chosen={county} onChoose={choose} />}
        hasCounty={county !== null}
        error={setUp.error}
        pending={setUp.isPending}
      />
    </Form>
  )
}
