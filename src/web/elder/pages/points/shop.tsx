import { useState } from 'react'
import type { contract } from '#modules/volunteering/bank/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { newKey } from '../../../light/key.ts'
import { Shown } from '../../kit/asked.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone } from '../../shell/done.ts'
import { go } from '../../shell/router.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { keepCode } from './codes.ts'
import { undoOf } from './undoing.tsx'

type Item = Answered<typeof contract.myBankItems>['items'][number]

/** The catalogue, then one page to look once more; nothing is taken with one press. */
export function ShopPage() {
  const { shop } = useWords()
  const { personId } = useVisitor().person
  const [chosen, choose] = useState<Item | null>(null)
  const asked = useAsk(`items ${personId}`, () => api.bank.myBankItems({ personId }))
  if (chosen) return <ConfirmPage item={chosen} leave={() => choose(null)} />
  return (
    <OwnPage title={shop.title} back="/points">
      <Shown asked={asked}>
        {({ items }) =>
          items.length ? (
            <ul>
              {items.map((item) => (
                <li key={item.id} className="card stack">
                  <ItemFacts item={item} />
                  {item.isWithin ? (
                    <button type="button" onClick={() => choose(item)}>
                      {shop.choose}
                    </button>
                  ) : (
                    <p>{shop.short}</p>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <p>{shop.none}</p>
          )
        }
      </Shown>
    </OwnPage>
  )
}

function ItemFacts({ item }: { item: Item }) {
  const { points, shop, tools } = useWords()
  return (
    <>
      {item.hasPicture ? (
        <img
          className="item"
          src={`/api/bank/items/${item.id}/picture`}
          alt={shop.pictureOf(item.name)}
          loading="lazy"
        />
      ) : null}
      <p>
        <strong>{item.name}</strong>
        {points.score(item.points)}
        <br />
        {item.partner}
        {item.address ? `${tools.comma}${item.address}` : ''}
      </p>
    </>
  )
}

function ConfirmPage({ item, leave }: { item: Item; leave: () => void }) {
  const words = useWords()
  const { shop } = words
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  // One key for one decision: pressed twice, or sent again by a poor line, it is one redemption.
  const [id] = useState(newKey)
  const redeem = () =>
    act(async () => {
      const got = await api.bank.redeemPoints({ personId, id, itemId: item.id })
      keepCode(got)
      tellDone(words.shop.done(item.name), undoOf(personId, got, words))
      go(`/redemptions/${id}`)
    })
  return (
    <OwnPage title={shop.confirmTitle}>
      <p>
        <strong>{shop.confirm(item.name, item.points)}</strong>
      </p>
      <p>{shop.at(item.partner)}</p>
      <button type="button" className="main" onClick={redeem} disabled={isBusy}>
        {shop.yes}
      </button>
      <button type="button" onClick={leave}>
        {shop.no}
      </button>
      <Wrong words={wrong} />
    </OwnPage>
  )
}
