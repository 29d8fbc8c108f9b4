import { Button } from 'antd'
import { Refused } from '#platform/client.ts'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useLanguage } from '../../../ui/language/language.ts'
import { useSigningWords } from '../words.ts'

/** The list on paper and as a sheet; what leaves as a file is counted. */
export function TakeList({ id }: { id: string }) {
  const words = useSigningWords()
  const lang = useLanguage()
  const take = useAct(() => api.signUpSheets.takeSignUps({ id, lang }), { onDone: saveFile })
  const isTooMany = take.error instanceof Refused && take.error.code === 'people.approval_needed'
  return (
    <>
      <ButtonLink to="/gatherings/$id/signing" params={{ id }}>
        {words.open}
      </ButtonLink>
      <Button loading={take.isPending} onClick={() => take.mutate()}>
        {words.take}
      </Button>
      {isTooMany ? <p role="alert">{words.tooMany}</p> : <ErrorNotice error={take.error} />}
    </>
  )
}
