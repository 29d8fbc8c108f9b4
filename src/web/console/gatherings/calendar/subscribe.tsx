import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import parts from '../addresses/addresses.module.css'
import { NamedAddresses } from '../addresses/addresses.tsx'
import type { Subject } from '../addresses/queries.ts'
import { feedQuery } from '../queries.ts'
import { useAddressWords, useCalendarWords } from '../words.ts'
import css from './subscribe.module.css'
import { useCalendar } from './use-calendar.ts'

/** Telephones that read the calendar: of what is looked at, for whoever is given its address, and one's own of one's area. */
export function Subscribe({ onClose }: { onClose: () => void }) {
  const words = useAddressWords()
  const kit = useKitWords()
  const subject = useLookedAt()
  return (
    <Modal title={words.act} open onCancel={onClose} footer={<Button onClick={onClose}>{kit.close}</Button>}>
      {subject ? (
        <NamedAddresses subject={subject} />
      ) : (
        <section className={parts.part}>
          <p>{words.choose}</p>
        </section>
      )}
      <section className={parts.part}>
        <h3 className={parts.heading}>{words.ofArea}</h3>
        <OwnFeed />
      </section>
    </Modal>
  )
}

/** Of what is filtered by, the narrowest; a kind, a state or a word is no calendar of its own. */
function useLookedAt(): Subject | null {
  const { personId, groupId, siteId, under } = useCalendar().search
  if (personId) return { of: 'person', subject: personId }
  if (groupId) return { of: 'group', subject: groupId }
  if (siteId) return { of: 'site', subject: siteId }
  return under ? { of: 'place', subject: under } : null
}

/** The address under which one's own telephone reads the calendar; it is shown once, and can be stopped. */
function OwnFeed() {
  const words = useCalendarWords()
  const times = useTimes()
  const feed = useQuery(feedQuery)
  const refresh = [feedQuery.queryKey]
  const make = useAct(() => api.calendarFeed.makeFeed(), { refresh })
  const revoke = useAct(() => api.calendarFeed.revokeFeed(), { said: words.feedRevoked, refresh, onDone: make.reset })
  const address = make.data ? `${window.location.origin}${make.data.path}` : null
  return (
    <>
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
              <Button loading={make.isPending} onClick={() => make.mutate()}>
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
    </>
  )
}
