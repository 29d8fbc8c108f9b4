import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { TEMPLATES, type TemplateLine } from '../queries.ts'
import { useMessageWords } from '../words.ts'
import { withCodes, withNames } from './place-names.ts'

type Typed = { zh: string; en: string }

/** Other words for what the product says; the former ones are kept below. */
export function Reword({ template, onClose }: { template: TemplateLine; onClose: () => void }) {
  const words = useMessageWords()
  const say = useSay()
  const { enumerate } = usePunctuation()
  const { code, version } = template
  const shown = withNames(template.text, template.places)
  const save = useAct(
    (typed: Typed) =>
      api.messageTemplates.rewordTemplate({ template: code, version, ...withCodes(typed, template.places) }),
    { said: words.saved, refresh: [TEMPLATES], onDone: onClose },
  )
  const slots = (isNeeded: boolean) =>
    template.places.filter((one) => one.isNeeded === isNeeded).map((one) => `【${say(one)}】`)
  const hint = [
    words.mustUseOf(enumerate(slots(true))),
    ...(slots(false).length ? [words.canUseOf(enumerate(slots(false)))] : []),
  ].join(' ')
  return (
    <FormDialog<Typed> title={words.rewordOf(say(template.name))} onClose={onClose} act={save} initial={shown}>
      <p style={{ marginBottom: 16 }}>{hint}</p>
      <Form.Item label={words.zhText} name="zh" rules={[{ required: true, message: words.zhText }]}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item label={words.enText} name="en" rules={[{ required: true, message: words.enText }]}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Former code={code} places={template.places} />
    </FormDialog>
  )
}

function Former({ code, places }: { code: TemplateLine['code']; places: TemplateLine['places'] }) {
  const words = useMessageWords()
  const say = useSay()
  const times = useTimes()
  const read = useQuery({
    queryKey: [...TEMPLATES, code],
    queryFn: () => api.messageTemplates.readTemplate({ template: code }),
  })
  const versions = read.data?.versions ?? []
  if (versions.length < 2) return null
  return (
    <details>
      <summary>{words.versions}</summary>
      {versions.map(({ version, text, changedBy, changedAt }) => (
        <p key={version} style={{ marginTop: 8 }}>
          <strong>
            {version && changedAt
              ? `${words.version(version)} · ${changedBy ?? words.office} · ${times.day(changedAt)}`
              : words.shipped}
          </strong>
          <br />
          {say(withNames(text, places))}
        </p>
      ))}
    </details>
  )
}
