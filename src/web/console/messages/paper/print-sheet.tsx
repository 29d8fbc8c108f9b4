import { Button, Popconfirm } from 'antd'
import { whyWords } from '#modules/messages/words.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { MESSAGES, type PrintGroup } from '../queries.ts'
import { useMessageWords } from '../words.ts'
import css from './print-sheet.module.css'

/** The sheet of one community: who is told what, and where they sign. */
export function PrintSheet({ group }: { group: PrintGroup }) {
  const words = useMessageWords()
  const say = useSay()
  const ids = group.items.map(({ id }) => id)
  const done = useAct(() => api.messagePaper.markPrinted({ ids }), {
    said: ({ printed }) => words.printedDone(printed),
    refresh: [MESSAGES],
  })
  const name = group.place ?? words.noPlace
  return (
    <section className={css.sheet} aria-label={name}>
      <div className={css.head}>
        <h2>
          {name} <span className={css.count}>{words.sheets(ids.length)}</span>
        </h2>
        <span className={css.acts}>
          <Popconfirm title={words.printedSure(ids.length)} onConfirm={() => done.mutate()}>
            <Button loading={done.isPending}>{words.printed}</Button>
          </Popconfirm>
        </span>
      </div>
      <ErrorNotice error={done.error} />
      {/* A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls and has no focusable child of its own */}
      <div className={css.scroll} role="group" aria-label={name} tabIndex={0}>
        <table className={css.lines}>
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.address}</th>
              <th scope="col">{words.text}</th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.received}</th>
            </tr>
          </thead>
          <tbody>
            {group.items.map((item) => (
              <tr key={item.id}>
                <th scope="row">{item.name}</th>
                <td>{item.address}</td>
                <td>{item.text}</td>
                <td>{say(whyWords[item.why])}</td>
                <td className={css.sign}>{'\u00a0'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
