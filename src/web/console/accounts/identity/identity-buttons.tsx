import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSignInWords } from '../second-factor/words.ts'

/** One button for each unified identity of this installation; nothing where there is none. */
export function IdentityButtons() {
  const words = useSignInWords()
  const choices = useQuery({ queryKey: ['identity-choices'], queryFn: () => api.identity.identityChoices() })
  const begin = useAct((county: number) => api.identity.beginIdentity({ county }), {
    onDone: ({ url }) => location.assign(url),
  })
  return (
    <>
      {choices.data?.items.map(({ county, name }) => (
        <Button
          key={county}
          block
          size="large"
          style={{ marginTop: 12 }}
          loading={begin.isPending}
          onClick={() => begin.mutate(county)}
        >
          {words.byIdentity(name)}
        </Button>
      ))}
      <ErrorNotice error={begin.error} />
    </>
  )
}
