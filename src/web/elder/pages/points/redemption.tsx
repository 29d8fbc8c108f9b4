import { useAsk } from '../../../light/ask.ts'
import { whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Qr } from '../../kit/qr.tsx'
import { api } from '../../shell/api.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { takeCode } from './codes.ts'
import { UndoButton, undoOf } from './undoing.tsx'

/** The code for the counter: as it was just given, or told again. */
export function RedemptionPage({ id }: { id: string }) {
  const words = useWords()
  const { shop } = words
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
            <p className="code" data-signs>
              {redeemed.code}
            </p>
            <dl>
              <dt>{shop.until}</dt>
              <dd>{whenOf(redeemed.expiresAt, lang)}</dd>
            </dl>
            <UndoButton undo={undoOf(personId, redeemed, words)} />
          </>
        )}
      </Shown>
    </OwnPage>
  )
}
