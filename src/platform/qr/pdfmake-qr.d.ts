// The QR encoder of pdfmake, without types of its own; this is what of it is used here.
declare module 'pdfmake/js/qrEnc.js' {
  type Node = {
    qr: string
    eccLevel: 'M'
    _canvas?: { x: number; y: number; w: number; color: string }[]
    _width?: number
  }
  const encoder: { default: { measure: (node: Node) => Node } }
  export default encoder
}
