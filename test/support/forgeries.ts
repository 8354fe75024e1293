const json = 'application/json';
const own = { 'content-type': json, 'x-meterbook': '1' };

/** What another site can make the browser of a resident send, and what no page of ours sends. */
export const forgeries: readonly { title: string; method?: string; headers: Record<string, string> }[] = [
  { title: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { title: 'a form with files', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  { title: 'a form of plain text', headers: { 'content-type': 'text/plain' } },
  {
    title: 'a form of plain text that says it is JSON',
    headers: { 'content-type': 'text/plain; charset=application/json' },
  },
  { title: 'a form with our header', headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' } },
  { title: 'plain text with our header', headers: { ...own, 'content-type': 'text/plain' } },
  { title: 'nothing about its type', headers: { 'content-type': '', 'x-meterbook': '1' } },
  { title: 'JSON of another kind', headers: { ...own, 'content-type': 'application/csp-report' } },
  { title: 'JSON without our header', headers: { 'content-type': json } },
  { title: 'JSON with our header empty', headers: { 'content-type': json, 'x-meterbook': '' } },
  { title: 'a fetch from another site', headers: { ...own, 'sec-fetch-site': 'cross-site' } },
  { title: 'a fetch from a site beside ours', headers: { ...own, 'sec-fetch-site': 'same-site' } },
  { title: 'a fetch from the address bar', headers: { ...own, 'sec-fetch-site': 'none' } },
  { title: 'PUT', method: 'PUT', headers: own },
  { title: 'PATCH', method: 'PATCH', headers: own },
  { title: 'DELETE', method: 'DELETE', headers: own },
  { title: 'GET', method: 'GET', headers: own },
  { title: 'HEAD', method: 'HEAD', headers: own },
  { title: 'OPTIONS', method: 'OPTIONS', headers: own },
  {
    title: 'POST that is to be taken for a query',
    headers: { ...own, 'sec-fetch-site': 'cross-site', 'x-http-method-override': 'GET' },
  },
];
