import { Form, InputNumber } from 'antd'
import type { Figure } from '#modules/accounts/security-policy/figures/index.ts'
import { figureWords } from '#modules/accounts/security-policy/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePolicyWords } from './words.ts'

type FigureFieldProps = { figure: Figure; limits: { least: number; most: number } }

/** One figure with the limits it may not leave. */
export function FigureField({ figure, limits: { least, most } }: FigureFieldProps) {
  const words = usePolicyWords()
  const say = useSay()
  const rule = { type: 'integer', min: least, max: most, required: true, message: words.outside(least, most) } as const
  return (
    <Form.Item label={say(figureWords[figure])} name={figure} extra={words.range(least, most)} rules={[rule]}>
      <InputNumber precision={0} style={{ width: 120 }} />
    </Form.Item>
  )
}
