import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { feedQuery } from '../queries.ts'
import { useCalendarWords } from '../words.ts'
import css from './subscribe.module.css'

/** The address under which one's telephone reads the calendar; it is shown once, and can be stopped. */
export function Subscribe({ onClose }: { onClose: () => void }) {
  const words = useCalendarWords()
  const kit = useKitWords()
  const times = useTimes()
  const feed = useQuery(feedQuery)
  const refresh = [feedQuery.queryKey]
  const make = useAct(() => api.calendarFeed.makeFeed(), { refresh })
  const revoke = useAct(() => api.calendarFeed.revokeFeed(), { said: words.feedRevoked, refresh, onDone: make.reset })
  const address = make.data ? `${window.location.origin}${make.data.path}` : null
  return (
    <Modal title={words.subscribe} open onCancel={onClose} footer={<Button onClick={onClose}>{kit.close}</Button>}>
      <p>{words.subscribeLead}</p>
      <Answer query={feed} lines={2}>
        {({ madeAt }) => (
          <>
            <p className={css.since}>{madeAt ? words.subscribeSince(times.minute(madeAt)) : words.subscribeNone}</p>
            {address ? (
              <Input.TextArea
                className={css.address ?? ''}
                readOnly
                autoSize
                value={address}
                aria-label={words.address}
              />
            ) : null}
            <div className={css.acts}>
              <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
                {madeAt ? words.renewFeed : words.makeFeed}
              </Button>
              {madeAt ? (
                <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>
                  {words.revokeFeed}
                </Button>
              ) : null}
            </div>
          </>
        )}
      </Answer>
      <ErrorNotice error={make.error ?? revoke.error} />
    </Modal>
  )
}
