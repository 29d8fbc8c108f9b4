import { Form, InputNumber } from 'antd'
import { useKitWords } from '../../../ui/language/words.ts'
import { usePlacesWords } from '../words.ts'

/** Longitude and latitude within China, in degrees (CGCS2000 and WGS 84 agree at this scale). */
export function LonLat({ required = false }: { required?: boolean }) {
  const words = usePlacesWords()
  const kit = useKitWords()
  const rules = (label: string) => [{ required, message: kit.required(label) }]
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 16px' }}>
      <Form.Item label={words.lon} name="lon" rules={rules(words.lon)}>
        <InputNumber min={73} max={136} step={0.0001} controls={false} placeholder="116.8667" />
      </Form.Item>
      <Form.Item label={words.lat} name="lat" rules={rules(words.lat)}>
        <InputNumber min={3} max={54} step={0.0001} controls={false} placeholder="37.1906" />
      </Form.Item>
    </div>
  )
}
