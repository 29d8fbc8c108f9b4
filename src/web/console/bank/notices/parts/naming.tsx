import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { onBehalves } from '#modules/volunteering/bank/codes/index.ts'
import { api } from '../../../../api.ts'
import { Answer } from '../../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { useMay } from '../../../shell/session/me.ts'
import { BANK } from '../../queries.ts'
import { namingQuery } from '../queries.ts'
import { useNoticeWords } from '../words.ts'

/** Whether somebody is named in notices, as they wish. */
export function Naming({ personId }: { personId: string }) {
  const words = useNoticeWords()
  const times = useTimes()
  const say = useSay()
  const may = useMay()('bank.act')
  const naming = useQuery(namingQuery(personId))
  const isNamed = naming.data?.isNamed ?? true
  const set = useAct(() => api.bankNotices.setNaming({ personId, isNamed: !isNamed }), {
    said: isNamed ? words.hiddenSaid : words.shownSaid,
    refresh: [BANK],
  })
  const act = may && naming.data && (
    <Button loading={set.isPending} onClick={() => set.mutate()}>
      {isNamed ? words.hide : words.show}
    </Button>
  )
  return (
    <Section title={words.naming} actions={act || null}>
      <ErrorNotice error={set.error} />
      <Answer query={naming} lines={1}>
        {({ since, onBehalf }) => (
          <>{since && onBehalf ? words.hidden(times.minute(since), say(onBehalves[onBehalf])) : words.listed}</>
        )}
      </Answer>
    </Section>
  )
}
