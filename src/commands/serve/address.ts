export function addressFrom(
  values: Record<string, string | undefined>,
  env: NodeJS.ProcessEnv,
  usualHost: string,
): { host: string; port: number } | undefined {
  const port = Number(values['port'] ?? (env['PORT'] || 8080))
  // 0 lets the system choose a free one.
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values['port'] === '') return undefined
  return { host: values['host'] || env['HOST'] || usualHost, port }
}
