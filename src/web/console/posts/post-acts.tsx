import { useQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { DayInput } from '../../ui/form/day-input.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useSay } from '../../ui/language/language.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { type PostLine, VOLUNTEERING } from '../teams/queries.ts'
import { ReasonDialog } from '../volunteers/reason-dialog.tsx'
import { VolunteerPicker } from '../volunteers/volunteer-picker.tsx'
import { usePostsWords } from './words.ts'

type Act = 'claim' | 'resign' | 'close'

/** What may be done with a post now. */
export function PostActs({ post }: { post: Pick<PostLine, 'id' | 'place' | 'can'> }) {
  const words = usePostsWords()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  return (
    <span style={{ display: 'inline-flex', gap: 8 }}>
      {post.can.close ? (
        <Button danger onClick={() => setAct('close')} aria-label={words.closeOf(post.place)}>
          {words.close}
        </Button>
      ) : null}
      {post.can.resign ? (
        <Button onClick={() => setAct('resign')} aria-label={words.resignOf(post.place)}>
          {words.resign}
        </Button>
      ) : null}
      {post.can.claim ? (
        <Button onClick={() => setAct('claim')} aria-label={words.claimOf(post.place)}>
          {words.claim}
        </Button>
      ) : null}
      {act === 'claim' ? <ClaimPost post={post} onClose={close} /> : null}
      {act === 'resign' ? (
        <ReasonDialog
          title={words.resignOf(post.place)}
          label={words.reason}
          submit={words.resign}
          said={words.resigned}
          send={(reason) => api.posts.resignPost({ id: post.id, reason })}
          onClose={close}
        />
      ) : null}
      {act === 'close' ? (
        <ReasonDialog
          title={words.closeOf(post.place)}
          label={words.reason}
          submit={words.close}
          said={words.closed}
          send={(reason) => api.posts.closePost({ id: post.id, reason })}
          onClose={close}
        />
      ) : null}
    </span>
  )
}

type Typed = { personId: string; consentBy?: 'self' | 'family'; since?: string }

function ClaimPost({ post, onClose }: { post: Pick<PostLine, 'id' | 'place'>; onClose: () => void }) {
  const words = usePostsWords()
  const kit = useKitWords()
  const [personId, setPersonId] = useState<string | null>(null)
  const claim = useAct(
    ({ consentBy, since, ...typed }: Typed) =>
      api.posts.claimPost({ id: post.id, ...typed, consentBy: consentBy || null, ...(since ? { since } : {}) }),
    { said: words.claimed, refresh: [VOLUNTEERING], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.claimOf(post.place)}
      onClose={onClose}
      act={claim}
      submitLabel={words.claim}
      onChange={(changed) => {
        if ('personId' in changed) setPersonId(changed.personId ?? null)
      }}
    >
      <Form.Item
        label={words.person}
        name="personId"
        extra={words.personHint}
        rules={[{ required: true, message: kit.required(words.person) }]}
      >
        <VolunteerPicker label={words.person} />
      </Form.Item>
      {personId ? <Strength id={post.id} personId={personId} /> : null}
      <Form.Item label={words.consentBy} name="consentBy">
        <PlainSelect
          label={words.consentBy}
          any={words.noConsent}
          options={[
            { value: 'self', label: words.consent.self },
            { value: 'family', label: words.consent.family },
          ]}
        />
      </Form.Item>
      <Form.Item label={words.since} name="since">
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}

/** 量力而行, told before anything is sent. */
function Strength({ id, personId }: { id: string; personId: string }) {
  const words = usePostsWords()
  const say = useSay()
  const { sentences } = usePunctuation()
  const judged = useQuery({
    queryKey: [...VOLUNTEERING, 'strength', id, personId],
    queryFn: () => api.posts.judgeClaim({ id, personId }),
  })
  if (judged.error) return <ErrorNotice error={judged.error} />
  if (!judged.data) return null
  const { outcome, reasons, posts } = judged.data
  const tone = outcome === 'fine' ? 'good' : outcome === 'refuse' ? 'bad' : 'doubtful'
  return (
    <p style={{ marginBottom: 16 }} role="status">
      <Mark tone={tone}>{words.strength[outcome]}</Mark> {sentences(reasons.map(say))}{' '}
      {posts ? words.heldAlready(posts) : null}
    </p>
  )
}
