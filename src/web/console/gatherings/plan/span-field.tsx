import { Form } from 'antd'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useGatheringWords } from '../words.ts'

export type Span = 'one' | 'following' | 'all'

/** Of a series one says how far the act reaches. */
export function SpanField({ record }: { record: { seriesId: string | null } }) {
  const words = useGatheringWords()
  if (!record.seriesId) return null
  const options = (['one', 'following', 'all'] as const).map((value) => ({ value, label: words.spans[value] }))
  return (
    <Form.Item label={words.span} name="span">
      <PlainSelect label={words.span} options={options} />
    </Form.Item>
  )
}
