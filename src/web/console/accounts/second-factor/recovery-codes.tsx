import { App, Button } from 'antd'
import css from './second-factor.module.css'
import { useSignInWords } from './words.ts'

type RecoveryCodesProps = { codes: readonly string[]; doneLabel: string; onDone: () => void }

/** Shown once: to be printed, copied or written down. */
export function RecoveryCodes({ codes, doneLabel, onDone }: RecoveryCodesProps) {
  const words = useSignInWords()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    message.success(words.copied).then(undefined, () => undefined)
  }
  return (
    <>
      <ol className={css.codes} aria-label={words.recoveryCodes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={css.acts}>
        <Button onClick={() => copy().catch(() => undefined)}>{words.copyCodes}</Button>
        <Button onClick={() => window.print()}>{words.printCodes}</Button>
        <Button type="primary" onClick={onDone}>
          {doneLabel}
        </Button>
      </div>
    </>
  )
}
