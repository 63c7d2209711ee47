/** base64 of 18 bytes or more, in one line or broken as mail does; `+/` or `-_`. */
const CODE =
  /(?:[A-Za-z0-9+/_-]{40,80}\r?\n[ \t]?)*[A-Za-z0-9+/_-]{24,}={0,2}|;base64,([A-Za-z0-9+/_-]{8,}={0,2})/g;

/** What stands in a text as base64: `data:` addresses, inline source maps, properties of calendars. */
export function* embedded(text: string): Generator<Buffer> {
  const plain = text.replace(/%2B/gi, '+').replace(/%2F/gi, '/').replaceAll('\\/', '/');
  for (const [code, address] of plain.matchAll(CODE)) {
    const bytes = Buffer.from((address ?? code).replace(/\s/g, ''), 'base64');
    if (bytes.length > 0) yield bytes;
  }
}
