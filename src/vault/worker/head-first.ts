/// <reference lib="webworker" />
import { streamOf } from '../client/opened.ts';
import type { Bytes } from '../format/bytes.ts';
import { PAGE_HEADERS } from './respond.ts';

/**
 * Answers with the head of a page at once, and with its body when there is one: the browser makes room
 * for the page while its sealed file is on its way. What the whole answer turns out to be (the page, the
 * gate, a word about what went wrong) is shown all the same; only its status is not told.
 */
export function headFirst(whole: Promise<Response>): Response {
  return new Response(streamOf(bodyOf(whole)), { headers: PAGE_HEADERS });
}

async function* bodyOf(whole: Promise<Response>): AsyncGenerator<Bytes> {
  const reader = (await whole).body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // A reader that goes away stops the host as well; after the end there is nothing to stop.
    await reader.cancel().catch(() => undefined);
  }
}
