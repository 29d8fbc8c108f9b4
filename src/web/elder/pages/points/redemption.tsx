import { useState } from 'react'
import { useAct, useAsk } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { Qr } from '../../kit/qr.tsx'
import { api } from '../../shell/api.ts'
import { tellDone, useDone } from '../../shell/done.ts'
import { go } from '../../shell/router.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { type Redeemed, takeCode } from './codes.ts'

/** The code for the counter: as it was just given, or another one, which ends the former. */
export function RedemptionPage({ id }: { id: string }) {
  const { shop } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const asked = useAsk(`redemption ${id}`, async () => takeCode(id) ?? api.bank.showMyRedemptionCode({ personId, id }))
  return (
    <OwnPage title={shop.codeTitle} back="/points">
      <Shown asked={asked}>
        {(redeemed) => (
          <>
            <p>
              <strong>{redeemed.item}</strong>
            </p>
            <p>{shop.at(redeemed.partner)}</p>
            <p>{shop.codeHow}</p>
            <Qr rows={redeemed.qr} label={shop.codeTitle} />
            <p className="code" data-silent>
              {redeemed.code}
            </p>
            <dl>
              <dt>{shop.until}</dt>
              <dd>{whenOf(redeemed.expiresAt, lang)}</dd>
            </dl>
            <TakeBack redeemed={redeemed} />
          </>
        )}
      </Shown>
    </OwnPage>
  )
}

/** The ten minutes hold when the notice that offered them is gone: the page was loaded again, or is opened a second time. */
function TakeBack({ redeemed: { id, undoUntil } }: { redeemed: Redeemed }) {
  const { shop } = useWords()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const [openedAt] = useState(() => Date.now())
  const isOffered = useDone()?.undo !== undefined
  if (isOffered || openedAt >= Date.parse(undoUntil)) return null
  const takeBack = () =>
    act(async () => {
      await api.bank.undoMyRedemption({ personId, id })
      tellDone(shop.undone)
      go('/points')
    })
  return (
    <>
      <button type="button" onClick={takeBack} disabled={isBusy}>
        {shop.takeBack}
      </button>
      <Wrong words={wrong} />
    </>
  )
}
