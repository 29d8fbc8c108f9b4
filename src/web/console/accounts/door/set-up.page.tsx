import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'
import { type County, CountyFinder } from './county-finder.tsx'
import { DoorFrame } from './door-frame.tsx'
import { type Founding, FoundingFields } from './founding-fields.tsx'
import { type Handed, ThreeCodes } from './three-codes.tsx'

/** The first page of an empty installation: the code of the terminal, the county, the bureau, the three administrators. */
export function SetUpPage() {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const client = useQueryClient()
  const [handed, setHanded] = useState<Handed | null>(null)
  const state = useQuery({ queryKey: ['setup'], queryFn: () => api.setup.setupState(), staleTime: 0 })
  const show = ({ handedOver }: { handedOver: Handed }) => {
    setHanded(handedOver)
    window.scrollTo(0, 0)
  }
  const leave = () => client.invalidateQueries({ queryKey: ['setup'] }).catch(() => undefined)
  if (handed)
    return (
      <DoorFrame title={more.setUpDone} lead={more.handOverThree}>
        <ThreeCodes handedOver={handed} onLeave={leave} />
      </DoorFrame>
    )
  return (
    <DoorFrame title={words.setUp} {...(state.data?.needed ? { lead: words.setUpLead } : {})}>
      <Answer query={state}>
        {({ needed }) =>
          needed ? (
            <SetUpForm onDone={show} />
          ) : (
            <EmptyState title={words.isSetUp} action={<Link to="/sign-in">{words.signIn}</Link>} />
          )
        }
      </Answer>
    </DoorFrame>
  )
}

function SetUpForm({ onDone }: { onDone: (done: { handedOver: Handed }) => void }) {
  const [county, setCounty] = useState<County | null>(null)
  const [form] = Form.useForm<Founding>()
  const setUp = useAct(
    ({ code, bureau, administrators }: Founding & { county: County }) =>
      api.setup.setUp({ code, county: county?.county ?? 0, countyName: county?.name ?? '', bureau, administrators }),
    { onDone },
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
