type Operation = { summary?: string; 'x-permission'?: string }

/** A readable page of the interface for the people of other systems: no script, no outside host. */
export function apiPage(document: Record<string, unknown>, nonce: string): string {
  const paths = document.paths as Record<string, Record<string, Operation>> // made by openApi()
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        `<tr><td><b>${method.toUpperCase()}</b></td><td><code>${escape(path)}</code></td><td>${escape(operation.summary ?? '')}</td><td>${escape(operation['x-permission'] ?? '')}</td></tr>`,
    ),
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>桑榆接口 Sangyu API</title>
<style nonce="${nonce}">body{font:16px/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.4rem;text-align:left}code{word-break:break-all}</style>
<h1>桑榆接口 <small>Sangyu API</small></h1><p>机器可读说明 Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1)</p>
<table><thead><tr><th>方法 Method<th>地址 Path<th>用途 Purpose<th>权限 Permission</tr></thead><tbody>${rows.join('')}</tbody></table></html>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
