import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { useAccountsWords } from '../words.ts'
import { type County, CountyFinder } from './county-finder.tsx'
import { DoorFrame } from './door-frame.tsx'
import { type Founding, FoundingFields } from './founding-fields.tsx'
import { ThreeCodes } from './three-codes.tsx'

/** The first page of an empty installation: the code of the terminal, the county, the bureau, the three administrators. */
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
  const client = useQueryClient()
  const [county, setCounty] = useState<County | null>(null)
  const [form] = Form.useForm<Founding>()
  const setUp = useAct(({ code, bureau, administrators }: Founding & { county: County }) =>
    api.setup.setUp({ code, county: county?.county ?? 0, countyName: county?.name ?? '', bureau, administrators }),
  )
  const choose = (chosen: County | null) => {
    setCounty(chosen)
    if (chosen && !form.isFieldTouched('bureau')) form.setFieldValue('bureau', `中共${chosen.name}委老干部局`)
  }
  const leave = () => client.invalidateQueries({ queryKey: ['setup'] }).catch(() => undefined)
  if (setUp.data) return <ThreeCodes handedOver={setUp.data.handedOver} onLeave={leave} />
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
