import { forgetAll } from '../shell/done.ts'
import { go } from '../shell/router.ts'
import { useVisitor } from '../shell/visitor.ts'
import { useWords } from '../words/index.ts'

/** Whose affairs these are stands on every page. */
export function ForWhom() {
  const { forWhom } = useWords()
  const { me, person, choose } = useVisitor()
  const change = () => {
    forgetAll()
    choose(null)
    go('/')
  }
  return (
    <>
      <p className="for-whom">{forWhom[person.as](person.name)}</p>
      {me.people.length > 1 ? (
        <button type="button" onClick={change}>
          {forWhom.change}
        </button>
      ) : null}
    </>
  )
}
