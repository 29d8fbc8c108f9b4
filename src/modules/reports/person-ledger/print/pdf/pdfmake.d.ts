// pdfmake 0.3 ships no types; this is what of it is used here.
declare module 'pdfmake' {
  type Made = { getBuffer: () => Promise<Buffer> }
  const pdfmake: {
    setFonts: (fonts: Record<string, { normal: string; bold: string }>) => void
    setUrlAccessPolicy: (allow: (url: string) => boolean) => void
    setLocalAccessPolicy: (allow: (path: string) => boolean) => void
    createPdf: (document: Record<string, unknown>) => Made
  }
  export = pdfmake
}
